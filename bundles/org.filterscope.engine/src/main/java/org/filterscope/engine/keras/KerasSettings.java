package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.filterscope.engine.read.RefusedException;

/** Typed access to a layer's settings; anything unexpected refuses the layer. */
record KerasSettings(JsonObject config) {

    String text(final String key, final String otherwise) throws RefusedException {
        final JsonElement value = config.get(key);
        if (value == null || value.isJsonNull()) {
            return otherwise;
        }
        if (!value.isJsonPrimitive()) {
            throw new RefusedException("its setting '%s' is not a plain name".formatted(key));
        }
        return value.getAsString();
    }

    boolean truth(final String key, final boolean otherwise) {
        final JsonElement value = config.get(key);
        return value == null || value.isJsonNull() ? otherwise : value.getAsBoolean();
    }

    double number(final String key, final double otherwise) throws RefusedException {
        final JsonElement value = config.get(key);
        try {
            return value == null || value.isJsonNull() ? otherwise : value.getAsDouble();
        } catch (final NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
            throw new RefusedException("its setting '%s' is not a number".formatted(key));
        }
    }

    int whole(final String key) throws RefusedException {
        return positive(key, config.get(key));
    }

    int whole(final String key, final int otherwise) throws RefusedException {
        return config.has(key) && !config.get(key).isJsonNull() ? whole(key) : otherwise;
    }

    /** Two positive numbers; one number stands for both. */
    int[] pair(final String key, final int otherwise) throws RefusedException {
        final JsonElement value = config.get(key);
        if (value == null || value.isJsonNull()) {
            return new int[] {otherwise, otherwise};
        }
        if (value.isJsonArray() && value.getAsJsonArray().size() == 2) {
            final JsonArray array = value.getAsJsonArray();
            return new int[] {positive(key, array.get(0)), positive(key, array.get(1))};
        }
        final int both = positive(key, value);
        return new int[] {both, both};
    }

    /** Whether the setting is there and not null. */
    boolean has(final String key) {
        return config.has(key) && !config.get(key).isJsonNull();
    }

    /** Whole numbers; one number stands for a list of one. Null where the setting is absent or something else. */
    List<Integer> list(final String key) {
        if (!has(key)) {
            return null;
        }
        try {
            final JsonElement value = config.get(key);
            final List<Integer> numbers = new ArrayList<>();
            (value.isJsonArray() ? value.getAsJsonArray() : List.of(value)).forEach(element -> numbers.add(element.getAsInt()));
            return numbers;
        } catch (final RuntimeException e) {
            return null;
        }
    }

    private static int positive(final String key, final JsonElement value) throws RefusedException {
        try {
            final int number = value.getAsInt();
            if (number > 0) {
                return number;
            }
        } catch (final RuntimeException e) {
            // told below
        }
        throw new RefusedException("its setting '%s' must be a positive whole number, not %s".formatted(key, value));
    }
}
