package org.filterscope.analysis.dissection;

/** Single-precision numbers as whole ones in the same order, so that their leading bits are intervals of numbers. */
final class FloatOrder {

    private FloatOrder() {
    }

    /** As an unsigned number: the greater the value, the greater. Both zeros are the same. */
    static int key(final float value) {
        final int bits = Float.floatToRawIntBits(value + 0.0f);
        return bits ^ (bits >> 31 | Integer.MIN_VALUE);
    }

    static float value(final int key) {
        return Float.intBitsToFloat(key ^ (~key >> 31 | Integer.MIN_VALUE));
    }
}
