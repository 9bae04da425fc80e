package org.filterscope.ui.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.filterscope.ide.DiagnosedFile;

/**
 * What lies beside a model and probably belongs to it. Looks at the disk, at a few hundred names at most.
 *
 * @param folder of the model
 */
record DataGuess(Path folder) {
    private static final List<String> PICTURES = List.of(".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".bmp", ".gif");
    private static final List<String> LABELS = List.of("labels.txt", "classes.txt", "label.txt", "names.txt");
    private static final int MOST = 200;

    static boolean isModel(final String name) {
        return DiagnosedFile.isModel(name);
    }

    /** Models by their names; they may be something else. */
    List<Path> models() {
        return children(folder).stream().filter(file -> isModel(file.getFileName().toString()) && Files.isRegularFile(file)).toList();
    }

    /** Names of the outputs: of the model itself, or of the folder. */
    Optional<Path> labels(final Path model) {
        final String name = model.getFileName().toString();
        final String stem = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
        return Stream.concat(Stream.of(stem + ".labels.txt", stem + "-labels.txt", stem + ".txt"), LABELS.stream()).map(folder::resolve)
                .filter(Files::isRegularFile).findFirst();
    }

    /** The folder with class folders, or else one with pictures. */
    Optional<Path> pictures() {
        final List<Path> folders = children(folder).stream().filter(Files::isDirectory).toList();
        return folders.stream().filter(DataGuess::hasClasses).findFirst().or(() -> folders.stream().filter(DataGuess::hasPictures).findFirst());
    }

    /** Whether there are two folders with pictures in a folder. */
    static boolean hasClasses(final Path folder) {
        return children(folder).stream().filter(Files::isDirectory).filter(DataGuess::hasPictures).limit(2).count() == 2;
    }

    private static boolean hasPictures(final Path folder) {
        return children(folder).stream().anyMatch(file -> endsWith(file.getFileName().toString(), PICTURES) && Files.isRegularFile(file));
    }

    /** By name; without what is hidden. */
    private static List<Path> children(final Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).limit(MOST).sorted().toList();
        } catch (final IOException e) {
            ILog.of(DataGuess.class).info("A folder cannot be looked into: " + folder, e);
            return List.of();
        }
    }

    private static boolean endsWith(final String name, final List<String> endings) {
        final String lower = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(lower::endsWith);
    }
}
