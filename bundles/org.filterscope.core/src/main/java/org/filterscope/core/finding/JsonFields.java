package org.filterscope.core.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** The fields of a JSON object, each of the type that is expected. All methods throw {@link IllegalArgumentException} with a sentence otherwise. */
record JsonFields(JsonObject object) {

    static JsonFields of(final JsonElement element) {
        if (element instanceof final JsonObject object) {
            return new JsonFields(object);
        }
        throw new IllegalArgumentException("an object was expected, not %s".formatted(kind(element)));
    }

    String text(final String name) {
        final JsonPrimitive value = primitive(name);
        if (!value.isString()) {
            throw wrong(name, "a text", value);
        }
        return value.getAsString();
    }

    double number(final String name) {
        final JsonPrimitive value = primitive(name);
        if (!value.isNumber()) {
            throw wrong(name, "a number", value);
        }
        return value.getAsDouble();
    }

    int whole(final String name) {
        final double value = number(name);
        if (value != (int) value) {
            throw new IllegalArgumentException("'%s' is %s, not a whole number".formatted(name, value));
        }
        return (int) value;
    }

    <T> List<T> list(final String name, final Function<JsonElement, T> item) {
        if (!(object.get(name) instanceof final JsonArray array)) {
            throw wrong(name, "a list", object.get(name));
        }
        final List<T> items = new ArrayList<>(array.size());
        array.forEach(element -> items.add(item.apply(element)));
        return items;
    }

    List<String> texts(final String name) {
        return list(name, element -> {
            if (element instanceof final JsonPrimitive value && value.isString()) {
                return value.getAsString();
            }
            throw wrong(name, "a list of texts", element);
        });
    }

    List<Double> numbers(final String name) {
        return list(name, element -> {
            if (element instanceof final JsonPrimitive value && value.isNumber()) {
                return value.getAsDouble();
            }
            throw wrong(name, "a list of numbers", element);
        });
    }

    Optional<JsonFields> fields(final String name) {
        return object.has(name) ? Optional.of(of(object.get(name))) : Optional.empty();
    }

    /** One of some words. */
    <T> T choice(final String name, final Function<String, Optional<T>> choices) {
        final String word = text(name);
        return choices.apply(word).orElseThrow(() -> new IllegalArgumentException("'%s' is '%s', which this version does not know".formatted(name, word)));
    }

    private JsonPrimitive primitive(final String name) {
        if (object.get(name) instanceof final JsonPrimitive value) {
            return value;
        }
        throw wrong(name, "a value", object.get(name));
    }

    private static IllegalArgumentException wrong(final String name, final String expected, final JsonElement found) {
        return new IllegalArgumentException("'%s' should be %s, not %s".formatted(name, expected, kind(found)));
    }

    private static String kind(final JsonElement element) {
        return switch (element) {
            case null -> "missing";
            case final JsonObject found -> "an object";
            case final JsonArray found -> "a list";
            case final JsonPrimitive found -> found.isString() ? "a text" : found.toString();
            default -> "null";
        };
    }
}
