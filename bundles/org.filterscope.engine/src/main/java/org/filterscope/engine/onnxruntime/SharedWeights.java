package org.filterscope.engine.onnxruntime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.engine.onnx.write.Weights;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

/**
 * A network's weights outside the Java heap, once for all graphs made of it. ONNX Runtime uses them where they lie, so they must stay until the
 * last of these graphs is closed; only what its optimiser rewrites (weights of convolutions, for the processor's vector width) it copies.
 */
final class SharedWeights implements AutoCloseable {
    /** Weights of at most so many values lie in the model itself: the optimiser looks into some of them. */
    static final int SMALL = 256;

    private final OrtEnvironment environment;
    private final Map<String, OnnxTensor> tensors = new HashMap<>();

    SharedWeights(final OrtEnvironment environment) {
        this.environment = environment;
    }

    /** Tensors by the names that a graph gives them. */
    Map<String, OnnxTensorLike> tensors(final List<Weights> weights) throws OrtException {
        final Map<String, OnnxTensorLike> named = new HashMap<>();
        for (final Weights each : weights) {
            if (each.size() > SMALL) {
                named.put(each.name(), tensor(each));
            }
        }
        return named;
    }

    private OnnxTensor tensor(final Weights weights) throws OrtException {
        OnnxTensor tensor = tensors.get(weights.key());
        if (tensor == null) {
            final float[] values = weights.values().get();
            tensor = OnnxTensor.createTensor(environment, DirectBuffers.allocate(values.length).put(values).flip(),
                    weights.shape().stream().mapToLong(Integer::longValue).toArray());
            tensors.put(weights.key(), tensor);
        }
        return tensor;
    }

    @Override
    public void close() {
        tensors.values().forEach(OnnxTensor::close);
        tensors.clear();
    }
}
