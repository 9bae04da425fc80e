package org.filterscope.engine.picture;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.PictureSettings;
import org.filterscope.core.configuration.PictureSettings.ClassSource;
import org.filterscope.core.report.Report;

/**
 * The pictures a configuration names, in the order of their paths.
 *
 * @param pictures never empty
 * @param classes  in alphabetical order; empty when not known
 */
public record PictureFolder(List<PictureFile> pictures, List<String> classes) {
    private static final Set<String> ENDINGS = PictureFormat.endings();

    public PictureFolder {
        pictures = List.copyOf(pictures);
        classes = List.copyOf(classes);
    }

    /**
     * Lists the pictures; opens none. Links are followed; hidden folders and reports are left out.
     *
     * @param without a folder not to look into: the report's, which has pictures of its own
     * @throws InvalidInputException when there are none, or a folder cannot be read
     */
    public static PictureFolder list(final PictureSettings settings, final Path without) throws InvalidInputException {
        final List<PictureFile> found = new ArrayList<>();
        try {
            final Path report = Files.exists(without) ? without.toRealPath() : without;
            Files.walkFileTree(settings.folder(), EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(final Path folder, final BasicFileAttributes attributes) throws IOException {
                    final boolean hidden = !folder.equals(settings.folder()) && folder.getFileName().toString().startsWith(".");
                    return hidden || folder.toRealPath().equals(report) || Report.isReport(folder) ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(final Path file, final BasicFileAttributes attributes) {
                    if (isPicture(file)) {
                        found.add(picture(settings, file));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(final Path file, final IOException failure) throws IOException {
                    if (failure instanceof FileSystemLoopException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }
            });
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the picture folder cannot be read (%s)".formatted(settings.folder(), e.getMessage()), e);
        }
        if (found.isEmpty()) {
            throw new InvalidInputException("%s: there are no pictures in this folder or below it; expected files ending in %s"
                    .formatted(settings.folder(), ENDINGS.stream().sorted().collect(Collectors.joining(", .", ".", ""))));
        }
        final List<PictureFile> chosen = settings.limit() > 0 && settings.limit() < found.size() ? draw(found, settings) : found;
        chosen.sort(Comparator.comparing(PictureFile::path));
        return new PictureFolder(chosen,
                chosen.stream().map(PictureFile::label).filter(label -> !label.isEmpty()).distinct().sorted().toList());
    }

    private static boolean isPicture(final Path file) {
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)) && !Files.isDirectory(file);
    }

    private static PictureFile picture(final PictureSettings settings, final Path file) {
        final Path below = settings.folder().relativize(file);
        final boolean inFolder = settings.classes() == ClassSource.FOLDERS && below.getNameCount() > 1;
        final String path = below.toString().replace(below.getFileSystem().getSeparator(), "/");
        return new PictureFile(path, file, inFolder ? below.getName(0).toString() : "");
    }

    /** One picture from each class in turn, each class in random order, until there are enough. */
    private static List<PictureFile> draw(final List<PictureFile> found, final PictureSettings settings) {
        final Map<String, List<PictureFile>> classes = new TreeMap<>();
        found.stream().sorted(Comparator.comparing(PictureFile::path))
                .forEach(picture -> classes.computeIfAbsent(picture.label(), label -> new ArrayList<>()).add(picture));
        final Random random = new Random(settings.seed());
        classes.values().forEach(pictures -> Collections.shuffle(pictures, random));
        final List<PictureFile> chosen = new ArrayList<>();
        for (int round = 0; chosen.size() < settings.limit(); round++) {
            for (final List<PictureFile> pictures : classes.values()) {
                if (round < pictures.size() && chosen.size() < settings.limit()) {
                    chosen.add(pictures.get(round));
                }
            }
        }
        return chosen;
    }
}
