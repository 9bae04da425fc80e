package org.filterscope.reference.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Sampling.Interpolation;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;
import org.filterscope.reference.definition.OperatorCases.Case;
import org.filterscope.reference.definition.SmallNetworks.Small;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Theoretical receptive fields beside measured ones: every pixel is changed, and we see which positions change. */
class ReceptiveFieldMeasureTest {

    static Stream<Case> slidingOperators() {
        return OperatorCases.all().stream().filter(each -> switch (each.graph().output().operator()) {
            // A transposed kernel with gaps and strides paints in a pattern that no bounds describe.
            case TransposedConvolution convolution -> convolution.window().strideCols() == 1 || convolution.window().dilationCols() == 1;
            default -> each.graph().output().operator() instanceof Convolution || each.graph().output().operator() instanceof Resize;
        });
    }

    /** Above the input itself bounds are exact, but for padding: a position that sees nothing but zeros sees nothing. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("slidingOperators")
    void aPositionSeesExactlyItsReceptiveField(final Case each) throws Exception {
        final String layer = each.graph().output().name();
        final ReceptiveFields fields = new ReceptiveFields(each.graph());
        final Shape input = each.graph().input();
        final boolean[][] rows = seen(each.graph(), layer, true);
        final boolean[][] cols = seen(each.graph(), layer, false);
        check(rows, fields.vertical(layer), input.rows(), gap(each, true));
        check(cols, fields.horizontal(layer), input.cols(), gap(each, false));
    }

    /** Squeeze and excitation is left out: its gates see everything, and are not counted. */
    static Stream<Small> networks() {
        return SmallNetworks.all().stream().filter(each -> !each.name().startsWith("squeeze"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void noPositionOfAnyLayerSeesMoreThanItsReceptiveField(final Small each) throws Exception {
        final ReceptiveFields fields = new ReceptiveFields(each.graph());
        final Shape input = each.graph().input();
        for (final var node : each.graph().nodes()) {
            assertInside(node.name(), seen(each.graph(), node.name(), true), fields.vertical(node.name()), input.rows());
            assertInside(node.name(), seen(each.graph(), node.name(), false), fields.horizontal(node.name()), input.cols());
        }
    }

    private static void assertInside(final String layer, final boolean[][] seen, final ReceptiveField field, final int length) {
        for (int position = 0; position < seen.length; position++) {
            for (int pixel = 0; pixel < length; pixel++) {
                final boolean inside = pixel >= field.from(position) && pixel < field.to(position, length);
                assertThat(inside || !seen[position][pixel]).as("%s: position %d sees pixel %d, %s", layer, position, pixel, field).isTrue();
            }
        }
    }

    /** @param gap distance of neighbouring kernel rows: pixels in between are within the field and not seen */
    private static void check(final boolean[][] seen, final ReceptiveField field, final int length, final int gap) {
        assertInside("layer", seen, field, length);
        for (int position = 0; position < seen.length; position++) {
            final int from = field.from(position);
            final int to = field.to(position, length);
            for (int pixel = from; pixel < to; pixel++) {
                boolean near = false;
                for (int other = Math.max(from, pixel - gap + 1); other < Math.min(to, pixel + gap); other++) {
                    near |= seen[position][other];
                }
                assertThat(near).as("position %d does not see pixel %d, %s", position, pixel, field).isTrue();
            }
        }
    }

    /** Gaps in kernels; and where nearest positions are clamped at the border, straight bounds are up to a pixel too wide elsewhere. */
    private static int gap(final Case each, final boolean vertical) {
        return switch (each.graph().output().operator()) {
            case Convolution convolution -> dilation(convolution.window(), vertical);
            case TransposedConvolution convolution -> dilation(convolution.window(), vertical);
            case Resize resize when resize.rows().interpolation() != Interpolation.LINEAR -> 2;
            default -> 1;
        };
    }

    private static int dilation(final Window window, final boolean vertical) {
        return vertical ? window.dilationRows() : window.dilationCols();
    }

    /** Which positions of a layer's axis change when a pixel row, or column, of the input changes. */
    private static boolean[][] seen(final NetworkGraph graph, final String layer, final boolean vertical) {
        final Shape input = graph.input();
        final Shape shape = graph.shape(layer);
        final int length = vertical ? input.rows() : input.cols();
        final boolean[][] seen = new boolean[vertical ? shape.rows() : shape.cols()][length];
        final Values picture = Values.random(input, new Random(4));
        final DefinedNetwork network = new DefinedNetwork(graph);
        final Values before = network.run(Map.of("input", picture), List.of()).get(layer);
        for (int pixel = 0; pixel < length; pixel++) {
            final int moved = pixel;
            final Random random = new Random(pixel);
            final Values changed = Values.of(input,
                    (c, row, col) -> picture.at(c, row, col) + ((vertical ? row : col) == moved ? random.nextGaussian() : 0));
            final Values after = network.run(Map.of("input", changed), List.of()).get(layer);
            for (int i = 0; i < before.values().length; i++) {
                final int position = vertical ? i / shape.cols() % shape.rows() : i % shape.cols();
                seen[position][pixel] |= Math.abs(after.values()[i] - before.values()[i]) > 1e-9;
            }
        }
        return seen;
    }
}
