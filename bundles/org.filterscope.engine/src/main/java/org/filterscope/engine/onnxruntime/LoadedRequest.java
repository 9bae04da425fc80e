package org.filterscope.engine.onnxruntime;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.onnx.write.OnnxModel;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.Result;
import ai.onnxruntime.OrtSession.RunOptions;
import ai.onnxruntime.OrtSession.SessionOptions;

/** The graph of a request, loaded and ready. */
final class LoadedRequest implements AutoCloseable {
    private static final long LARGE = 64L << 20;

    private final OrtEnvironment environment;
    private final RequestGraph graph;
    private final OrtSession session;
    private final DirectBuffers buffers;
    private final long bytes;

    LoadedRequest(final OrtEnvironment environment, final RequestGraph graph, final SessionSettings settings, final DirectBuffers buffers)
            throws OrtException {
        this.environment = environment;
        this.graph = graph;
        this.buffers = buffers;
        final OnnxModel model = graph.graph().model("", "");
        bytes = model.size();
        if (bytes > OnnxModel.LARGEST) {
            throw new IllegalStateException("the network has more than the 2 GB of weights that ONNX Runtime takes in one piece");
        }
        try (SessionOptions options = settings.options()) {
            session = environment.createSession(model.toDirectBuffer(), options);
        }
        if (bytes > LARGE) {
            // The buffer of the model is given back with the next collection, which a quiet Java heap would not start for long.
            System.gc();
        }
    }

    /** How much memory its weights take. */
    long bytes() {
        return bytes;
    }

    RequestGraph graph() {
        return graph;
    }

    /**
     * @param seed null without a backward pass
     * @return what came out, by its name in the graph
     */
    Map<String, float[]> run(final Pass pass, final FeatureMaps seed) throws OrtException {
        final Map<String, OnnxTensor> inputs = new HashMap<>();
        try {
            for (final String layer : graph.given()) {
                inputs.put(layer, tensor(layer, pass.given().get(layer)));
            }
            for (final Edit edit : pass.edits()) {
                final RequestGraph.EditInputs names = graph.edits().get(edit.layer());
                if (names != null) {
                    inputs.put(names.amount(), tensor(names.amount(), edit.amount()));
                    inputs.put(names.value(), tensor(names.value(), edit.value()));
                }
            }
            if (seed != null) {
                inputs.put(graph.seed(), tensor(graph.seed(), seed));
            }
            // Batch after batch is shown to the whole network; of other requests there are many, and each would keep its memory.
            try (RunOptions options = SessionSettings.run(!graph.isPlain()); Result result = session.run(inputs, options)) {
                return copy(result);
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static Map<String, float[]> copy(final Result result) {
        final Map<String, float[]> values = new HashMap<>();
        for (final Map.Entry<String, OnnxValue> each : result) {
            final FloatBuffer floats = ((OnnxTensor) each.getValue()).getFloatBuffer();
            values.put(each.getKey(), floats.array());
        }
        return values;
    }

    private OnnxTensor tensor(final String name, final FeatureMaps maps) throws OrtException {
        final Shape shape = maps.shape();
        return OnnxTensor.createTensor(environment, buffers.fill(name, maps.values()),
                new long[] {maps.images(), shape.channels(), shape.rows(), shape.cols()});
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
