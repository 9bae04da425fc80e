package org.filterscope.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscope.engine.keras.KerasModels.arrays;
import static org.filterscope.engine.keras.KerasModels.assertRefused;
import static org.filterscope.engine.keras.KerasModels.names;
import static org.filterscope.engine.keras.KerasModels.predict;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.filterscope.testkit.KerasModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models used as layers, and layers used several times. Convolutions multiply by the number in their kernel. */
class KerasNestedTest {
    private static final String CONVOLUTION = "{\"name\": \"%s\", \"filters\": 1, \"kernel_size\": [1, 1], \"use_bias\": false}";

    @TempDir
    Path folder;

    /** The way Keras 2 does it: all weights in the outer layer's group, under the names of the inner layers, which count uses from 1. */
    @Test
    void weightsOfNestedModelsInHdf5AreFoundByTheNamesOfTheirLayers() throws Exception {
        final Path file = new KerasModel().input(1, 1, 1)
                .layer("Functional", "base", functional(), List.of("input"), arrays("conv/kernel", kernel(2), "deep/kernel", kernel(3)))
                .called("Conv2D", "conv", CONVOLUTION.formatted("conv"), "[[[\"base\", 1, 0, {}]]]", arrays("kernel", kernel(5)))
                .write(folder.resolve("m.h5"));
        assertThat(names(file)).containsExactly("input", "base/conv", "base/chain/deep", "conv");
        assertThat(predict(file, 1)).containsExactly(30);
    }

    /** Keras 3 tells the whole way, so that layers of different models may have the same name. */
    @Test
    void theWholeWayGoesBeforeTheNameOfTheLayer() throws Exception {
        final Path file = new KerasModel().input(1, 1, 1)
                .layer("Functional", "base", functional().replace("deep", "conv"), List.of("input"),
                        arrays("base/conv/kernel", kernel(2), "base/chain/conv/kernel", kernel(3)))
                .called("Add", "sum", "{}", "[[[\"base\", 1, 0, {}], [\"input\", 0, 0, {}]]]").write(folder.resolve("m.h5"));
        assertThat(predict(file, 1)).containsExactly(7);
    }

    @Test
    void weightsThatCouldBelongToTwoLayersAreRefused() {
        assertRefused(new KerasModel().input(1, 1, 1)
                .layer("Functional", "base", functional().replace("deep", "conv"), List.of("input"),
                        arrays("x/conv/kernel", kernel(2), "y/conv/kernel", kernel(3)))
                .write(folder.resolve("m.h5")), "the weights 'kernel' of layer 'base/conv' can be any of [x/conv/kernel:0, y/conv/kernel:0]");
    }

    @Test
    void aModelUsedTwiceIsRefused() {
        assertRefused(new KerasModel().input(1, 1, 1)
                .called("Functional", "base", functional(), "[[[\"input\", 0, 0, {}]], [[\"input\", 0, 0, {}]]]")
                .called("Add", "sum", "{}", "[[[\"base\", 0, 0, {}], [\"base\", 1, 0, {}]]]").write(folder.resolve("m.h5")),
                "the model 'base' inside the model is used 2 times");
    }

    /** 2 (2 · 1 − 1) − 1 = 1 with the same convolution each time. */
    @Test
    void aSharedLayerIsALayerForEachUseWithTheSameWeights() throws Exception {
        final Path file = new KerasModel().input(1, 1, 1)
                .called("Conv2D", "conv", CONVOLUTION.formatted("conv"), "[[[\"input\", 0, 0, {}]], [[\"less\", 0, 0, {}]]]",
                        arrays("kernel", kernel(2)))
                .called("TFOpLambda", "less", "{\"function\": \"math.subtract\"}", "[[\"conv\", 0, 0, {\"y\": 1.0, \"name\": null}]]")
                .called("TFOpLambda", "end", "{\"function\": \"math.subtract\"}", "[[\"conv\", 1, 0, {\"y\": 1.0, \"name\": null}]]")
                .write(folder.resolve("m.h5"));
        assertThat(names(file)).containsExactly("input", "conv", "less", "conv/2", "end");
        assertThat(predict(file, 1)).containsExactly(1);
    }

    /** A model that begins with a model and tells its input's shape only there. */
    @Test
    void aSequentialModelTakesItsInputFromTheModelItBeginsWith() throws Exception {
        final KerasModel model = new KerasModel();
        final String layers = """
                {"layers": [
                  {"class_name": "Functional", "config": %s},
                  {"class_name": "Activation", "config": {"name": "end", "activation": "relu"}}]}""".formatted(functional());
        final Path file = model.input(1, 1, 1).layer("Sequential", "all", layers, Map.of("conv/kernel", kernel(-2), "deep/kernel", kernel(-3)))
                .write(folder.resolve("m.h5"));
        assertThat(names(file)).containsExactly("input", "all/base/conv", "all/base/chain/deep", "all/end");
        assertThat(predict(file, 1)).containsExactly(6);
    }

    /** A convolution, then a Sequential model with another one that does not know its input's shape. */
    private static String functional() {
        return """
                {"name": "base", "layers": [
                  {"class_name": "InputLayer", "name": "in", "config": {"name": "in", "batch_input_shape": [null, null, null, 1]},
                   "inbound_nodes": []},
                  {"class_name": "Conv2D", "name": "conv", "config": %s, "inbound_nodes": [[["in", 0, 0, {}]]]},
                  {"class_name": "Sequential", "name": "chain", "config": {"name": "chain", "layers": [
                    {"class_name": "Conv2D", "config": %s}]}, "inbound_nodes": [[["conv", 0, 0, {}]]]}],
                 "input_layers": [["in", 0, 0]], "output_layers": [["chain", 1, 0]]}"""
                .formatted(CONVOLUTION.formatted("conv"), CONVOLUTION.formatted("deep"));
    }

    private static float[][][][] kernel(final float factor) {
        return new float[][][][] {{{{factor}}}};
    }
}
