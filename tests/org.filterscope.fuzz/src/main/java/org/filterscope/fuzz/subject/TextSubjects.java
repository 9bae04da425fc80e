package org.filterscope.fuzz.subject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.filterscope.analysis.concepts.MaskedPictures;
import org.filterscope.analysis.landmarks.LandmarkReader;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConceptSettings;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.ConfigurationText;
import org.filterscope.core.configuration.InputSettings;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.core.configuration.LandmarkSettings;
import org.filterscope.core.names.NamesFile;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.suppression.SuppressionsFile;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.fuzz.seed.OnnxSeeds;
import org.filterscope.fuzz.seed.PictureSeeds;
import org.filterscope.fuzz.seed.TextSeeds;

/** The readers of texts that people write. */
final class TextSubjects {
    private static final Allowance SMALL = new Allowance(64 * Subjects.MEGABYTE, 1024);
    private static final Seed PICTURE = new Seed("pictures/a.png", PictureSeeds.palette());
    private static final Seed MASK = new Seed("masks/a.png", PictureSeeds.palette());

    private TextSubjects() {
    }

    static List<Subject> all() {
        return List.of(
                subject("configuration", "c.filterscope", TextSubjects::configuration, TextSeeds.CONFIGURATION, TextSeeds.STYLES)
                        .with(PICTURE, MASK, new Seed("model.onnx", OnnxSeeds.external()), new Seed("labels.txt", new byte[0]),
                                new Seed("names.csv", new byte[0]), new Seed("landmarks.csv", new byte[0])),
                subject("names of filters", "c.filternames.csv", (folder, file) -> NamesFile.beside(folder.resolve("c.filterscope")).read(),
                        TextSeeds.NAMES),
                subject("suppressions", name(), (folder, file) -> SuppressionsFile.beside(folder.resolve("c.filterscope")).read(),
                        TextSeeds.SUPPRESSIONS),
                subject("names of concepts", "names.csv", TextSubjects::concepts, TextSeeds.CONCEPTS).with(PICTURE, MASK),
                subject("landmarks", "landmarks.csv", TextSubjects::landmarks, TextSeeds.POINTS, TextSeeds.BOXES, TextSeeds.COLUMNS).with(PICTURE));
    }

    private static String name() {
        return SuppressionsFile.beside(Path.of("c.filterscope")).file().getFileName().toString();
    }

    private static Subject subject(final String name, final String path, final Subject.Reading reading, final String... texts) {
        return new Subject(name, Subjects.seeds(path, Stream.of(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList()), Subjects.TEXT,
                SMALL,
                reading);
    }

    /** As the editor does, then as a run does. */
    private static void configuration(final Path folder, final Path file) throws InvalidInputException, IOException {
        final String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        new ConfigurationReader().problems(file, text);
        try {
            final ConfigurationText document = ConfigurationText.parse(text);
            for (final String key : document.keys()) {
                document.get(key);
                document.texts(key);
                document.line(key);
            }
        } catch (final InvalidConfigurationException e) {
            if (e.getMessage().lines().count() != 1) {
                throw new AssertionError(e);
            }
        }
        new ConfigurationReader().read(file);
    }

    private static void concepts(final Path folder, final Path file) throws InvalidInputException {
        final ConceptSettings settings = new ConceptSettings("set", folder.resolve("pictures"), folder.resolve("masks"), file,
                ConceptSettings.DEFAULT_CATEGORY);
        MaskedPictures.list(settings, preparation(), folder.resolve("nowhere")).labels(0);
    }

    private static void landmarks(final Path folder, final Path file) throws InvalidInputException {
        LandmarkReader.read(new LandmarkSettings(file, folder.resolve("pictures")), List.of(new PictureFile("a.png",
                folder.resolve("pictures/a.png"), "")),
                preparation(), Progress.NONE);
    }

    private static InputPreparation preparation() throws InvalidInputException {
        return new InputPreparation(InputSettings.DEFAULT, new Shape(3, 8, 8));
    }
}
