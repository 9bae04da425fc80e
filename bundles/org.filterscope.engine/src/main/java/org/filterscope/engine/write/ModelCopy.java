package org.filterscope.engine.write;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.read.ModelReader;
import org.filterscope.engine.read.NumberedModel;

/**
 * Writes a copy of a model's file in which some weights are others. Everything else stays as it was, also what this program does not
 * understand: byte for byte, and in a zip entry for entry. The original is only read.
 */
public final class ModelCopy {
    private final Path original;
    private final Optional<Size> size;

    /**
     * @param original the model's file
     * @param size     of the input, for models that leave it open
     */
    public ModelCopy(final Path original, final Optional<Size> size) {
        this.original = original;
        this.size = size;
    }

    /**
     * Whether the weights can be stored in a file like the original.
     *
     * @throws InvalidNetworkException  when they cannot; the message tells which and why
     * @throws IllegalArgumentException when the network has other layers than the original
     */
    public void check(final NetworkGraph network) throws InvalidNetworkException {
        plan(network);
    }

    /**
     * Writes the copy and gives it its name, see {@link #begin}.
     *
     * @return the network as it is read from the copy
     */
    public NetworkGraph write(final NetworkGraph network, final Path file) throws InvalidInputException {
        try (UnfinishedCopy copy = begin(network, file)) {
            copy.publish();
            return copy.network();
        }
    }

    /**
     * Writes the copy under another name beside its place, reads it and compares all weights.
     *
     * @param network with the layers of the original and the weights that are wanted
     * @param file    whose name the copy is to get
     * @throws InvalidInputException    when the weights cannot be stored in a file like the original, when the file is the original, or when it
     *                                  cannot be written; there is no copy then
     * @throws IllegalArgumentException when the network has other layers than the original
     */
    public UnfinishedCopy begin(final NetworkGraph network, final Path file) throws InvalidInputException {
        checkOther(file);
        final Plan plan = plan(network);
        final Path unfinished = UnfinishedCopy.beside(file);
        // For Ctrl+C; otherwise it is gone long before.
        unfinished.toFile().deleteOnExit();
        try {
            boolean complete = false;
            try {
                copy(plan, unfinished);
                final NetworkGraph written = new NetworkReader().of(original).read(unfinished, size);
                plan.changes().check(written);
                complete = true;
                return new UnfinishedCopy(unfinished, file, written);
            } finally {
                if (!complete) {
                    Files.deleteIfExists(unfinished);
                }
            }
        } catch (final IOException e) {
            throw UnfinishedCopy.unwritable(file, e);
        }
    }

    /**
     * Whether a copy may lie there.
     *
     * @throws InvalidInputException when it is the original's own place, under whatever name
     */
    public void checkOther(final Path file) throws InvalidInputException {
        try {
            if (Files.exists(file) && Files.isSameFile(original, file)) {
                throw new InvalidInputException("%s: is the original model, which is never changed; choose another name".formatted(file));
            }
        } catch (final IOException e) {
            throw new InvalidInputException("%s: cannot be compared with the original (%s)".formatted(file, e.getMessage()), e);
        }
    }

    /** Where in the file what is to be changed. */
    private record Plan(NumberedModel numbered, PlacedChanges changes) {
    }

    private Plan plan(final NetworkGraph network) throws InvalidNetworkException {
        final ModelReader reader = new NetworkReader().of(original);
        final ChangedWeights weights = new ChangedWeights(reader.read(original, size), network);
        final NumberedModel numbered = reader.places(original, size, weights.changed());
        try {
            return new Plan(numbered, new PlacedChanges(weights, numbered));
        } catch (final InvalidNetworkException e) {
            throw named(e);
        }
    }

    private void copy(final Plan plan, final Path to) throws IOException, InvalidNetworkException {
        final PatchedBytes bytes = new PatchedBytes(plan.changes());
        Files.deleteIfExists(to);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            if (plan.numbered().entry().isPresent()) {
                new PatchedZip(plan.numbered().entry().get(), bytes).copy(original, out);
            } else {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(original))) {
                    bytes.copy(in, out);
                }
            }
        } catch (final InvalidNetworkException e) {
            throw named(e);
        }
    }

    private InvalidNetworkException named(final InvalidNetworkException failure) {
        return new InvalidNetworkException("%s: %s".formatted(original, failure.getMessage()), failure);
    }
}
