package org.filterscope.engine.graph;

import java.util.List;
import java.util.function.ToIntFunction;

/** Operators that combine values position by position. */
public sealed interface Arithmetic extends Operator {

    /** Product of inputs, spread where they have the length 1: one value a channel multiplies every position (squeeze and excitation). */
    record Multiply() implements Arithmetic {
        @Override
        public String kind() {
            return "multiply";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return common("multiplies", inputs);
        }
    }

    /** The highest of several inputs of one shape. */
    record Maximum() implements Arithmetic {
        @Override
        public String kind() {
            return "maximum";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return equal("compares", inputs);
        }
    }

    /** The mean of several inputs of one shape. */
    record Mean() implements Arithmetic {
        @Override
        public String kind() {
            return "mean";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return equal("averages", inputs);
        }
    }

    /** {@code factor x + summand}, one of each a channel: input normalisation inside a model, and other constants. */
    record Affine(Tensor factor, Tensor summand) implements Arithmetic {
        @Override
        public String kind() {
            return "affine";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            if (factor.length(0) != inputs.get(0).channels() || summand.length(0) != inputs.get(0).channels()) {
                throw new IllegalArgumentException(
                        "it has constants for %d channels, its input has %d".formatted(factor.length(0), inputs.get(0).channels()));
            }
            return inputs.get(0);
        }
    }

    /** x above zero, {@code slope x} below, one slope a channel. */
    record ParametricRelu(Tensor slope) implements Arithmetic {
        @Override
        public String kind() {
            return "parametric relu";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            if (slope.length(0) != inputs.get(0).channels()) {
                throw new IllegalArgumentException(
                        "it has %d slopes, its input has %d channels".formatted(slope.length(0), inputs.get(0).channels()));
            }
            return inputs.get(0);
        }
    }

    /**
     * Local response normalisation: {@code x / (bias + alpha s)^beta}, s the sum of the squares of the {@code size} channels around each.
     * Source: Krizhevsky et al. 2012, section 3.3 (alpha there is ours, not divided by size).
     *
     * @param size how many channels; odd
     */
    record LocalResponseNormalization(int size, double bias, double alpha, double beta) implements Arithmetic {
        public LocalResponseNormalization {
            if (size < 1 || size % 2 == 0) {
                throw new IllegalArgumentException("local response normalization over %d channels has no middle".formatted(size));
            }
        }

        @Override
        public String kind() {
            return "local response normalization";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return inputs.get(0);
        }
    }

    private static Shape equal(final String verb, final List<Shape> inputs) {
        if (inputs.stream().distinct().count() != 1) {
            throw new IllegalArgumentException("it %s maps of different shapes: %s".formatted(verb, inputs));
        }
        return inputs.get(0);
    }

    /** The shape that all spread to: along each axis they have the same length, or 1. */
    static Shape common(final String verb, final List<Shape> inputs) {
        final Shape common = new Shape(longest(inputs, Shape::channels), longest(inputs, Shape::rows), longest(inputs, Shape::cols));
        if (inputs.stream().anyMatch(shape -> !shape.spreadsTo(common))) {
            throw new IllegalArgumentException("it %s maps of different shapes: %s".formatted(verb, inputs));
        }
        return common;
    }

    private static int longest(final List<Shape> inputs, final ToIntFunction<Shape> axis) {
        return inputs.stream().mapToInt(axis).max().orElseThrow();
    }
}
