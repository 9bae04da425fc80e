package org.filterscope.worker;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;

/** What a person wants to know of an operator beyond its kind and its shape. */
final class OperatorDetails {
    private static final int MOST_CHANNELS = 8;
    private static final int DECIMALS = 2;

    private OperatorDetails() {
    }

    static String of(final Operator operator) {
        return switch (operator) {
            case Convolution convolution when convolution.groups() > 1 && convolution.weights().length(1) > 1 ->
                    window(convolution.window()) + ", %d groups".formatted(convolution.groups());
            case Convolution convolution -> window(convolution.window());
            case TransposedConvolution transposed -> window(transposed.window());
            case Pooling pooling -> window(pooling.window());
            case Activation activation -> activation(activation);
            case ZeroPadding(var padding) -> sides(padding);
            case Cropping(var amounts) -> sides(amounts);
            case ChannelSelection(var channels) -> "channels " + (channels.size() <= MOST_CHANNELS ? channels
                    : "%s … %d".formatted(channels.subList(0, MOST_CHANNELS - 1), channels.getLast()));
            default -> "";
        };
    }

    /** Whole numbers as such, others with two decimals at most. */
    static String number(final double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        final BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String window(final Window window) {
        final List<String> words = new ArrayList<>();
        words.add(pair(window.rows(), window.cols()));
        addUnlessOne("stride", window.strideRows(), window.strideCols(), words);
        addUnlessOne("dilation", window.dilationRows(), window.dilationCols(), words);
        if (!window.padding().equals(Padding.NONE)) {
            words.add("padding " + sides(window.padding()));
        }
        return String.join(", ", words);
    }

    private static void addUnlessOne(final String word, final int rows, final int cols, final List<String> words) {
        if (rows != 1 || cols != 1) {
            words.add(word + " " + (rows == cols ? "" + rows : pair(rows, cols)));
        }
    }

    private static String pair(final int rows, final int cols) {
        return rows + " × " + cols;
    }

    private static String sides(final Padding padding) {
        if (padding.isSymmetric() && padding.top() == padding.left()) {
            return "" + padding.top();
        }
        return "top %d, left %d, bottom %d, right %d".formatted(padding.top(), padding.left(), padding.bottom(), padding.right());
    }

    private static String activation(final Activation activation) {
        return switch (activation.function()) {
            case LEAKY_RELU -> "slope " + number(activation.first());
            case ELU -> "alpha " + number(activation.first());
            case CLIP -> activation.second() >= Float.MAX_VALUE ? "at least " + number(activation.first())
                    : activation.first() <= -Float.MAX_VALUE ? "at most " + number(activation.second())
                    : "between %s and %s".formatted(number(activation.first()), number(activation.second()));
            case HARD_SIGMOID, HARD_SWISH -> "slope %s, offset %s".formatted(number(activation.first()), number(activation.second()));
            default -> "";
        };
    }
}
