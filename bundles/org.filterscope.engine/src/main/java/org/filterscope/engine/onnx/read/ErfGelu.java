package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import onnx.Onnx.NodeProto;
import org.filterscope.engine.graph.InvalidNetworkException;

/** Finds GELU where operator sets before 20 had to spell it out, x (1 + erf(x / √2)) / 2, in any order of its factors, and says Gelu there. */
final class ErfGelu {
    private static final double TOLERANCE = 1e-4;

    private final Wiring wiring;
    private final Function<String, Optional<Double>> numbers;

    /** @param numbers the value of a constant that is a single number */
    private ErfGelu(final Wiring wiring, final Function<String, Optional<Double>> numbers) {
        this.wiring = wiring;
        this.numbers = numbers;
    }

    static List<NodeProto> named(final List<NodeProto> nodes, final Function<String, Optional<Double>> numbers) throws InvalidNetworkException {
        final List<NodeProto> named = new ArrayList<>(nodes);
        if (nodes.stream().noneMatch(node -> node.getOpType().equals("Erf"))) {
            return named;
        }
        final ErfGelu search = new ErfGelu(new Wiring(nodes), numbers);
        for (final NodeProto node : nodes) {
            if (node.getOpType().equals("Erf") && node.getInputCount() == 1 && node.getOutputCount() == 1) {
                search.gelu(node).ifPresent(found -> named.replaceAll(old -> old == found.last ? found.replacement() : old));
            }
        }
        return named;
    }

    /** The last node of the pattern, and x. */
    private record Found(NodeProto last, String input) {
        NodeProto replacement() {
            return last.toBuilder().setOpType("Gelu").clearInput().addInput(input).clearAttribute().build();
        }
    }

    private Optional<Found> gelu(final NodeProto erf) {
        final Optional<String> x = scaled(erf.getInput(0), Math.sqrt(0.5));
        final Optional<NodeProto> sum = onlyTaker(erf.getOutput(0), "Add").filter(add -> number(other(add, erf.getOutput(0)), 1));
        if (x.isEmpty() || sum.isEmpty()) {
            return Optional.empty();
        }
        // What is left is a product with x and one half, in any order.
        boolean half = false;
        boolean input = false;
        NodeProto last = sum.get();
        while (!half || !input) {
            final String value = last.getOutput(0);
            final Optional<NodeProto> product = onlyTaker(value, "Mul");
            if (product.isEmpty()) {
                return Optional.empty();
            }
            final String factor = other(product.get(), value);
            if (!half && number(factor, 0.5)) {
                half = true;
            } else if (!input && factor.equals(x.get())) {
                input = true;
            } else if (!half && !input && scaled(factor, 0.5).equals(x)) {
                half = true;
                input = true;
            } else {
                return Optional.empty();
            }
            last = product.get();
        }
        return Optional.of(new Found(last, x.get()));
    }

    /** Of what a value is the multiple. */
    private Optional<String> scaled(final String value, final double factor) {
        final NodeProto maker = wiring.maker(value);
        if (maker == null || maker.getInputCount() != 2) {
            return Optional.empty();
        }
        final String a = maker.getInput(0);
        final String b = maker.getInput(1);
        return switch (maker.getOpType()) {
            case "Mul" -> number(b, factor) ? Optional.of(a) : number(a, factor) ? Optional.of(b) : Optional.empty();
            case "Div" -> number(b, 1 / factor) ? Optional.of(a) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<NodeProto> onlyTaker(final String value, final String operator) {
        final List<NodeProto> takers = wiring.takers(value);
        return takers.size() == 1 && takers.get(0).getOpType().equals(operator) && takers.get(0).getInputCount() == 2
                && takers.get(0).getOutputCount() == 1 ? Optional.of(takers.get(0)) : Optional.empty();
    }

    private static String other(final NodeProto node, final String input) {
        return node.getInput(0).equals(input) ? node.getInput(1) : node.getInput(0);
    }

    private boolean number(final String value, final double expected) {
        return numbers.apply(value).filter(number -> Math.abs(number - expected) < TOLERANCE).isPresent();
    }
}
