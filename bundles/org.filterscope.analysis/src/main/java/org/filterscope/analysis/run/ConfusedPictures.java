package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.DirectoryTree;
import org.filterscope.core.report.TableWriter;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;

/** Finds the pictures of one class that a network takes for another and copies them: to see whether the label is right, or to collect more such. */
public final class ConfusedPictures {
    /** Beside the copies. */
    public static final String TABLE = "pictures.csv";

    private final ExecutorLoader loader;
    private final DiagnosisConfiguration configuration;

    /** @param configuration names the model, its labels and the pictures */
    public ConfusedPictures(final ExecutorLoader loader, final DiagnosisConfiguration configuration) {
        this.loader = loader;
        this.configuration = configuration;
    }

    /**
     * Copies the pictures into a folder, under their paths below the picture folder, and writes a table of them.
     *
     * @param label      a folder of pictures
     * @param prediction an output of the network
     * @param folder     that does not exist yet, or is empty; it is not made when there are no such pictures
     * @return the pictures, those that the network is surest of first
     * @throws InvalidInputException when there is no such class or output, or the folder cannot be used
     */
    public List<ConfusedPicture> copy(final String label, final String prediction, final Path folder, final Progress progress)
            throws InvalidInputException {
        checkEmpty(folder);
        checkOutside(folder);
        progress.begin("Reading the model", 0, 0.05);
        final NetworkGraph graph = new NetworkReader().read(configuration.model(), configuration.input().size());
        final List<String> labels = Labels.read(configuration.labels(), graph.shape(graph.output().name()).channels());
        if (!labels.contains(prediction)) {
            throw new InvalidInputException("the network has no output '%s'".formatted(prediction));
        }
        final PictureFolder all = PictureFolder.list(configuration.images(), configuration.output());
        final List<PictureFile> own = all.pictures().stream().filter(picture -> picture.label().equals(label)).toList();
        if (own.isEmpty()) {
            throw new InvalidInputException("%s: has no pictures of a class '%s'; it has %s".formatted(configuration.images().folder(), label,
                    all.classes().isEmpty() ? "no classes" : String.join(", ", all.classes())));
        }
        progress.begin("Asking the network", own.size(), 0.9);
        final Answers answers;
        try (NetworkSession session = loader.load().open(graph)) {
            answers = Answers.of(session, new ShownPictures(own, new InputPreparation(configuration.input(), graph.input())), progress);
        }
        progress.begin("Copying pictures", 0, 0.05);
        final List<ConfusedPicture> found = new ArrayList<>();
        final Path unfinished = folder.resolveSibling(".%s-%d-%d".formatted(folder.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
        try {
            for (int i = 0; i < own.size(); i++) {
                if (answers.outputs()[i] == labels.indexOf(prediction)) {
                    progress.checkCancelled();
                    final Path copy = unfinished.resolve(own.get(i).path());
                    Files.createDirectories(copy.getParent());
                    Files.copy(own.get(i).file(), copy);
                    found.add(new ConfusedPicture(own.get(i).path(), label, prediction, answers.probabilities()[i]));
                }
            }
            found.sort(Comparator.comparingDouble(ConfusedPicture::probability).reversed());
            if (!found.isEmpty()) {
                TableWriter.write(unfinished.resolve(TABLE), List.of("picture", "label", "prediction", "probability"), found,
                        (table, row) -> table.write(row.picture(), row.label(), row.prediction(), row.probability()));
                Files.deleteIfExists(folder);
                Files.move(unfinished, folder);
            }
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the pictures cannot be copied (%s)".formatted(folder, e.getMessage()), e);
        } finally {
            discard(unfinished);
        }
        return found;
    }

    private static void discard(final Path unfinished) throws InvalidInputException {
        try {
            DirectoryTree.delete(unfinished);
        } catch (final IOException e) {
            throw new InvalidInputException("%s: cannot be deleted (%s)".formatted(unfinished, e.getMessage()), e);
        }
    }

    /** There the copies would be pictures of the next run, twice. */
    private void checkOutside(final Path folder) throws InvalidInputException {
        Path existing = folder.toAbsolutePath().normalize();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        try {
            if (existing.toRealPath().startsWith(configuration.images().folder().toRealPath())) {
                throw new InvalidInputException("%s: lies in the picture folder %s, where the copies would be looked at like the others; choose another place"
                        .formatted(folder, configuration.images().folder()));
            }
        } catch (final IOException e) {
            throw new InvalidInputException("%s: cannot be read (%s)".formatted(existing, e.getMessage()), e);
        }
    }

    private static void checkEmpty(final Path folder) throws InvalidInputException {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new InvalidInputException("%s: is not a folder".formatted(folder));
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new InvalidInputException("%s: is not empty; pictures are copied into a folder of their own".formatted(folder));
            }
        } catch (final IOException e) {
            throw new InvalidInputException("%s: cannot be read (%s)".formatted(folder, e.getMessage()), e);
        }
    }
}
