package org.filterscope.engine.onnxruntime;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ValueArrays;
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
import ai.onnxruntime.TensorInfo;

/** The graph of a request, loaded and ready. */
final class LoadedRequest implements AutoCloseable {
    private static final long LARGE = 64L << 20;

    private final OrtEnvironment environment;
    private final RequestGraph graph;
    private final OrtSession session;
    private final DirectBuffers ins;
    private final DirectBuffers outs;
    private final long bytes;
    private final List<Output> outputs;

    /** @param shape the number of images left open */
    private record Output(String name, long[] shape) {
        long size() {
            return Arrays.stream(shape).skip(1).reduce(1, Math::multiplyExact);
        }
    }

    LoadedRequest(final OrtEnvironment environment, final RequestGraph graph, final SessionSettings settings, final DirectBuffers ins,
            final DirectBuffers outs) throws OrtException {
        this.environment = environment;
        this.graph = graph;
        this.ins = ins;
        this.outs = outs;
        final OnnxModel model = graph.graph().model("", "");
        bytes = model.size();
        if (bytes > OnnxModel.LARGEST) {
            throw new IllegalStateException("the network has more than the 2 GB of weights that ONNX Runtime takes in one piece");
        }
        try (SessionOptions options = settings.options()) {
            session = environment.createSession(model.toDirectBuffer(), options);
        }
        // Largest first: so the n-th largest of one graph comes out where that of another did, and the memory is that of the most demanding graph.
        outputs = session.getOutputInfo().entrySet().stream()
                .map(each -> new Output(each.getKey(), ((TensorInfo) each.getValue().getInfo()).getShape()))
                .sorted(Comparator.comparingLong(Output::size).reversed()).toList();
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
     * @param seed   null without a backward pass
     * @param arrays for what comes out; only requests of a kind that is asked for again and again use them
     * @return what came out, by its name in the graph
     */
    Map<String, float[]> run(final Pass pass, final FeatureMaps seed, final ValueArrays arrays) throws OrtException {
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
            return graph.isPlain() ? runAgain(inputs, pass.images(), arrays) : runOnce(inputs);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private Map<String, float[]> runAgain(final Map<String, OnnxTensor> inputs, final int images, final ValueArrays arrays) throws OrtException {
        final Map<String, FloatBuffer> kept = new HashMap<>();
        final Map<String, OnnxTensor> results = new HashMap<>();
        try {
            for (int i = 0; i < outputs.size(); i++) {
                final Output output = outputs.get(i);
                final long[] shape = output.shape().clone();
                shape[0] = images;
                final FloatBuffer buffer = outs.room(Integer.toString(i), Math.toIntExact(Math.multiplyExact(images, output.size())));
                kept.put(output.name(), buffer);
                results.put(output.name(), OnnxTensor.createTensor(environment, buffer, shape));
            }
            session.run(inputs, results).close();
        } finally {
            results.values().forEach(OnnxTensor::close);
        }
        final Map<String, float[]> values = new HashMap<>();
        kept.forEach((name, buffer) -> {
            final float[] array = arrays.array(name, buffer.limit());
            buffer.get(0, array);
            values.put(name, array);
        });
        return values;
    }

    private Map<String, float[]> runOnce(final Map<String, OnnxTensor> inputs) throws OrtException {
        final Map<String, float[]> values = new HashMap<>();
        try (RunOptions options = SessionSettings.givingBack(); Result result = session.run(inputs, options)) {
            for (final Map.Entry<String, OnnxValue> each : result) {
                values.put(each.getKey(), ((OnnxTensor) each.getValue()).getFloatBuffer().array());
            }
        }
        return values;
    }

    private OnnxTensor tensor(final String name, final FeatureMaps maps) throws OrtException {
        final Shape shape = maps.shape();
        return OnnxTensor.createTensor(environment, ins.fill(name, maps.values()),
                new long[] {maps.images(), shape.channels(), shape.rows(), shape.cols()});
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
