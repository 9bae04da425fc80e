package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.keras.KerasCall.Result;

/**
 * The layers of one model, nested models as single layers.
 *
 * @param layers by name, in the file's order
 * @param output the model's result
 */
record KerasLevel(Map<String, Member> layers, Result output) {
    private static final String INPUT = "InputLayer";

    /**
     * A layer or a nested model.
     *
     * @param calls    one for each use
     * @param numbered what {@code .keras} files call it
     */
    record Member(String name, String kind, JsonObject config, List<KerasCall> calls, NumberedName numbered) {
        boolean isInput() {
            return kind.equals(INPUT);
        }

        boolean isModel() {
            return isModel(kind);
        }

        static boolean isModel(final String kind) {
            return Set.of("Sequential", "Functional", "Model").contains(kind);
        }

        KerasCall call(final int use) throws InvalidNetworkException {
            if (use < 0 || use >= calls.size()) {
                throw new InvalidNetworkException("layer '%s' has no use number %d".formatted(name, use));
            }
            return calls.get(use);
        }
    }

    /** @param model a model's {@code config}; a list of layers in old Sequential ones */
    static KerasLevel of(final String kind, final JsonElement model) throws InvalidNetworkException {
        return kind.equals("Sequential") ? sequential(model) : functional(model.getAsJsonObject());
    }

    /** Nested functional models count their uses from 1: the 0th was the one that made them. The only use of a layer is always 0 here. */
    Result normal(final Result result) {
        final Member member = layers.get(result.layer());
        return member != null && member.calls().size() == 1 ? new Result(result.layer(), 0) : result;
    }

    private static KerasLevel sequential(final JsonElement model) throws InvalidNetworkException {
        final Map<String, Member> members = new LinkedHashMap<>();
        final Map<String, Integer> counted = new HashMap<>();
        String last = null;
        for (final JsonElement element : layers(model)) {
            final JsonObject layer = element.getAsJsonObject();
            final String kind = layer.get("class_name").getAsString();
            if (last == null && !kind.equals(INPUT)) {
                last = "input";
                members.put(last, new Member(last, INPUT, input(shape("Sequential", model)), List.of(KerasCall.NONE),
                        NumberedName.next(INPUT, counted)));
            }
            final List<KerasCall> calls = List.of(last == null ? KerasCall.NONE : KerasCall.on(last));
            last = name(layer);
            put(members, new Member(last, kind, config(layer), calls, NumberedName.next(kind, counted)));
        }
        if (last == null) {
            throw new InvalidNetworkException("the Sequential model has no layers");
        }
        return new KerasLevel(members, new Result(last, 0));
    }

    private static KerasLevel functional(final JsonObject model) throws InvalidNetworkException {
        final Map<String, Member> members = new LinkedHashMap<>();
        final Map<String, Integer> counted = new HashMap<>();
        for (final JsonElement element : layers(model)) {
            final JsonObject layer = element.getAsJsonObject();
            final String kind = layer.get("class_name").getAsString();
            final List<KerasCall> calls = new ArrayList<>();
            for (final JsonElement call : layer.getAsJsonArray("inbound_nodes")) {
                calls.add(KerasCall.of(call));
            }
            if (calls.isEmpty()) {
                calls.add(KerasCall.NONE);
            }
            if (calls.size() > 1 && Member.isModel(kind)) {
                throw new InvalidNetworkException("the model '%s' inside the model is used %d times; only layers can be used more than once"
                        .formatted(name(layer), calls.size()));
            }
            // Operations such as x + 1 are no layers for Keras 3 and do not count.
            final boolean operation = layer.has("module") && layer.get("module").getAsString().contains(".ops.");
            put(members, new Member(name(layer), kind, config(layer), calls,
                    operation ? new NumberedName(kind, 0) : NumberedName.next(kind, counted)));
        }
        final List<Result> outputs = KerasCall.results(model.get("output_layers"));
        if (outputs.size() != 1) {
            throw new InvalidNetworkException("the model has %d outputs; models with one output can be read".formatted(outputs.size()));
        }
        return new KerasLevel(members, outputs.get(0));
    }

    private static void put(final Map<String, Member> members, final Member member) throws InvalidNetworkException {
        if (members.put(member.name(), member) != null) {
            throw new InvalidNetworkException("there are two layers '%s'".formatted(member.name()));
        }
    }

    private static JsonArray layers(final JsonElement model) {
        return model.isJsonArray() ? model.getAsJsonArray() : model.getAsJsonObject().getAsJsonArray("layers");
    }

    private static String name(final JsonObject layer) {
        return (layer.has("name") ? layer.get("name") : config(layer).get("name")).getAsString();
    }

    /** A layer's settings. A nested model's are wrapped where they are a list. */
    private static JsonObject config(final JsonObject layer) {
        final JsonElement config = layer.get("config");
        if (config.isJsonArray()) {
            final JsonObject wrapped = new JsonObject();
            wrapped.add("layers", config);
            return wrapped;
        }
        return config.getAsJsonObject();
    }

    private static JsonObject input(final JsonElement shape) {
        final JsonObject config = new JsonObject();
        config.add("batch_shape", shape);
        return config;
    }

    /** The shape that a model without an input layer takes: its first layer tells it, or it was noted when the model was built. */
    private static JsonElement shape(final String kind, final JsonElement model) {
        final JsonObject first = layers(model).get(0).getAsJsonObject();
        final JsonObject config = config(first);
        final String own = first.get("class_name").getAsString();
        if (Member.isModel(own)) {
            return shape(own, config);
        }
        for (final String key : List.of("batch_input_shape", "batch_shape")) {
            if (config.has(key)) {
                return config.get(key);
            }
        }
        if (kind.equals("Sequential") && model.isJsonObject() && model.getAsJsonObject().has("build_input_shape")) {
            return model.getAsJsonObject().get("build_input_shape");
        }
        return null;
    }
}
