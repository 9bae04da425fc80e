package org.filterscope.engine.onnx.write;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator.Input;
import org.nd4j.shade.protobuf.CodedOutputStream;

/**
 * Saves a network as an ONNX file: every layer under its own name, the number of images open, operators of ONNX's own set 16 only. A result
 * without positions comes out as {@code [images, channels]}.
 */
public final class OnnxWriter {
    private final String version;

    /** @param version of Filterscope, which the file names as its producer */
    public OnnxWriter(final String version) {
        this.version = version;
    }

    /**
     * Writes the file under another name beside it and then renames it, so that a file of that name is always a whole one.
     *
     * @param file replaced if it exists
     * @throws InvalidInputException when the network is larger than the format allows, or the file cannot be written
     */
    public void write(final NetworkGraph network, final Path file) throws InvalidInputException {
        final OnnxModel model = model(network);
        if (model.size() > OnnxModel.LARGEST) {
            throw new InvalidInputException("%s: the network takes %.1f GB, an ONNX file holds no more than 2".formatted(file,
                    model.size() / 1e9));
        }
        try {
            final Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
            // For Ctrl+C; otherwise it is gone long before.
            unfinished.toFile().deleteOnExit();
            try {
                try (OutputStream stream = Files.newOutputStream(unfinished)) {
                    model.writeTo(CodedOutputStream.newInstance(stream));
                }
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (final IOException e) {
            throw new InvalidInputException("%s: cannot be written (%s: %s)".formatted(file, e.getClass().getSimpleName(), e.getMessage()), e);
        }
    }

    private OnnxModel model(final NetworkGraph network) {
        final OnnxGraph graph = new OnnxGraph(network);
        final ForwardNodes forward = new ForwardNodes(network, graph, true);
        for (final Node node : network.nodes()) {
            if (node.operator() instanceof Input) {
                forward.give(node.name());
            } else if (node.equals(network.output()) && !network.shape(node.name()).hasMaps()) {
                forward.computeVector(node);
            } else {
                forward.compute(node);
            }
        }
        graph.output(forward.value(network.output().name()));
        return graph.model(version, "Read from %s; values are [image, channel, row, col].".formatted(network.format()));
    }
}
