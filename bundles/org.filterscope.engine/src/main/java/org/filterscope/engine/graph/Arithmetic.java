package org.filterscope.engine.graph;

import java.util.List;

/** Operators that combine values position by position, and those that move positions about. */
public sealed interface Arithmetic extends Operator {

    /** Product of inputs; one value a channel multiplies every position (squeeze and excitation). */
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

    /** Rows and columns cut off at the borders. */
    record Cropping(Padding amounts) implements Arithmetic {
        @Override
        public String kind() {
            return "cropping";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            final Shape in = inputs.get(0);
            return new Shape(in.channels(), in.rows() - amounts.top() - amounts.bottom(), in.cols() - amounts.left() - amounts.right());
        }
    }

    private static Shape equal(final String verb, final List<Shape> inputs) {
        if (inputs.stream().distinct().count() != 1) {
            throw new IllegalArgumentException("it %s maps of different shapes: %s".formatted(verb, inputs));
        }
        return inputs.get(0);
    }

    /** The largest of the shapes; the others are equal to it or hold one value for each of its channels. */
    static Shape common(final String verb, final List<Shape> inputs) {
        final Shape largest = inputs.stream().reduce((a, b) -> b.size() > a.size() ? b : a).orElseThrow();
        final Shape perChannel = Shape.vector(largest.channels());
        if (inputs.stream().anyMatch(shape -> !shape.equals(largest) && !shape.equals(perChannel))) {
            throw new IllegalArgumentException("it %s maps of different shapes: %s".formatted(verb, inputs));
        }
        return largest;
    }
}
