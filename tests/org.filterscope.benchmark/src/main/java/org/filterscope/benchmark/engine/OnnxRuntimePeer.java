package org.filterscope.benchmark.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.onnx.write.ForwardNodes;
import org.filterscope.engine.onnx.write.OnnxGraph;
import org.filterscope.engine.onnx.write.OnnxWriter;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;

/**
 * ONNX Runtime alone: the network's file, its own settings except for the threads, the logits taken as they come. Of other layers it is only made to
 * hand out the values, which stay where they are: whoever wants them cannot have them for less.
 */
final class OnnxRuntimePeer implements Peer {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final NetworkGraph network;
    private final int threads;
    private final String input;
    private final Map<Taps, OrtSession> tapped = new EnumMap<>(Taps.class);
    private FloatBuffer buffer = FloatBuffer.allocate(0);

    OnnxRuntimePeer(final NetworkGraph network, final int threads) throws IOException, InvalidInputException, OrtException {
        this.network = network;
        this.threads = threads;
        input = network.nodes().getFirst().name();
        final Path file = Files.createTempFile("peer", ".onnx");
        try (SessionOptions options = options()) {
            new OnnxWriter("benchmark").write(network, file);
            session = environment.createSession(file.toString(), options);
        } finally {
            Files.delete(file);
        }
    }

    private SessionOptions options() throws OrtException {
        final SessionOptions options = new SessionOptions();
        options.setIntraOpNumThreads(threads);
        return options;
    }

    /** The network with layers as outputs, its own output first. */
    private OrtSession withOutputs(final Set<String> layers) throws OrtException {
        final OnnxGraph graph = new OnnxGraph(network);
        final ForwardNodes forward = new ForwardNodes(network, graph, false);
        forward.give(input);
        network.nodes().stream().skip(1).forEach(forward::compute);
        network.nodes().reversed().stream().filter(node -> node.equals(network.output()) || layers.contains(node.name()))
                .forEach(node -> graph.output(forward.value(node.name())));
        try (SessionOptions options = options()) {
            return environment.createSession(graph.model("", "").toDirectBuffer(), options);
        }
    }

    @Override
    public float[] forward(final FeatureMaps pictures) {
        return run(session, pictures);
    }

    private float[] run(final OrtSession loaded, final FeatureMaps pictures) {
        if (buffer.capacity() < pictures.values().length) {
            buffer = ByteBuffer.allocateDirect(pictures.values().length * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        }
        final long[] shape = {pictures.images(), pictures.shape().channels(), pictures.shape().rows(), pictures.shape().cols()};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, buffer.clear().put(pictures.values()).flip(), shape);
                Result result = loaded.run(Map.of(input, tensor))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        } catch (final OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public float[] gradient(final FeatureMaps pictures) {
        throw new UnsupportedOperationException("ONNX Runtime has no backward pass of its own");
    }

    @Override
    public float[] tapped(final FeatureMaps pictures, final Taps taps) {
        try {
            if (!tapped.containsKey(taps)) {
                tapped.put(taps, withOutputs(taps.of(network)));
            }
            return run(tapped.get(taps), pictures);
        } catch (final OrtException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
            for (final OrtSession each : tapped.values()) {
                each.close();
            }
        } catch (final OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
