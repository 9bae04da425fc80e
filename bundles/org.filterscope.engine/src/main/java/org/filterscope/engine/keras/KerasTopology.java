package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.filterscope.engine.graph.InvalidNetworkException;

/** The layers of a Keras model and how they are wired, from the model's JSON: Sequential and functional models, Keras 1 to 3. */
final class KerasTopology {

    private KerasTopology() {
    }

    /** @return the layers from input to output, each after its inputs; layers that do not reach the output are left out */
    static List<KerasLayer> read(final String json) throws InvalidNetworkException {
        try {
            final JsonObject model = JsonParser.parseString(json).getAsJsonObject();
            final String kind = model.get("class_name").getAsString();
            final JsonElement config = model.get("config");
            return switch (kind) {
                case "Sequential" -> sequential(config);
                case "Functional", "Model" -> functional(config.getAsJsonObject());
                default -> throw new InvalidNetworkException(
                        "the Keras model is a '%s'; only Sequential and functional models can be read".formatted(kind));
            };
        } catch (final RuntimeException | StackOverflowError e) {
            throw new InvalidNetworkException("the description of the Keras model (model_config) is damaged", e);
        }
    }

    private static List<KerasLayer> sequential(final JsonElement config) {
        final JsonArray layers = config.isJsonArray() ? config.getAsJsonArray() : config.getAsJsonObject().getAsJsonArray("layers");
        final List<KerasLayer> chain = new ArrayList<>();
        for (final JsonElement element : layers) {
            final JsonObject layer = element.getAsJsonObject();
            final String kind = layer.get("class_name").getAsString();
            final JsonObject settings = layer.getAsJsonObject("config");
            if (chain.isEmpty() && !kind.equals("InputLayer")) {
                chain.add(new KerasLayer("input", "InputLayer", settings, List.of()));
            }
            final List<String> inputs = chain.isEmpty() ? List.of() : List.of(chain.getLast().name());
            chain.add(new KerasLayer(settings.get("name").getAsString(), kind, settings, inputs));
        }
        return chain;
    }

    private static List<KerasLayer> functional(final JsonObject config) throws InvalidNetworkException {
        final Map<String, KerasLayer> layers = new LinkedHashMap<>();
        for (final JsonElement element : config.getAsJsonArray("layers")) {
            final JsonObject layer = element.getAsJsonObject();
            final JsonObject settings = layer.getAsJsonObject("config");
            final String name = layer.has("name") ? layer.get("name").getAsString() : settings.get("name").getAsString();
            final JsonArray calls = layer.getAsJsonArray("inbound_nodes");
            if (calls.size() > 1) {
                throw new InvalidNetworkException("layer '%s' is used %d times in the model; shared layers are not supported".formatted(name,
                        calls.size()));
            }
            final List<String> inputs = new ArrayList<>();
            if (calls.size() == 1) {
                collectInputs(calls.get(0), inputs);
            }
            layers.put(name, new KerasLayer(name, layer.get("class_name").getAsString(), settings, inputs));
        }
        final List<String> outputs = names(config.getAsJsonArray("output_layers"));
        if (outputs.size() != 1) {
            throw new InvalidNetworkException("the model has %d outputs; models with one output can be read".formatted(outputs.size()));
        }
        final List<KerasLayer> ordered = new ArrayList<>();
        visit(outputs.get(0), layers, new HashMap<>(), ordered);
        final List<KerasLayer> inputs = ordered.stream().filter(layer -> layer.inputs().isEmpty()).toList();
        if (inputs.size() != 1 || !inputs.get(0).kind().equals("InputLayer")) {
            throw new InvalidNetworkException("the model's layers without inputs are %s; it must be one InputLayer"
                    .formatted(inputs.stream().map(KerasLayer::name).toList()));
        }
        return ordered;
    }

    /** Keras 2 writes {@code [["conv", 0, 0, {}], …]}; Keras 3 hides {@code keras_history: ["conv", 0, 0]} in call arguments. */
    private static void collectInputs(final JsonElement call, final List<String> inputs) {
        if (call.isJsonObject()) {
            final JsonObject object = call.getAsJsonObject();
            if (object.has("keras_history")) {
                inputs.add(object.getAsJsonArray("keras_history").get(0).getAsString());
            } else {
                object.entrySet().forEach(entry -> collectInputs(entry.getValue(), inputs));
            }
        } else if (call.isJsonArray()) {
            final JsonArray array = call.getAsJsonArray();
            if (array.size() >= 3 && array.get(0).isJsonPrimitive() && array.get(0).getAsJsonPrimitive().isString()) {
                inputs.add(array.get(0).getAsString());
            } else {
                array.forEach(element -> collectInputs(element, inputs));
            }
        }
    }

    /** {@code ["out", 0, 0]} or {@code [["out", 0, 0], …]}. */
    private static List<String> names(final JsonArray references) {
        final List<String> names = new ArrayList<>();
        collectInputs(references, names);
        return names;
    }

    private static void visit(final String start, final Map<String, KerasLayer> layers, final Map<String, Boolean> done,
            final List<KerasLayer> ordered) throws InvalidNetworkException {
        // An explicit stack: a hostile file may chain more layers than the thread's stack has room for.
        final List<String> stack = new ArrayList<>(List.of(start));
        while (!stack.isEmpty()) {
            final String name = stack.getLast();
            final KerasLayer layer = layers.get(name);
            if (layer == null) {
                throw new InvalidNetworkException("layer '%s' is used in the model but not described".formatted(name));
            }
            if (Boolean.TRUE.equals(done.get(name))) {
                stack.removeLast();
                continue;
            }
            if (done.put(name, false) == null) {
                layer.inputs().reversed().stream().filter(input -> !Boolean.TRUE.equals(done.get(input))).forEach(stack::add);
            } else {
                if (layer.inputs().stream().anyMatch(input -> !Boolean.TRUE.equals(done.get(input)))) {
                    throw new InvalidNetworkException("layer '%s' is part of a loop".formatted(name));
                }
                stack.removeLast();
                done.put(name, true);
                ordered.add(layer);
            }
        }
    }
}
