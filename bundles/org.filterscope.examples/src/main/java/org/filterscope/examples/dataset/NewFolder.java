package org.filterscope.examples.dataset;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

import org.filterscope.core.InvalidInputException;

/** A folder that appears when all of it is written; when writing fails or is cancelled, nothing is left behind. */
public final class NewFolder {

    /** Writes what the folder is to hold. */
    @FunctionalInterface
    public interface Content {
        void write(Path folder) throws IOException, InvalidInputException;
    }

    private NewFolder() {
    }

    /**
     * @param folder must not exist, or be empty
     * @param what   it is for, as in messages: {@code the data set}
     * @throws InvalidInputException when it holds something or is a file
     */
    public static void fill(final Path folder, final String what, final Content content) throws IOException, InvalidInputException {
        final Path target = folder.toAbsolutePath().normalize();
        refuseOccupied(target, what);
        Files.createDirectories(target.getParent());
        final Path staging = Files.createTempDirectory(target.getParent(), "." + target.getFileName() + ".partial-");
        // Below the temporary folder, because those are closed to other users.
        final Path inside = staging.resolve("content");
        try {
            Files.createDirectory(inside);
            content.write(inside);
            Files.deleteIfExists(target);
            Files.move(inside, target);
        } finally {
            delete(staging);
        }
    }

    private static void refuseOccupied(final Path target, final String what) throws IOException, InvalidInputException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new InvalidInputException("%s: is a file; name a folder for %s".formatted(target, what));
        }
        try (DirectoryStream<Path> content = Files.newDirectoryStream(target)) {
            if (content.iterator().hasNext()) {
                throw new InvalidInputException("%s: is not empty; name a new folder for %s, nothing was touched".formatted(target, what));
            }
        }
    }

    /** Only what was written here, so there are no links to follow. */
    private static void delete(final Path staging) throws IOException {
        try (Stream<Path> all = Files.walk(staging)) {
            for (final Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
