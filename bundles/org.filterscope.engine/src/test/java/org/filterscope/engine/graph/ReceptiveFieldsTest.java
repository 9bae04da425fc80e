package org.filterscope.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.junit.jupiter.api.Test;

class ReceptiveFieldsTest {
    private static final Padding ONE = new Padding(1, 1, 1, 1);

    /** Values published for VGG-16 (stride, size, centre of position 0). */
    @Test
    void vgg16HasThePublishedFields() throws Exception {
        final List<Node> nodes = new ArrayList<>(List.of(new Node("input", new Input(new Shape(1, 224, 224)), List.of())));
        final int[] convolutions = {2, 2, 3, 3, 3};
        for (int block = 1; block <= convolutions.length; block++) {
            for (int i = 1; i <= convolutions[block - 1]; i++) {
                add(nodes, "conv" + block + "_" + i, convolution(3, 1, ONE));
            }
            add(nodes, "pool" + block, new Pooling(Reduction.MAXIMUM, new Window(2, 2, 2, 2, 1, 1, Padding.NONE)));
        }
        final ReceptiveFields fields = new ReceptiveFields(new NetworkGraph("test", nodes));
        assertField(fields.vertical("conv4_2"), 8, 76, 3.5);
        assertField(fields.vertical("conv4_3"), 8, 92, 3.5);
        assertField(fields.vertical("conv5_1"), 16, 132, 7.5);
        assertField(fields.horizontal("conv5_3"), 16, 196, 7.5);
    }

    /** TensorFlow's "same" pads an even input only at the bottom right, so the two branches of a residual block see shifted pixels. */
    @Test
    void branchesShiftedByAsymmetricPaddingSeeTheUnion() throws Exception {
        final Shape input = new Shape(1, 8, 8);
        final Window same = Window.same(3, 3, 2, 2, 1, 1, input);
        assertThat(same.padding()).isEqualTo(new Padding(0, 0, 1, 1));
        final NetworkGraph graph = new NetworkGraph("test",
                List.of(new Node("input", new Input(input), List.of()),
                        new Node("three", new Convolution(weights(3), Tensor.vector(0), same), List.of("input")),
                        new Node("one", convolution(1, 2, Padding.NONE), List.of("input")),
                        new Node("sum", new Add(), List.of("three", "one"))));
        final ReceptiveFields fields = new ReceptiveFields(graph);
        assertField(fields.vertical("three"), 2, 3, 1);
        assertField(fields.vertical("one"), 2, 1, 0);
        assertField(fields.vertical("sum"), 2, 3, 1);
    }

    @Test
    void aGlobalPoolSeesEverythingAndBoxesAreClippedToTheInput() throws Exception {
        final NetworkGraph graph = new NetworkGraph("test",
                List.of(new Node("input", new Input(new Shape(1, 8, 6)), List.of()),
                        new Node("three", convolution(3, 1, ONE), List.of("input")),
                        new Node("mean", new GlobalPooling(Reduction.AVERAGE), List.of("three"))));
        final ReceptiveFields fields = new ReceptiveFields(graph);
        final ReceptiveField three = fields.vertical("three");
        assertThat(three.from(0)).isZero();
        assertThat(three.to(0, 8)).isEqualTo(2);
        assertThat(three.from(4)).isEqualTo(3);
        assertThat(three.to(4, 8)).isEqualTo(6);
        assertThat(fields.vertical("mean").from(0)).isZero();
        assertThat(fields.vertical("mean").to(0, 8)).isEqualTo(8);
        assertThat(fields.horizontal("mean").to(0, 6)).isEqualTo(6);
    }

    /** Two scales pooled to one value each: where there is one position, strides mean nothing. */
    @Test
    void pooledBranchesOfDifferentSizeCanMeet() throws Exception {
        final NetworkGraph graph = new NetworkGraph("test",
                List.of(new Node("input", new Input(new Shape(1, 16, 16)), List.of()),
                        new Node("valid", convolution(3, 1, Padding.NONE), List.of("input")),
                        new Node("fine", new GlobalPooling(Reduction.AVERAGE), List.of("input")),
                        new Node("coarse", new GlobalPooling(Reduction.AVERAGE), List.of("valid")),
                        new Node("both", new Concatenate(), List.of("fine", "coarse"))));
        final ReceptiveField both = new ReceptiveFields(graph).vertical("both");
        assertThat(both.from(0)).isZero();
        assertThat(both.to(0, 16)).isEqualTo(16);
    }

    private static void assertField(final ReceptiveField field, final int stride, final int size, final double centre) {
        assertThat(field.stride()).isEqualTo(stride);
        assertThat(field.size()).isEqualTo(size);
        assertThat(field.centre()).isEqualTo(centre);
    }

    private static void add(final List<Node> nodes, final String name, final Operator operator) {
        nodes.add(new Node(name, operator, List.of(nodes.getLast().name())));
    }

    private static Convolution convolution(final int kernel, final int stride, final Padding padding) {
        return new Convolution(weights(kernel), Tensor.vector(0), new Window(kernel, kernel, stride, stride, 1, 1, padding));
    }

    private static Tensor weights(final int kernel) {
        return new Tensor(List.of(1, 1, kernel, kernel), new float[kernel * kernel]);
    }
}
