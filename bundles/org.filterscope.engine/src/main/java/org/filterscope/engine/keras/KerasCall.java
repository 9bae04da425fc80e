package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.filterscope.engine.graph.InvalidNetworkException;

/**
 * What a layer is called with.
 *
 * @param positional arguments in their order; lists of layers are laid open
 * @param named      arguments by their names
 */
record KerasCall(List<Argument> positional, Map<String, Argument> named) {
    static final KerasCall NONE = new KerasCall(List.of(), Map.of());
    private static final String CONSTANT = "_CONSTANT_VALUE";

    /** A layer's result or a constant. */
    sealed interface Argument {
    }

    /**
     * The result of a layer.
     *
     * @param use which use of the layer in its model, from 0 or, for nested models, 1
     */
    record Result(String layer, int use) implements Argument {
    }

    /** A number, a list, or whatever else stands in the JSON. */
    record Constant(JsonElement value) implements Argument {
    }

    static KerasCall on(final String layer) {
        return new KerasCall(List.of(new Result(layer, 0)), Map.of());
    }

    /** Keras 2 writes {@code [["conv", 0, 0, {…}], …]}; Keras 3 hides {@code keras_history: ["conv", 0, 0]} in call arguments. */
    static KerasCall of(final JsonElement call) throws InvalidNetworkException {
        final List<Argument> positional = new ArrayList<>();
        final Map<String, Argument> named = new LinkedHashMap<>();
        if (call.isJsonObject()) {
            for (final JsonElement argument : call.getAsJsonObject().getAsJsonArray("args")) {
                add(argument, positional);
            }
            addNamed(call.getAsJsonObject().getAsJsonObject("kwargs"), named);
        } else {
            addOld(call.getAsJsonArray(), positional, named);
        }
        return new KerasCall(positional, named);
    }

    /** The results that a list such as {@code output_layers} names: {@code ["out", 0, 0]} or {@code [["out", 0, 0], …]}. */
    static List<Result> results(final JsonElement references) throws InvalidNetworkException {
        final List<Argument> arguments = new ArrayList<>();
        add(references, arguments);
        return arguments.stream().filter(Result.class::isInstance).map(Result.class::cast).toList();
    }

    List<Result> results() {
        return Stream.concat(positional.stream(), named.values().stream()).filter(Result.class::isInstance).map(Result.class::cast).toList();
    }

    /** Names of the layers it takes. */
    List<String> inputs() {
        return results().stream().map(Result::layer).toList();
    }

    /** The same call with other names for the layers. */
    KerasCall renamed(final Function<Result, String> names) {
        final Function<Argument, Argument> rename =
                argument -> argument instanceof final Result result ? new Result(names.apply(result), 0) : argument;
        final Map<String, Argument> renamed = new LinkedHashMap<>();
        named.forEach((key, argument) -> renamed.put(key, rename.apply(argument)));
        return new KerasCall(positional.stream().map(rename).toList(), renamed);
    }

    private static void addOld(final JsonArray call, final List<Argument> positional, final Map<String, Argument> named)
            throws InvalidNetworkException {
        if (!isOldReference(call)) {
            for (final JsonElement element : call) {
                addOld(element.getAsJsonArray(), positional, named);
            }
            return;
        }
        positional.add(call.get(0).getAsString().equals(CONSTANT) ? new Constant(call.get(2)) : reference(call));
        if (call.size() > 3 && call.get(3).isJsonObject() && named.isEmpty()) {
            addNamed(call.get(3).getAsJsonObject(), named);
        }
    }

    private static void addNamed(final JsonObject arguments, final Map<String, Argument> named) throws InvalidNetworkException {
        if (arguments == null) {
            return;
        }
        for (final Map.Entry<String, JsonElement> entry : arguments.entrySet()) {
            final List<Argument> values = new ArrayList<>();
            add(entry.getValue(), values);
            for (int i = 0; i < values.size(); i++) {
                named.put(i == 0 ? entry.getKey() : entry.getKey() + i, values.get(i));
            }
        }
    }

    private static void add(final JsonElement element, final List<Argument> arguments) throws InvalidNetworkException {
        if (isReference(element)) {
            final JsonArray history = element.isJsonArray() ? element.getAsJsonArray() : history(element.getAsJsonObject());
            arguments.add(reference(history));
        } else if (element.isJsonArray() && holdsReference(element.getAsJsonArray())) {
            for (final JsonElement part : element.getAsJsonArray()) {
                add(part, arguments);
            }
        } else {
            arguments.add(new Constant(element));
        }
    }

    private static boolean holdsReference(final JsonArray array) {
        for (final JsonElement element : array) {
            if (isReference(element) || element.isJsonArray() && holdsReference(element.getAsJsonArray())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isReference(final JsonElement element) {
        return element.isJsonArray() ? isOldReference(element.getAsJsonArray())
                : element.isJsonObject() && history(element.getAsJsonObject()) != null;
    }

    private static JsonArray history(final JsonObject object) {
        final JsonElement config = object.get("config");
        final JsonElement history = config != null && config.isJsonObject() ? config.getAsJsonObject().get("keras_history") : null;
        return history != null && history.isJsonArray() ? history.getAsJsonArray() : null;
    }

    private static boolean isOldReference(final JsonArray array) {
        return array.size() >= 3 && array.get(0).isJsonPrimitive() && array.get(0).getAsJsonPrimitive().isString()
                && array.get(1).isJsonPrimitive() && array.get(1).getAsJsonPrimitive().isNumber();
    }

    private static Result reference(final JsonArray reference) throws InvalidNetworkException {
        if (reference.get(2).getAsInt() != 0) {
            throw new InvalidNetworkException("layer '%s' has several results; only layers with one are supported"
                    .formatted(reference.get(0).getAsString()));
        }
        return new Result(reference.get(0).getAsString(), reference.get(1).getAsInt());
    }
}
