package org.filterscope.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscope.engine.keras.KerasModels.assertRefused;
import static org.filterscope.engine.keras.KerasModels.predict;

import java.nio.file.Path;

import org.filterscope.testkit.KerasModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arithmetic in a model's wiring, as Keras 2 (functions of TensorFlow) and Keras 3 (operations) write it. */
class KerasOperationsTest {
    private static final String INPUT = "{\"class_name\": \"__keras_tensor__\", \"config\": {\"keras_history\": [\"input\", 0, 0]}}";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} on {1}")
    @CsvSource(delimiter = '|', value = {"Add | X, 3.0 | 5", "Subtract | X, 3.0 | -1", "Subtract | 3.0, X | 1", "Multiply | 3.0, X | 6",
        "TrueDivide | X, 4.0 | 0.5", "Subtract | X, X | 0", "Multiply | X, X | 4", "Relu6 | X | 2", "Maximum | X, 0.0 | 2",
        "Add | X, {\"class_name\": \"__tensor__\", \"config\": {\"value\": [[[[7.0]]]], \"dtype\": \"float32\"}} | 9"})
    void operationsOfKeras3(final String kind, final String arguments, final float expected) throws Exception {
        assertThat(predict(operation(kind, "{}", arguments), 2)).containsExactly(expected);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource(delimiter = '|', value = {"__operators__.add | 3.0 | 5", "math.truediv | 4.0 | 0.5", "math.subtract | [\"input\", 0, 0] | 0",
        "math.multiply | [[[2.5]]] | 5"})
    void functionsOfKeras2(final String function, final String second, final float expected) throws Exception {
        assertThat(predict(new KerasModel().input(1, 1, 1).called("TFOpLambda", "it", "{\"function\": \"%s\"}".formatted(function),
                "[[\"input\", 0, 0, {\"y\": %s, \"name\": null}]]".formatted(second)).write(folder.resolve("m.h5")), 2)).containsExactly(expected);
    }

    @Test
    void aLayerWithSeveralResultsIsNamed() {
        assertRefused(new KerasModel().input(1, 1, 2).called("TFOpLambda", "parts", "{\"function\": \"split\"}", "[[\"input\", 0, 0, {}]]")
                .called("Activation", "end", "{\"activation\": \"relu\"}", "[[[\"parts\", 0, 1, {}]]]").write(folder.resolve("m.h5")),
                "layer 'parts' has several results; only layers with one are supported");
    }

    /** What {@code preprocess_input} of ResNet does: colours turned round, then a mean of each taken away. */
    @Test
    void coloursAreTurnedRoundAsKeras2WritesIt() throws Exception {
        final Path file = new KerasModel().input(1, 1, 3)
                .called("SlicingOpLambda", "turn", "{\"function\": \"__operators__.getitem\"}", """
                        [["input", 0, 0, {"slice_spec": [{"class_name": "__ellipsis__"}, {"start": null, "stop": null, "step": -1}]}]]""")
                .called("TFOpLambda", "less", "{\"function\": \"nn.bias_add\"}",
                        "[[\"turn\", 0, 0, {\"bias\": [-10, -20, -30], \"data_format\": \"NHWC\"}]]")
                .write(folder.resolve("m.h5"));
        assertThat(predict(file, 1, 2, 3)).containsExactly(3 - 10, 2 - 20, 1 - 30);
    }

    /** Keras 3 takes the channels apart and stacks them. */
    @Test
    void coloursAreTurnedRoundAsKeras3WritesIt() throws Exception {
        final KerasModel model = new KerasModel().input(1, 1, 3);
        for (int channel = 2; channel >= 0; channel--) {
            model.called("GetItem", "c" + channel, "{}",
                    "[{\"args\": [%s, [{\"class_name\": \"__ellipsis__\", \"config\": {}}, %d]], \"kwargs\": {}}]".formatted(INPUT, channel));
        }
        final String parts = "[%s, %s, %s]".formatted(INPUT.replace("input", "c2"), INPUT.replace("input", "c1"), INPUT.replace("input", "c0"));
        final Path file = model.called("Stack", "it", "{\"axis\": -1}", "[{\"args\": [%s], \"kwargs\": {}}]".formatted(parts))
                .write(folder.resolve("m.h5"));
        assertThat(predict(file, 1, 2, 3)).containsExactly(3, 2, 1);
    }

    @Test
    void meansOfAllPositionsArePools() throws Exception {
        final Path file = new KerasModel().input(1, 2, 1).called("Mean", "it", "{\"axis\": [1, 2], \"keepdims\": true}",
                "[{\"args\": [%s], \"kwargs\": {}}]".formatted(INPUT)).write(folder.resolve("m.h5"));
        assertThat(predict(file, 2, 4)).containsExactly(3);
        assertRefused(operation("Mean", "{\"axis\": [3]}", "X"), "along the axes [3]");
    }

    @Test
    void whatCannotBeExpressedIsRefused() {
        assertRefused(operation("TrueDivide", "{}", "1.0, X"), "a constant divided by a value");
        assertRefused(operation("Maximum", "{}", "X, 0.5"), "a constant other than 0");
        assertRefused(operation("Add", "{}", "X, [[[[1.0], [2.0]]]]"), "its constant of the shape [1, 1, 2, 1] is not one number for each of 1");
        assertRefused(operation("Power", "{}", "X, 2.0"), "layers of this kind are not supported");
        assertRefused(new KerasModel().input(1, 1, 1).called("TFOpLambda", "it", "{\"function\": \"math.erf\"}", "[[\"input\", 0, 0, {}]]")
                .write(folder.resolve("f.h5")), "layer 'it' (TFOpLambda): the function 'math.erf' is not supported");
    }

    private Path operation(final String kind, final String config, final String arguments) {
        return new KerasModel().version("3.8.0").input(1, 1, 1)
                .called(kind, "it", config, "[{\"args\": [%s], \"kwargs\": {}}]".formatted(arguments.replace("X", INPUT)))
                .write(folder.resolve("m.h5"));
    }
}
