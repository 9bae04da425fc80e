package org.filterscope.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.keras.KerasReader;

/** Reads a network from a file of any supported format; today that is Keras HDF5. */
public final class NetworkReader {

    /**
     * @param file the network
     * @param size of the input, for networks that leave it open
     * @throws InvalidNetworkException when the file is missing, damaged or not supported
     */
    public NetworkGraph read(final Path file, final Optional<Size> size) throws InvalidNetworkException {
        if (!Files.isRegularFile(file)) {
            throw new InvalidNetworkException("%s: there is no such model file".formatted(file));
        }
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".h5") || name.endsWith(".hdf5")) {
            return new KerasReader().read(file, size);
        }
        throw new InvalidNetworkException("%s: models of this kind cannot be read yet; this version reads Keras models saved as .h5".formatted(file));
    }
}
