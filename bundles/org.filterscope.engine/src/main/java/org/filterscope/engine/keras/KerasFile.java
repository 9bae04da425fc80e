package org.filterscope.engine.keras;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.WeightBlock;

/** An open file of Keras: the model's JSON and its weights. The file is not trusted. Messages do not name the file; the reader does. */
interface KerasFile extends AutoCloseable {

    /** What it is, for people. */
    String format();

    /** The model's description. */
    String configuration() throws InvalidNetworkException;

    /** The version of Keras that wrote the file. */
    KerasVersion version() throws InvalidNetworkException;

    /** Whether the file has weights for a layer under that role. */
    boolean has(KerasLayer layer, String role) throws InvalidNetworkException;

    /**
     * Weights of a layer as they are stored.
     *
     * @param role  Keras's name of them, for example {@code kernel}
     * @param shape what the model's description demands; 0 for a length it leaves open
     */
    Tensor weights(KerasLayer layer, String role, int... shape) throws InvalidNetworkException;

    /**
     * Where a layer's weights lie in the HDF5 file.
     *
     * @return without a number yet; empty where they are not stored as they are: compressed, or in pieces
     */
    Optional<WeightBlock> block(KerasLayer layer, String role) throws InvalidNetworkException;

    /** Name of the zip's entry that is the HDF5 file; empty where the file is not a zip. */
    Optional<String> entry();

    @Override
    void close();

    /** Opens a file of either kind, told apart by its first bytes. */
    static KerasFile open(final Path file) throws InvalidNetworkException {
        final byte[] hdf5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
        final byte[] zip = {'P', 'K', 3, 4};
        final byte[] start;
        try (InputStream stream = Files.newInputStream(file)) {
            start = stream.readNBytes(hdf5.length);
        } catch (final IOException e) {
            throw new InvalidNetworkException("cannot be read (%s)".formatted(e.getClass().getSimpleName()), e);
        }
        if (Arrays.equals(start, hdf5)) {
            return KerasHdfFile.open(file);
        }
        if (start.length >= zip.length && Arrays.equals(start, 0, zip.length, zip, 0, zip.length)) {
            return KerasArchive.open(file);
        }
        throw new InvalidNetworkException("is neither an HDF5 file (.h5) nor a ZIP archive (.keras), as Keras saves models");
    }
}
