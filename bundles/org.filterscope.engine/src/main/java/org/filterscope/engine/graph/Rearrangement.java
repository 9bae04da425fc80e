package org.filterscope.engine.graph;

import java.util.List;

/** Operators that move values about or read between them, and compute nothing new. */
public sealed interface Rearrangement extends Operator {

    /** Rows and columns cut off at the borders. */
    record Cropping(Padding amounts) implements Rearrangement {
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

    /**
     * Channels picked out of the input, in any order: a slice, a shuffle, colours turned round. A channel may be picked twice.
     *
     * @param channels of the input, from 0
     */
    record ChannelSelection(List<Integer> channels) implements Rearrangement {
        public ChannelSelection {
            channels = List.copyOf(channels);
        }

        @Override
        public String kind() {
            return "channel selection";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            final Shape in = inputs.get(0);
            channels.forEach(channel -> {
                if (channel < 0 || channel >= in.channels()) {
                    throw new IllegalArgumentException("it picks channel %d of %d".formatted(channel, in.channels()));
                }
            });
            return new Shape(channels.size(), in.rows(), in.cols());
        }
    }

    /**
     * The same values under another shape.
     *
     * @param order in which the input's values are counted off, and the result is filled
     */
    record Reshape(Shape result, Order order) implements Rearrangement {
        /** Which index runs slowest to fastest. */
        public enum Order {
            /** Channel, row, column. */
            CHANNELS_FIRST,
            /** Row, column, channel. */
            CHANNELS_LAST
        }

        @Override
        public String kind() {
            return "reshape";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            if (inputs.get(0).size() != result.size()) {
                throw new IllegalArgumentException("%s cannot be reshaped to %s".formatted(inputs.get(0), result));
            }
            return result;
        }
    }

    /** Maps of another size, read from the input's maps along rows and then along columns. */
    record Resize(Sampling rows, Sampling cols) implements Rearrangement {
        @Override
        public String kind() {
            return rows.interpolation() == Sampling.Interpolation.LINEAR ? "bilinear resize" : "nearest resize";
        }

        @Override
        public Shape shape(final List<Shape> inputs) {
            final Shape in = inputs.get(0);
            if (in.rows() != rows.from() || in.cols() != cols.from()) {
                throw new IllegalArgumentException("it resizes maps of %d × %d, its input is %s".formatted(rows.from(), cols.from(), in));
            }
            return new Shape(in.channels(), rows.to(), cols.to());
        }
    }
}
