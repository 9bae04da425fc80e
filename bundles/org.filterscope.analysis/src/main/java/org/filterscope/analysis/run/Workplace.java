package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.filterscope.core.report.DirectoryTree;

/**
 * A hidden directory beside the report where a run keeps what took long to compute. It outlives a run that is cancelled or killed, so that the
 * next one can go on; it knows what it was computed from and is of no use for anything else.
 */
final class Workplace {
    private static final String KEY = "key";
    private static final String PREVIEW = "preview-";

    private final Path directory;

    private Workplace(final Path directory) {
        this.directory = directory;
    }

    /**
     * @param key    of everything that decides the numbers
     * @param resume whether to go on with what lies there; it is deleted when it has another key
     */
    static Workplace open(final Path directory, final String key, final boolean resume) throws IOException {
        if (!resume || !key.equals(key(directory))) {
            DirectoryTree.delete(directory);
            Files.createDirectory(directory);
            Files.writeString(directory.resolve(KEY), key);
        }
        return new Workplace(directory);
    }

    private static String key(final Path directory) throws IOException {
        try {
            return Files.isRegularFile(directory.resolve(KEY)) ? Files.readString(directory.resolve(KEY)) : "";
        } catch (final MalformedInputException e) {
            return "";
        }
    }

    /** @param pictures a number for the set of pictures */
    Path maps(final int pictures) {
        return directory.resolve("pictures-" + pictures);
    }

    /** Of what the layers say of mirrored pictures. */
    Path mirrored() {
        return directory.resolve("mirrored");
    }

    /** @param kind a number for the kind of object; @return a directory for what is mined of its explanatory graph */
    Path graph(final int kind) throws IOException {
        return Files.createDirectories(directory.resolve("graph-" + kind));
    }

    /** A new directory for a report of what is known so far. The one before it stays, for somebody may be looking at it; those before that are deleted. */
    Path preview() throws IOException {
        final List<Path> earlier = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory, PREVIEW + "*")) {
            found.forEach(earlier::add);
        }
        earlier.sort(Comparator.comparingInt(Workplace::number));
        for (final Path old : earlier.subList(0, Math.max(0, earlier.size() - 1))) {
            DirectoryTree.delete(old);
        }
        return Files.createDirectory(directory.resolve(PREVIEW + (earlier.isEmpty() ? 1 : number(earlier.getLast()) + 1)));
    }

    private static int number(final Path preview) {
        try {
            return Integer.parseInt(preview.getFileName().toString().substring(PREVIEW.length()));
        } catch (final NumberFormatException e) {
            return 0;
        }
    }

    /** A file for something that is needed for a moment; what was in it is gone. */
    Path scratch(final String name) throws IOException {
        final Path file = directory.resolve(name);
        Files.deleteIfExists(file);
        return file;
    }

    /** A run ends before its report is there: what it stored stays for the next one; where that is nothing, nothing stays. */
    void leave() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            if (files.filter(Files::isRegularFile).filter(file -> !file.endsWith(KEY)).mapToLong(file -> file.toFile().length()).sum() > 0) {
                return;
            }
        }
        discard();
    }

    /** Everything is reported, or of no use. */
    void discard() throws IOException {
        DirectoryTree.delete(directory);
    }
}
