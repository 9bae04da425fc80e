package org.filterscope.core.configuration;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings.ChannelOrder;
import org.filterscope.core.configuration.InputSettings.Resampling;
import org.filterscope.core.configuration.InputSettings.Resize;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.configuration.PictureSettings.ClassSource;
import org.filterscope.core.configuration.YamlDocument.MalformedYamlException;
import org.filterscope.core.configuration.YamlMapping.Complaints;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a {@code *.filterscope} file. Relative paths in it start at the file's own folder. */
public final class ConfigurationReader {
    private static final long LARGEST_FILE = 1 << 20;
    private static final int LARGEST_SIDE = 8192;
    private static final int MOST_TOP_PICTURES = 100;
    private static final int MOST_SAMPLED = 1_000_000;
    private static final int DEFAULT_SAMPLE = 240;

    /**
     * @return the configuration; its model and folder exist
     * @throws InvalidConfigurationException with file, line and what is accepted, when anything in the file cannot be used
     */
    public DiagnosisConfiguration read(final Path configuration) throws InvalidConfigurationException {
        final Path file = configuration.toAbsolutePath().normalize();
        return read(file, text(file));
    }

    /**
     * The same for a text that is not saved yet.
     *
     * @param file where it is going to be saved, absolute; relative paths start at its folder
     */
    public DiagnosisConfiguration read(final Path file, final String text) throws InvalidConfigurationException {
        final YamlMapping root = root(file, text, Complaints.FATAL);
        final Path model = model(file, root);
        final Optional<Path> labels = existing(file, root, "labels", true);
        final InputSettings input = input(root);
        final PictureSettings images = images(file, root);
        final List<String> layers = root.texts("layers");
        final Path output = output(file, root);
        final EvidenceReader evidence = new EvidenceReader(file, root, images.folder());
        return new DiagnosisConfiguration(file, model, labels, input, images, layers.equals(List.of("auto")) ? List.of() : layers,
                analyses(root), filters(root), evidence.concepts(), evidence.landmarks(), MethodReader.dissection(root),
                (int) root.whole("sample", 1, MOST_SAMPLED, DEFAULT_SAMPLE), MethodReader.fields(root), MethodReader.graph(root),
                new GateReader(file, output).read(root), output, root.lines(), text);
    }

    /**
     * What is wrong with a text that may become a configuration: all its unknown keys, and the first mistake of every other kind in each part of it.
     * Looks at the disk, as {@link #read} does, which refuses the same texts.
     *
     * @param configuration where the text is to lie; need not exist
     * @return by line; empty when the text can be run
     */
    public List<InvalidConfigurationException> problems(final Path configuration, final String text) {
        final Path file = configuration.toAbsolutePath().normalize();
        final List<InvalidConfigurationException> problems = new ArrayList<>();
        if (text.length() > LARGEST_FILE) {
            return List.of(tooLarge(file));
        }
        try {
            final YamlMapping root = root(file, text, problems::add);
            for (final Part part : parts(file, root)) {
                part.read(problems::add);
            }
        } catch (final InvalidConfigurationException e) {
            problems.add(e);
        }
        return problems.stream().sorted(Comparator.comparingInt(InvalidConfigurationException::line)).toList();
    }

    /** A part of a configuration that can be wrong by itself. */
    @FunctionalInterface
    private interface Part {
        Object read() throws InvalidConfigurationException;

        default void read(final Complaints complaints) throws InvalidConfigurationException {
            try {
                read();
            } catch (final InvalidConfigurationException e) {
                complaints.tell(e);
            }
        }
    }

    private static List<Part> parts(final Path file, final YamlMapping root) {
        // The folder of pictures and the output, which may be wrong themselves, do not make other parts right or wrong.
        final EvidenceReader evidence = new EvidenceReader(file, root, file);
        return List.of(() -> model(file, root), () -> existing(file, root, "labels", true), () -> input(root), () -> images(file, root),
                () -> root.texts("layers"), () -> analyses(root), () -> filters(root), evidence::concepts, evidence::landmarks,
                () -> MethodReader.dissection(root), () -> root.whole("sample", 1, MOST_SAMPLED, DEFAULT_SAMPLE),
                () -> MethodReader.fields(root), () -> MethodReader.graph(root), () -> new GateReader(file, output(file, root)).read(root));
    }

    /**
     * What a configuration's text, as a report keeps it, says of dissection; nothing that the text names need exist any more.
     *
     * @param file names the text in the exception's message
     */
    public static DissectionSettings dissection(final Path file, final String text) throws InvalidConfigurationException {
        return MethodReader.dissection(root(file, text, Complaints.FATAL));
    }

    /**
     * What a configuration's text, as a report keeps it, says of the network's input.
     *
     * @param file names the text in the exception's message
     */
    public static InputSettings input(final Path file, final String text) throws InvalidConfigurationException {
        return input(root(file, text, Complaints.FATAL));
    }

    private static YamlMapping root(final Path file, final String text, final Complaints complaints) throws InvalidConfigurationException {
        return new YamlMapping(file, parse(file, text), "the configuration", ConfigurationKeys.names(), complaints);
    }

    private static Path model(final Path file, final YamlMapping root) throws InvalidConfigurationException {
        return existing(file, root, "model", true)
                .orElseThrow(() -> new InvalidConfigurationException(file, root.line(), "'model' is missing: the network's file"));
    }

    private static Path output(final Path file, final YamlMapping root) throws InvalidConfigurationException {
        return resolve(file, root, "output", root.text("output").orElse("report"));
    }

    private static InvalidConfigurationException tooLarge(final Path file) {
        return new InvalidConfigurationException(file, 0, "larger than 1 MB; a configuration is a short YAML text");
    }

    private static String text(final Path file) throws InvalidConfigurationException {
        try {
            if (!Files.isRegularFile(file)) {
                throw new InvalidConfigurationException(file, 0, "no such configuration file");
            }
            if (Files.size(file) > LARGEST_FILE) {
                throw tooLarge(file);
            }
            return Files.readString(file);
        } catch (final MalformedInputException e) {
            throw new InvalidConfigurationException(file, 0, "is not a text in UTF-8; a configuration is a short YAML text");
        } catch (final IOException e) {
            throw new InvalidConfigurationException(file, 0, "cannot be read: " + e.getMessage());
        }
    }

    private static Node parse(final Path file, final String text) throws InvalidConfigurationException {
        try {
            return YamlDocument.compose(text)
                    .orElseThrow(() -> new InvalidConfigurationException(file, 0, "is empty; at least 'model' and 'images' are needed"));
        } catch (final MalformedYamlException e) {
            throw new InvalidConfigurationException(file, e.line(), e.getMessage());
        }
    }

    private static InputSettings input(final YamlMapping root) throws InvalidConfigurationException {
        final Optional<YamlMapping> given = root.mapping("input", ConfigurationKeys.names("input"));
        if (given.isEmpty()) {
            return InputSettings.DEFAULT;
        }
        final YamlMapping input = given.get();
        final InputSettings otherwise = InputSettings.DEFAULT;
        final List<Double> std = numbers(input, "std", otherwise.std());
        if (std.contains(0.0)) {
            throw input.error("std", "'std' must not be zero: the input is divided by it");
        }
        final Optional<String> scale = input.text("scale");
        return new InputSettings(size(input), scale.isEmpty() ? otherwise.scale() : input.number("scale", scale.get()),
                numbers(input, "mean", otherwise.mean()), std, input.choice("order", ChannelOrder.class, otherwise.order()),
                input.choice("resize", Resize.class, otherwise.resize()),
                input.choice("resampling", Resampling.class, otherwise.resampling()));
    }

    private static Optional<Size> size(final YamlMapping input) throws InvalidConfigurationException {
        final List<String> size = input.texts("size");
        if (size.isEmpty()) {
            return Optional.empty();
        }
        if (size.size() != 2) {
            throw input.error("size", "'size' must be [rows, columns], for example [227, 227]");
        }
        return Optional.of(new Size((int) input.whole("size", size.get(0), 1, LARGEST_SIDE),
                (int) input.whole("size", size.get(1), 1, LARGEST_SIDE)));
    }

    private static List<Double> numbers(final YamlMapping input, final String key, final List<Double> otherwise)
            throws InvalidConfigurationException {
        final List<String> texts = input.texts(key);
        if (texts.isEmpty()) {
            return otherwise;
        }
        if (texts.size() != 1 && texts.size() != 3) {
            throw input.error(key, "'%s' must be one number or one for each of the three colours".formatted(key));
        }
        final double first = input.number(key, texts.get(0));
        return texts.size() == 1 ? List.of(first, first, first)
                : List.of(first, input.number(key, texts.get(1)), input.number(key, texts.get(2)));
    }

    private static PictureSettings images(final Path file, final YamlMapping root) throws InvalidConfigurationException {
        final YamlMapping images = root.mapping("images", ConfigurationKeys.names("images"))
                .orElseThrow(() -> new InvalidConfigurationException(file, root.line(), "'images' is missing: images: { folder: pictures }"));
        final Path folder = existing(file, images, "folder", false)
                .orElseThrow(() -> images.error("folder", "'folder' is missing: the folder with the pictures"));
        return new PictureSettings(folder, images.choice("classes", ClassSource.class, ClassSource.FOLDERS),
                (int) images.whole("limit", 0, Integer.MAX_VALUE, 0), images.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, 1));
    }

    private static List<Analysis> analyses(final YamlMapping root) throws InvalidConfigurationException {
        final List<String> names = root.texts("analyses");
        if (names.isEmpty()) {
            return List.of(Analysis.values());
        }
        final List<Analysis> analyses = new ArrayList<>();
        for (final String name : names) {
            final Analysis analysis = root.choice("analyses", name, Analysis.class);
            if (!analyses.contains(analysis)) {
                analyses.add(analysis);
            }
        }
        return analyses;
    }

    private static FilterSettings filters(final YamlMapping root) throws InvalidConfigurationException {
        final Optional<YamlMapping> filters = root.mapping("filters", ConfigurationKeys.names("filters"));
        return filters.isEmpty() ? FilterSettings.DEFAULT
                : new FilterSettings((int) filters.get().whole("top", 1, MOST_TOP_PICTURES, FilterSettings.DEFAULT.top()));
    }

    static Optional<Path> existing(final Path file, final YamlMapping mapping, final String key, final boolean regular)
            throws InvalidConfigurationException {
        final Optional<String> text = mapping.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        final Path path = resolve(file, mapping, key, text.get());
        if (regular ? !Files.isRegularFile(path) : !Files.isDirectory(path)) {
            throw mapping.error(key, "'%s' names %s, but there is no such %s".formatted(key, path, regular ? "file" : "folder"));
        }
        return Optional.of(path);
    }

    static Path resolve(final Path file, final YamlMapping mapping, final String key, final String text)
            throws InvalidConfigurationException {
        try {
            return file.resolveSibling(text).normalize();
        } catch (final InvalidPathException e) {
            throw mapping.error(key, "'%s' is not a path: %s".formatted(key, text));
        }
    }
}
