package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.read.RefusedException;

/**
 * Numbers that stand in a model's JSON.
 *
 * @param shape  lengths of the dimensions; none for a single number
 * @param values row-major
 */
record KerasConstant(List<Integer> shape, List<Double> values) {

    /** A number, lists of lists of numbers, or an array as Keras 3 writes it. */
    static KerasConstant of(final JsonElement json) throws RefusedException {
        final List<Integer> shape = new ArrayList<>();
        final List<Double> values = new ArrayList<>();
        try {
            collect(json.isJsonObject() ? array(json.getAsJsonObject()) : json, 0, shape, values);
        } catch (final RuntimeException e) {
            throw new RefusedException("one of its constants is no list of numbers");
        }
        if (shape.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact) != values.size()) {
            throw new RefusedException("its lists of numbers have different lengths");
        }
        return new KerasConstant(shape, values);
    }

    private static JsonElement array(final JsonObject json) {
        return json.getAsJsonObject("config").get("value");
    }

    private static void collect(final JsonElement json, final int depth, final List<Integer> shape, final List<Double> values) {
        if (!json.isJsonArray()) {
            values.add(json.getAsDouble());
            return;
        }
        if (shape.size() == depth) {
            shape.add(json.getAsJsonArray().size());
        }
        json.getAsJsonArray().forEach(part -> collect(part, depth + 1, shape, values));
    }

    /**
     * One value a channel of maps or vectors to which the constant is spread, as NumPy does it: from the last dimension on.
     *
     * @param after how many dimensions come after the channels
     */
    float[] perChannel(final Shape in, final int after) throws RefusedException {
        final float[] spread = new float[in.channels()];
        final int channels = shape.size() - 1 - after;
        if (values.size() != 1 && (values.size() != spread.length || channels < 0 || shape.get(channels) != spread.length)) {
            throw new RefusedException("its constant of the shape %s is not one number for each of %d channels".formatted(shape, spread.length));
        }
        for (int i = 0; i < spread.length; i++) {
            spread[i] = values.get(values.size() == 1 ? 0 : i).floatValue();
        }
        return spread;
    }
}
