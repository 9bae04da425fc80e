package org.filterscope.engine.onnx.read;

import java.util.List;

/** An array whose values are known: weights, settings, and shapes computed from them. Values are in row-major order and must not be changed. */
sealed interface Constant extends Value {

    /** Lengths of the dimensions; none for a single number. */
    List<Integer> dims();

    /** How many values. */
    int size();

    /** An array of the given shape whose values are found at the given places of this one. */
    Constant pick(List<Integer> dims, int[] places);

    /** The same values under another shape. */
    Constant shaped(List<Integer> dims);

    /** Real numbers. */
    record Floats(List<Integer> dims, float[] values) implements Constant {
        public Floats {
            dims = List.copyOf(dims);
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public Floats pick(final List<Integer> shape, final int[] places) {
            final float[] picked = new float[places.length];
            for (int i = 0; i < places.length; i++) {
                picked[i] = values[places[i]];
            }
            return new Floats(shape, picked);
        }

        @Override
        public Floats shaped(final List<Integer> shape) {
            return new Floats(shape, values);
        }
    }

    /** Whole numbers and truth values; {@link #IMAGES} stands for the number of images, which is open. */
    record Integers(List<Integer> dims, long[] values) implements Constant {
        static final long IMAGES = Long.MIN_VALUE;

        public Integers {
            dims = List.copyOf(dims);
        }

        static Integers vector(final long... values) {
            return new Integers(List.of(values.length), values);
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public Integers pick(final List<Integer> shape, final int[] places) {
            final long[] picked = new long[places.length];
            for (int i = 0; i < places.length; i++) {
                picked[i] = values[places[i]];
            }
            return new Integers(shape, picked);
        }

        @Override
        public Integers shaped(final List<Integer> shape) {
            return new Integers(shape, values);
        }
    }
}
