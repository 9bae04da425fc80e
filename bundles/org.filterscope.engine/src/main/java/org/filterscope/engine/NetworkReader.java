package org.filterscope.engine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.dl4j.Dl4jReader;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.keras.KerasReader;
import org.filterscope.engine.onnx.read.OnnxReader;
import org.filterscope.engine.read.ModelReader;

/** Reads a network from a file of any supported format: by its extension, or by the bytes it begins with. */
public final class NetworkReader {
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /**
     * @param file the network
     * @param size of the input, for networks that leave it open
     * @throws InvalidNetworkException when the file is missing, damaged or not supported
     */
    public NetworkGraph read(final Path file, final Optional<Size> size) throws InvalidNetworkException {
        return of(file).read(file, size);
    }

    /**
     * Who reads a file's format.
     *
     * @throws InvalidNetworkException when the file is missing or of no supported format
     */
    public ModelReader of(final Path file) throws InvalidNetworkException {
        if (!Files.isRegularFile(file)) {
            throw new InvalidNetworkException("%s: there is no such model file".formatted(file));
        }
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".h5") || name.endsWith(".hdf5") || name.endsWith(".keras")) {
            return new KerasReader();
        }
        if (name.endsWith(".onnx")) {
            return new OnnxReader();
        }
        final byte[] start = start(file);
        if (Arrays.equals(start, ZIP)) {
            return new Dl4jReader();
        }
        if (OnnxReader.mayRead(start)) {
            return new OnnxReader();
        }
        throw new InvalidNetworkException(("%s: models of this kind cannot be read yet; "
                + "this version reads ONNX models, Keras models saved as .h5 or .keras and Deeplearning4j models saved as .zip").formatted(file));
    }

    private static byte[] start(final Path file) throws InvalidNetworkException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(ZIP.length);
        } catch (final IOException e) {
            throw new InvalidNetworkException("%s: cannot be read (%s)".formatted(file, e.getClass().getSimpleName()), e);
        }
    }
}
