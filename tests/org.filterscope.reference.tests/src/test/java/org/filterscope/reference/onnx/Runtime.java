package org.filterscope.reference.onnx;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import onnx.Onnx.ModelProto;

/** ONNX Runtime itself, told to change nothing about the graph. */
final class Runtime {

    /**
     * An array of ONNX.
     *
     * @param dims   all of them, the images first
     * @param values row-major
     */
    record Numbers(List<Long> dims, float[] values) {
    }

    private Runtime() {
    }

    /** Some values of a model for a picture, by their names in the file. */
    static Map<String, Numbers> run(final ModelProto model, final String input, final long[] dims, final float[] picture,
            final List<String> values) throws OrtException {
        final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (SessionOptions options = new SessionOptions()) {
            options.setOptimizationLevel(OptLevel.NO_OPT);
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(OnnxModel.with(model, values).toByteArray(), options);
                    OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(picture), dims);
                    OrtSession.Result result = session.run(Map.of(input, tensor))) {
                final Map<String, Numbers> numbers = new LinkedHashMap<>();
                for (final String value : values) {
                    final OnnxTensor found = (OnnxTensor) result.get(value).orElseThrow();
                    final float[] flat = new float[found.getFloatBuffer().remaining()];
                    found.getFloatBuffer().get(flat);
                    final List<Long> shape = Arrays.stream(found.getInfo().getShape()).boxed().toList();
                    numbers.put(value, new Numbers(shape, flat));
                }
                return numbers;
            }
        }
    }
}
