package org.filterscope.engine.graph;

import java.util.List;
import java.util.Locale;

/** What a node computes. Operators are data; executors give them life. Every operator knows the shape it makes. */
public sealed interface Operator permits Arithmetic, Rearrangement, TransposedConvolution, Operator.Input, Operator.Convolution,
        Operator.Pooling, Operator.GlobalPooling, Operator.BatchNormalization, Operator.Activation, Operator.Softmax, Operator.Dense,
        Operator.Flatten, Operator.Add, Operator.Concatenate, Operator.ZeroPadding, Operator.Identity {

    /** The word for it in tables, for example {@code convolution}. */
    String kind();

    /**
     * Shape of one image's result.
     *
     * @throws IllegalArgumentException with a reason for a person, when the inputs do not fit
     */
    Shape shape(List<Shape> inputs);

    /** The network's input. */
    record Input(Shape shape) implements Operator {
        @Override
        public String kind() {
            return "input";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return shape;
        }
    }

    /**
     * Convolution (cross-correlation, as all networks do it).
     *
     * @param weights {@code [filter, channel / groups, row, col]}
     * @param bias    one a filter
     * @param groups  filters and channels are cut into so many groups that do not see each other; as many as channels for a depthwise one
     */
    record Convolution(Tensor weights, Tensor bias, Window window, int groups) implements Operator {

        /** Every filter sees every channel. */
        public Convolution(final Tensor weights, final Tensor bias, final Window window) {
            this(weights, bias, window, 1);
        }

        @Override
        public String kind() {
            return groups == 1 ? "convolution" : weights.length(1) == 1 ? "depthwise convolution" : "grouped convolution";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            if (inputs.get(0).channels() != Math.multiplyExact(weights.length(1), groups)) {
                throw new IllegalArgumentException("its weights want %d channels, its input has %d".formatted(weights.length(1) * groups,
                        inputs.get(0).channels()));
            }
            if (weights.length(0) % groups != 0) {
                throw new IllegalArgumentException("%d filters cannot be cut into %d groups".formatted(weights.length(0), groups));
            }
            if (bias.length(0) != weights.length(0)) {
                throw new IllegalArgumentException("%d filters but %d biases".formatted(weights.length(0), bias.length(0)));
            }
            return window.over(inputs.get(0), weights.length(0));
        }
    }

    /**
     * The highest or the mean value of each window.
     *
     * @param counted the part of the window's padding that the mean counts as zeros; the rest of the padding never counts
     */
    record Pooling(Reduction reduction, Window window, Padding counted) implements Operator {

        /** Padding does not count. */
        public Pooling(final Reduction reduction, final Window window) {
            this(reduction, window, Padding.NONE);
        }

        @Override
        public String kind() {
            return reduction.word() + " pooling";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return window.over(inputs.get(0), inputs.get(0).channels());
        }
    }

    /** The highest or the mean value of each channel's whole map. */
    record GlobalPooling(Reduction reduction) implements Operator {
        @Override
        public String kind() {
            return "global " + reduction.word() + " pooling";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return Shape.vector(inputs.get(0).channels());
        }
    }

    /** How pooling makes one value of many. */
    enum Reduction {
        MAXIMUM, AVERAGE;

        String word() {
            return this == MAXIMUM ? "max" : "average";
        }
    }

    /** Batch normalisation at inference: {@code gamma (x - mean) / sqrt(variance + epsilon) + beta}, one of each a channel. */
    record BatchNormalization(Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon) implements Operator {
        @Override
        public String kind() {
            return "batch normalization";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            if (gamma.length(0) != inputs.get(0).channels()) {
                throw new IllegalArgumentException(
                        "it normalizes %d channels, its input has %d".formatted(gamma.length(0), inputs.get(0).channels()));
            }
            return inputs.get(0);
        }
    }

    /**
     * A function of every single value.
     *
     * @param first  parameter of the function, if it has one
     * @param second parameter of the function, if it has two
     */
    record Activation(Function function, double first, double second) implements Operator {
        /** Which function of x; a and b are the first and the second parameter. */
        public enum Function {
            /** max(x, 0). */
            RELU,
            /** x above zero, a x below. */
            LEAKY_RELU,
            /** x above zero, a (exp(x) − 1) below. */
            ELU,
            /** Scaled ELU with the constants of Klambauer et al. 2017. */
            SELU,
            /** x Φ(x), Φ the normal distribution function. */
            GELU,
            /** 1 / (1 + exp(−x)). */
            SIGMOID,
            /** a x + b, cut off at 0 and 1. */
            HARD_SIGMOID,
            TANH,
            /** log(1 + exp(x)). */
            SOFTPLUS,
            /** x / (1 + |x|). */
            SOFTSIGN,
            /** x sigmoid(x). */
            SWISH,
            /** x hard-sigmoid(x). */
            HARD_SWISH,
            /** x tanh(softplus(x)). */
            MISH,
            /** x cut off at a and b. */
            CLIP
        }

        /** A function without parameters. */
        public Activation(final Function function) {
            this(function, 0, 0);
        }

        @Override
        public String kind() {
            return function.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return inputs.get(0);
        }
    }

    /**
     * Softmax over the channels.
     *
     * @param logarithmic whether the result is its logarithm
     */
    record Softmax(boolean logarithmic) implements Operator {
        /** The probabilities themselves. */
        public Softmax() {
            this(false);
        }

        @Override
        public String kind() {
            return logarithmic ? "log softmax" : "softmax";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return inputs.get(0);
        }
    }

    /**
     * Fully connected layer on a vector.
     *
     * @param weights {@code [output, input]}
     * @param bias    one an output
     */
    record Dense(Tensor weights, Tensor bias) implements Operator {
        @Override
        public String kind() {
            return "dense";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            if (inputs.get(0).hasMaps()) {
                throw new IllegalArgumentException("a dense layer on maps (%s) is not supported; flatten them first".formatted(inputs.get(0)));
            }
            if (inputs.get(0).channels() != weights.length(1)) {
                throw new IllegalArgumentException(
                        "its weights want %d values, its input has %d".formatted(weights.length(1), inputs.get(0).channels()));
            }
            return Shape.vector(weights.length(0));
        }
    }

    /** Maps to a vector in the order channel, row, column. */
    record Flatten() implements Operator {
        @Override
        public String kind() {
            return "flatten";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return Shape.vector(Math.toIntExact(inputs.get(0).size()));
        }
    }

    /** Sum of inputs, spread where they have the length 1: one value a channel is added to every position. */
    record Add() implements Operator {
        @Override
        public String kind() {
            return "add";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return Arithmetic.common("adds", inputs);
        }
    }

    /** Channels of all inputs one after the other. */
    record Concatenate() implements Operator {
        @Override
        public String kind() {
            return "concatenate";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            final Shape first = inputs.get(0);
            if (inputs.stream().anyMatch(shape -> shape.rows() != first.rows() || shape.cols() != first.cols())) {
                throw new IllegalArgumentException("it joins maps of different sizes: " + inputs);
            }
            return new Shape(inputs.stream().mapToInt(Shape::channels).reduce(0, Math::addExact), first.rows(), first.cols());
        }
    }

    /** Zeros around the maps. */
    record ZeroPadding(Padding padding) implements Operator {
        @Override
        public String kind() {
            return "zero padding";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            final Shape in = inputs.get(0);
            return new Shape(in.channels(), in.rows() + padding.top() + padding.bottom(), in.cols() + padding.left() + padding.right());
        }
    }

    /** Passes its input on: dropout and other layers that only work in training. */
    record Identity() implements Operator {
        @Override
        public String kind() {
            return "identity";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return inputs.get(0);
        }
    }
}
