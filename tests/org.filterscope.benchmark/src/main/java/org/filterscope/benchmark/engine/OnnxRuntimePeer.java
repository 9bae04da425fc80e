package org.filterscope.benchmark.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.onnx.write.OnnxWriter;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.SessionOptions;

/** ONNX Runtime alone: the network's file, its own settings except for the threads, the logits taken as they come. */
final class OnnxRuntimePeer implements Peer {
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final String input;
    private FloatBuffer buffer = FloatBuffer.allocate(0);

    OnnxRuntimePeer(final NetworkGraph network, final int threads) throws IOException, InvalidInputException, OrtException {
        input = network.nodes().getFirst().name();
        final Path file = Files.createTempFile("peer", ".onnx");
        try (SessionOptions options = new SessionOptions()) {
            new OnnxWriter("benchmark").write(network, file);
            options.setIntraOpNumThreads(threads);
            session = environment.createSession(file.toString(), options);
        } finally {
            Files.delete(file);
        }
    }

    @Override
    public float[] forward(final FeatureMaps pictures) {
        if (buffer.capacity() < pictures.values().length) {
            buffer = ByteBuffer.allocateDirect(pictures.values().length * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        }
        final long[] shape = {pictures.images(), pictures.shape().channels(), pictures.shape().rows(), pictures.shape().cols()};
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, buffer.clear().put(pictures.values()).flip(), shape);
                Result result = session.run(Map.of(input, tensor))) {
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
    public float[] tapped(final FeatureMaps pictures) {
        throw new UnsupportedOperationException("the file has one output");
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (final OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
