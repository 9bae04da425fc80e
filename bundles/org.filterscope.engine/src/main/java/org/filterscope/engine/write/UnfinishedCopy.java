package org.filterscope.engine.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.graph.NetworkGraph;

/** A copy of a model that is complete but has not got its name yet. Closed without having got it, it is gone. */
public final class UnfinishedCopy implements AutoCloseable {
    private final Path unfinished;
    private final Path file;
    private final NetworkGraph network;

    UnfinishedCopy(final Path unfinished, final Path file, final NetworkGraph network) {
        this.unfinished = unfinished;
        this.file = file;
        this.network = network;
    }

    /** A name of ours beside the file. */
    static Path beside(final Path file) {
        return file.resolveSibling(".%s-%d-%d.unfinished".formatted(file.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
    }

    /** As it is read from the copy. */
    public NetworkGraph network() {
        return network;
    }

    /**
     * Gives the copy its name; a file of that name is replaced.
     *
     * @throws InvalidInputException when that cannot be
     */
    public void publish() throws InvalidInputException {
        try {
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (final IOException e) {
            throw unwritable(file, e);
        }
    }

    static InvalidInputException unwritable(final Path file, final IOException e) {
        return new InvalidInputException("%s: cannot be written (%s: %s)".formatted(file, e.getClass().getSimpleName(), e.getMessage()), e);
    }

    @Override
    public void close() throws InvalidInputException {
        try {
            Files.deleteIfExists(unfinished);
        } catch (final IOException e) {
            throw new InvalidInputException("%s: cannot be deleted (%s)".formatted(unfinished, e.getMessage()), e);
        }
    }
}
