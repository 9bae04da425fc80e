package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.List;

/**
 * A digit of an axis's index. An axis of 6 split into 2 × 3 has the factors (2, step 3) and (3, step 1): index = 3 i + j.
 *
 * @param length how many values the digit has
 * @param step   what one of it adds to the axis's index
 */
record Factor(Axis axis, int length, int step) {

    /** Without digits that are always zero, and with neighbours put together that count on. */
    static List<Factor> joined(final List<Factor> factors) {
        final List<Factor> joined = new ArrayList<>();
        for (final Factor factor : factors) {
            if (factor.length == 1) {
                continue;
            }
            final Factor last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.axis == factor.axis && last.step == factor.step * factor.length) {
                joined.set(joined.size() - 1, new Factor(factor.axis, last.length * factor.length, factor.step));
            } else {
                joined.add(factor);
            }
        }
        return joined;
    }

    /** The index on the axis for every number that digits of one axis count, the first running slowest. */
    static int[] indices(final List<Factor> factors) {
        int[] indices = {0};
        for (final Factor factor : factors) {
            final int[] next = new int[indices.length * factor.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = indices[i / factor.length] + i % factor.length * factor.step;
            }
            indices = next;
        }
        return indices;
    }
}
