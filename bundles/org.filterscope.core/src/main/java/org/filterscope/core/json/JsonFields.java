package org.filterscope.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/**
 * The fields of a JSON object, each of the kind that is expected.
 *
 * @param where the object is, for complaints: {@code layers[2]}; empty for the whole
 */
public record JsonFields(JsonObject object, String where) {

    /** Makes something of an object. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(JsonFields fields) throws MalformedJsonException;
    }

    /** The object that a whole file is. */
    public static JsonFields of(final JsonElement file) throws MalformedJsonException {
        if (file instanceof final JsonObject object) {
            return new JsonFields(object, "");
        }
        throw new MalformedJsonException("it must be an object");
    }

    public String text(final String name) throws MalformedJsonException {
        if (object.get(name) instanceof final JsonPrimitive text && text.isString()) {
            return text.getAsString();
        }
        throw expected(name, "a text");
    }

    public boolean truth(final String name) throws MalformedJsonException {
        if (object.get(name) instanceof final JsonPrimitive truth && truth.isBoolean()) {
            return truth.getAsBoolean();
        }
        throw expected(name, "true or false");
    }

    /** Finite. */
    public double number(final String name) throws MalformedJsonException {
        if (object.get(name) instanceof final JsonPrimitive number && number.isNumber()) {
            final double value = number.getAsDouble();
            if (Double.isFinite(value)) {
                return value;
            }
        }
        throw expected(name, "a number");
    }

    public OptionalDouble numberIfGiven(final String name) throws MalformedJsonException {
        return isGiven(name) ? OptionalDouble.of(number(name)) : OptionalDouble.empty();
    }

    public int whole(final String name) throws MalformedJsonException {
        final double value = number(name);
        if (value != (int) value) {
            throw expected(name, "a whole number");
        }
        return (int) value;
    }

    /** From 1. */
    public int length(final String name) throws MalformedJsonException {
        final int value = whole(name);
        if (value < 1) {
            throw expected(name, "a number from 1");
        }
        return value;
    }

    public JsonFields object(final String name) throws MalformedJsonException {
        if (object.get(name) instanceof final JsonObject inner) {
            return new JsonFields(inner, path(name));
        }
        throw expected(name, "an object");
    }

    public <T> Optional<T> objectIfGiven(final String name, final Reader<T> reader) throws MalformedJsonException {
        return isGiven(name) ? Optional.of(reader.read(object(name))) : Optional.empty();
    }

    public <T> List<T> list(final String name, final Reader<T> reader) throws MalformedJsonException {
        final JsonArray array = array(name);
        final List<T> list = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            final String place = "%s[%d]".formatted(path(name), i);
            if (!(array.get(i) instanceof final JsonObject element)) {
                throw new MalformedJsonException("'%s' must be an object".formatted(place));
            }
            list.add(reader.read(new JsonFields(element, place)));
        }
        return list;
    }

    public List<String> texts(final String name) throws MalformedJsonException {
        final List<String> texts = new ArrayList<>();
        for (final JsonElement element : array(name)) {
            if (!(element instanceof final JsonPrimitive text && text.isString())) {
                throw expected(name, "a list of texts");
            }
            texts.add(element.getAsString());
        }
        return texts;
    }

    /** Finite. */
    public List<Double> numbers(final String name) throws MalformedJsonException {
        final List<Double> numbers = new ArrayList<>();
        for (final JsonElement element : array(name)) {
            if (!(element instanceof final JsonPrimitive number && number.isNumber() && Double.isFinite(number.getAsDouble()))) {
                throw expected(name, "a list of numbers");
            }
            numbers.add(element.getAsDouble());
        }
        return numbers;
    }

    /** One of some words, each of which stands for something. */
    public <T> T choice(final String name, final Function<String, Optional<T>> choices) throws MalformedJsonException {
        final Optional<T> chosen = choices.apply(text(name));
        if (chosen.isEmpty()) {
            throw new MalformedJsonException("'%s' is '%s', which this version does not know".formatted(path(name), text(name)));
        }
        return chosen.get();
    }

    private JsonArray array(final String name) throws MalformedJsonException {
        if (object.get(name) instanceof final JsonArray array) {
            return array;
        }
        throw expected(name, "a list");
    }

    /** A complaint about a field. */
    public MalformedJsonException expected(final String name, final String what) {
        return new MalformedJsonException("'%s' must be %s".formatted(path(name), what));
    }

    private boolean isGiven(final String name) {
        final JsonElement value = object.get(name);
        return value != null && !value.isJsonNull();
    }

    private String path(final String name) {
        return where.isEmpty() ? name : where + "." + name;
    }
}
