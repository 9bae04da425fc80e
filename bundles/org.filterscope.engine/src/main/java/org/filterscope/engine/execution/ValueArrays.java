package org.filterscope.engine.execution;

import java.util.HashMap;
import java.util.Map;

/**
 * Arrays that values come out in, pass after pass: Java clears new ones first, and has to find room for them. Whoever asks with the same arrays
 * again gives up what came out before. Not for two threads at once.
 */
public final class ValueArrays {
    private final Map<String, float[]> arrays = new HashMap<>();

    /**
     * The array of that name, if it has that length; else a new one.
     *
     * @return with any values
     */
    public float[] array(final String name, final int length) {
        final float[] known = arrays.get(name);
        if (known != null && known.length == length) {
            return known;
        }
        arrays.remove(name);
        final float[] array = new float[length];
        arrays.put(name, array);
        return array;
    }
}
