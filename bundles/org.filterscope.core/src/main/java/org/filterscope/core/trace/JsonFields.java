package org.filterscope.core.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * The fields of a JSON object, each of the kind that is expected.
 *
 * @param where the object is, for complaints: {@code layers[2]}; empty for the whole
 */
record JsonFields(JsonObject object, String where) {

    /** Makes something of an object. */
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonFields fields) throws MalformedTraceException;
    }

    String text(final String name) throws MalformedTraceException {
        if (object.get(name) instanceof final JsonPrimitive text && text.isString()) {
            return text.getAsString();
        }
        throw expected(name, "a text");
    }

    boolean truth(final String name) throws MalformedTraceException {
        if (object.get(name) instanceof final JsonPrimitive truth && truth.isBoolean()) {
            return truth.getAsBoolean();
        }
        throw expected(name, "true or false");
    }

    /** Finite. */
    double number(final String name) throws MalformedTraceException {
        if (object.get(name) instanceof final JsonPrimitive number && number.isNumber()) {
            final double value = number.getAsDouble();
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw expected(name, "a number");
    }

    OptionalDouble numberIfGiven(final String name) throws MalformedTraceException {
        return isGiven(name) ? OptionalDouble.of(number(name)) : OptionalDouble.empty();
    }

    int whole(final String name) throws MalformedTraceException {
        final double value = number(name);
        if (value != (int) value) {
            throw expected(name, "a whole number");
        }
        return (int) value;
    }

    /** From 1. */
    int length(final String name) throws MalformedTraceException {
        final int value = whole(name);
        if (value < 1) {
            throw expected(name, "a number from 1");
        }
        return value;
    }

    JsonFields object(final String name) throws MalformedTraceException {
        if (object.get(name) instanceof final JsonObject inner) {
            return new JsonFields(inner, path(name));
        }
        throw expected(name, "an object");
    }

    <T> Optional<T> objectIfGiven(final String name, final Reader<T> reader) throws MalformedTraceException {
        return isGiven(name) ? Optional.of(reader.read(object(name))) : Optional.empty();
    }

    <T> List<T> list(final String name, final Reader<T> reader) throws MalformedTraceException {
        if (!(object.get(name) instanceof final JsonArray array)) {
            throw expected(name, "a list");
        }
        final List<T> list = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            final String place = "%s[%d]".formatted(path(name), i);
            if (!(array.get(i) instanceof final JsonObject element)) {
                throw new MalformedTraceException("'%s' must be an object".formatted(place));
            }
            list.add(reader.read(new JsonFields(element, place)));
        }
        return list;
    }

    MalformedTraceException expected(final String name, final String what) {
        return new MalformedTraceException("'%s' must be %s".formatted(path(name), what));
    }

    private boolean isGiven(final String name) {
        final JsonElement value = object.get(name);
        return value != null && !value.isJsonNull();
    }

    private String path(final String name) {
        return where.isEmpty() ? name : where + "." + name;
    }
}
