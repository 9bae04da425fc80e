package org.filterscope.engine.graph;

import java.util.List;
import java.util.Locale;

/** What a node computes. Operators are data; executors give them life. Every operator knows the shape it makes. */
public sealed interface Operator {

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
     * @param weights {@code [filter, channel, row, col]}
     * @param bias    one a filter
     */
    record Convolution(Tensor weights, Tensor bias, Window window) implements Operator {
        @Override
        public String kind() {
            return "convolution";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            if (inputs.get(0).channels() != weights.length(1)) {
                throw new IllegalArgumentException(
                        "its weights want %d channels, its input has %d".formatted(weights.length(1), inputs.get(0).channels()));
            }
            if (bias.length(0) != weights.length(0)) {
                throw new IllegalArgumentException("%d filters but %d biases".formatted(weights.length(0), bias.length(0)));
            }
            return window.over(inputs.get(0), weights.length(0));
        }
    }

    /** The highest or the mean value of each window; the mean does not count padding. */
    record Pooling(Reduction reduction, Window window) implements Operator {
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

    /** A function of every single value. */
    record Activation(Function function) implements Operator {
        /** Which function. */
        public enum Function {
            RELU, SIGMOID, TANH
        }

        @Override
        public String kind() {
            return function.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            return inputs.get(0);
        }
    }

    /** Softmax over the channels. */
    record Softmax() implements Operator {
        @Override
        public String kind() {
            return "softmax";
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
                throw new IllegalArgumentException("its weights want %d values, its input has %d".formatted(weights.length(1), inputs.get(0).channels()));
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

    /** Sum of inputs of one shape. */
    record Add() implements Operator {
        @Override
        public String kind() {
            return "add";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            if (inputs.stream().distinct().count() != 1) {
                throw new IllegalArgumentException("it adds maps of different shapes: " + inputs);
            }
            return inputs.get(0);
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
