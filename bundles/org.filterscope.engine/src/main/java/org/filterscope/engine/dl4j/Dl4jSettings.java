package org.filterscope.engine.dl4j;

import java.util.Arrays;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.filterscope.engine.read.RefusedException;

/** Typed access to the settings of a layer; anything unexpected refuses the layer. */
record Dl4jSettings(JsonObject json) {

    Optional<JsonElement> find(final String key) {
        return Optional.ofNullable(json.get(key)).filter(value -> !value.isJsonNull());
    }

    String text(final String key, final String otherwise) throws RefusedException {
        final Optional<JsonElement> value = find(key);
        if (value.isPresent() && !value.get().isJsonPrimitive()) {
            throw new RefusedException("its setting '%s' is not a plain word".formatted(key));
        }
        return value.map(JsonElement::getAsString).orElse(otherwise);
    }

    boolean truth(final String key, final boolean otherwise) throws RefusedException {
        return Boolean.parseBoolean(text(key, String.valueOf(otherwise)));
    }

    double number(final String key, final double otherwise) throws RefusedException {
        try {
            return Double.parseDouble(text(key, String.valueOf(otherwise)));
        } catch (final NumberFormatException e) {
            throw new RefusedException("its setting '%s' is not a number".formatted(key));
        }
    }

    /** A positive number. */
    int positive(final String key) throws RefusedException {
        final double number = number(key, 0);
        if (number < 1 || number != (int) number) {
            throw new RefusedException("its setting '%s' must be a positive whole number, not %s".formatted(key, json.get(key)));
        }
        return (int) number;
    }

    /** So many whole numbers, none negative. */
    int[] numbers(final String key, final int... otherwise) throws RefusedException {
        final Optional<JsonElement> value = find(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            final JsonArray array = value.get().getAsJsonArray();
            final int[] numbers = new int[array.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = array.get(i).getAsInt();
            }
            if (numbers.length == otherwise.length && Arrays.stream(numbers).allMatch(number -> number >= 0)) {
                return numbers;
            }
        } catch (final RuntimeException e) {
            // told below
        }
        throw new RefusedException("its setting '%s' must be %d whole numbers, not %s".formatted(key, otherwise.length, value.get()));
    }

    /** Positive channels, rows and columns that a preprocessor tells. */
    int[] maps() throws RefusedException {
        return new int[] {positive("numChannels"), positive("inputHeight"), positive("inputWidth")};
    }
}
