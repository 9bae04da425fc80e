package org.filterscope.engine.read;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Tensor;

/** Reads models of one format. */
public interface ModelReader {

    /**
     * @param file the model
     * @param size of the input, for models that leave it open
     * @throws UnsupportedLayerException when layers cannot be read; it lists them all
     * @throws InvalidNetworkException   when the file is damaged or the model is of another kind
     */
    NetworkGraph read(Path file, Optional<Size> size) throws InvalidNetworkException;

    /**
     * Reads the model once more to learn where its weights lie.
     *
     * @param wanted weights as {@link #read} gave them; the places of others need not be told
     * @throws InvalidNetworkException as {@link #read}
     */
    NumberedModel places(Path file, Optional<Size> size, List<Tensor> wanted) throws InvalidNetworkException;
}
