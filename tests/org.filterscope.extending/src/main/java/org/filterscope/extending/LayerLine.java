package org.filterscope.extending;

import java.util.Arrays;
import java.util.List;

import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.read.RefusedException;

/**
 * One layer: {@code NAME input CHANNELS ROWS COLS}, {@code NAME mix FILTERS WEIGHT… BIAS…} (a 1 × 1 convolution, weights
 * {@code [filter, channel]}), {@code NAME relu} or {@code NAME mean} (of each map).
 *
 * @param name    of the layer
 * @param kind    of the layer
 * @param numbers what follows
 */
record LayerLine(String name, String kind, List<String> numbers) {

    /** What becomes of a weight. */
    sealed interface Numbers {
        float weight(String written) throws RefusedException;
    }

    /** The weights themselves. */
    record Weights() implements Numbers {
        @Override
        public float weight(final String written) throws RefusedException {
            try {
                final float value = Float.parseFloat(written);
                if (Float.isFinite(value)) {
                    return value;
                }
            } catch (final NumberFormatException e) {
                // Told below, as what is no finite number.
            }
            throw new RefusedException("'%s' is no number".formatted(written));
        }
    }

    /** In place of each weight, that it has no place. */
    record NoPlaces() implements Numbers {
        @Override
        public float weight(final String written) {
            return 0;
        }
    }

    static LayerLine of(final String line) {
        final String[] words = line.strip().split("\\s+");
        return new LayerLine(words[0], words.length > 1 ? words[1] : "", List.of(words).subList(Math.min(2, words.length), words.length));
    }

    /** @param channels of the layer above */
    Operator operator(final int channels, final Numbers weights) throws RefusedException {
        return switch (kind) {
            case "input" -> input();
            case "mix" -> mix(channels, weights);
            case "relu" -> new Activation(Activation.Function.RELU, 0, 0);
            case "mean" -> new GlobalPooling(Reduction.AVERAGE);
            default -> throw new RefusedException("there is no such layer");
        };
    }

    /** @param channels of the layer above */
    int channels(final int channels) throws RefusedException {
        return "input".equals(kind) || "mix".equals(kind) ? count(0) : channels;
    }

    private Operator input() throws RefusedException {
        if (numbers.size() != 3) {
            throw new RefusedException("channels, rows and columns are wanted, here are %d numbers".formatted(numbers.size()));
        }
        return new Input(new Shape(count(0), count(1), count(2)));
    }

    private Operator mix(final int channels, final Numbers weights) throws RefusedException {
        final int filters = count(0);
        // The line's own length bounds what is allocated.
        if (numbers.size() - 1L != (long) filters * channels + filters) {
            throw new RefusedException("%d filters of %d channels are %d weights and %d biases, here are %d numbers".formatted(filters, channels,
                    (long) filters * channels, filters, numbers.size() - 1));
        }
        final float[] values = new float[numbers.size() - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = weights.weight(numbers.get(i + 1));
        }
        return new Convolution(new Tensor(List.of(filters, channels, 1, 1), Arrays.copyOf(values, filters * channels)),
                Tensor.vector(Arrays.copyOfRange(values, filters * channels, values.length)), new Window(1, 1, 1, 1, 1, 1, Padding.NONE));
    }

    private int count(final int index) throws RefusedException {
        if (index >= numbers.size() || !numbers.get(index).matches("[1-9][0-9]{0,5}")) {
            throw new RefusedException("a count from 1 to 999999 is wanted, here is %s".formatted(
                    index < numbers.size() ? "'" + numbers.get(index) + "'" : "none"));
        }
        return Integer.parseInt(numbers.get(index));
    }
}
