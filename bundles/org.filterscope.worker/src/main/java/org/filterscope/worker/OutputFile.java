package org.filterscope.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;

import org.filterscope.core.InvalidInputException;

/** A single file that a command writes: under another name first, so that it is there as a whole or not at all. */
final class OutputFile {
    private final Path given;
    private final Path file;

    /** Writes the content. */
    @FunctionalInterface
    interface Content {
        void write(Path file) throws IOException, InvalidInputException;
    }

    /**
     * @param force   whether a file that is there is replaced
     * @param endings of the name, one of which it must have
     * @throws InvalidInputException when it cannot be written there
     */
    OutputFile(final Path given, final boolean force, final String... endings) throws InvalidInputException {
        this.given = given;
        file = given.toAbsolutePath().normalize();
        if (Arrays.stream(endings).noneMatch(this::endsWith)) {
            throw new InvalidInputException("%s: the name must end in %s".formatted(given, String.join(" or ", endings)));
        }
        if (Files.isDirectory(file)) {
            throw new InvalidInputException("%s: is a folder".formatted(given));
        }
        if (!Files.isDirectory(file.getParent())) {
            throw new InvalidInputException("%s: the folder %s does not exist".formatted(given, file.getParent()));
        }
        if (Files.exists(file) && !force) {
            throw new InvalidInputException("%s: exists already; --force replaces it".formatted(given));
        }
    }

    boolean endsWith(final String ending) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
    }

    Path path() {
        return file;
    }

    /** @return the file */
    Path write(final Content content) throws InvalidInputException {
        try {
            // Under a name of ours: temporary files of the system are readable for their owner only, and stay so.
            final Path unfinished = file.resolveSibling(".%s.%x.partial".formatted(file.getFileName(), System.nanoTime()));
            try {
                content.write(unfinished);
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (final IOException e) {
            throw new InvalidInputException("%s: cannot be written (%s)".formatted(given, e.getMessage()), e);
        }
        return file;
    }

    /** Deletes the file, if it is there. */
    void delete() throws InvalidInputException {
        try {
            Files.deleteIfExists(file);
        } catch (final IOException e) {
            throw new InvalidInputException("%s: cannot be deleted (%s)".formatted(given, e.getMessage()), e);
        }
    }
}
