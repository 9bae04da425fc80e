package org.filterscope.engine.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.filterscope.engine.graph.InvalidNetworkException;

/**
 * The layers of a model and how they are wired, from its JSON.
 *
 * @param layers in the order in which the file has their parameters; the input first, each after its inputs
 * @param output name of the layer that makes the network's result
 */
record Dl4jTopology(List<Dl4jLayer> layers, String output) {

    Dl4jTopology {
        layers = List.copyOf(layers);
    }

    static Dl4jTopology read(final String json) throws InvalidNetworkException {
        try {
            final JsonObject model = JsonParser.parseString(json).getAsJsonObject();
            if (model.has("confs")) {
                return multiLayerNetwork(model);
            }
            if (model.has("vertices")) {
                return ComputationGraphTopology.read(model);
            }
        } catch (final JsonParseException | IllegalStateException | UnsupportedOperationException | NullPointerException
                | ClassCastException | IndexOutOfBoundsException | StackOverflowError e) {
            throw new InvalidNetworkException("the description of the model (configuration.json) is damaged", e);
        }
        throw new InvalidNetworkException("configuration.json describes neither a MultiLayerNetwork nor a ComputationGraph");
    }

    private static Dl4jTopology multiLayerNetwork(final JsonObject model) {
        final List<Dl4jLayer> chain = new ArrayList<>();
        chain.add(input(Dl4jLayer.INPUT));
        final JsonElement preprocessors = model.get("inputPreProcessors");
        int index = 0;
        for (final JsonElement element : model.getAsJsonArray("confs")) {
            final JsonElement preprocessor = preprocessors == null || preprocessors.isJsonNull() ? null
                    : preprocessors.getAsJsonObject().get(String.valueOf(index));
            chain.add(layer("layer" + index, true, element.getAsJsonObject(), preprocessor, List.of(chain.getLast().name())));
            index++;
        }
        return new Dl4jTopology(chain, chain.getLast().name());
    }

    static Dl4jLayer input(final String name) {
        final Dl4jObject description = new Dl4jObject(Dl4jLayer.INPUT, new Dl4jSettings(new JsonObject()));
        return new Dl4jLayer(name, description, Optional.empty(), List.of(), List.of());
    }

    /**
     * One layer with what stands around it.
     *
     * @param name    of the layer
     * @param renamed whether the layer's own name goes before that one
     */
    static Dl4jLayer layer(final String name, final boolean renamed, final JsonObject conf, final JsonElement preprocessor,
            final List<String> inputs) {
        final List<String> variables = new ArrayList<>();
        if (conf.has("variables") && conf.get("variables").isJsonArray()) {
            conf.getAsJsonArray("variables").forEach(variable -> variables.add(variable.getAsString()));
        }
        Dl4jObject layer = Dl4jObject.of(conf.get("layer"));
        String own = ownName(layer, name);
        // Layers frozen for training are wrapped, in principle several times.
        while (layer.kind().startsWith("FrozenLayer")) {
            layer = Dl4jObject.of(layer.settings().find(layer.kind().equals("FrozenLayer") ? "layer" : "underlying").orElseThrow(
                    () -> new IllegalStateException("a frozen layer without a layer")));
            own = ownName(layer, own);
        }
        return new Dl4jLayer(renamed ? own : name, layer, preprocessor(preprocessor), variables, inputs);
    }

    static Optional<Dl4jObject> preprocessor(final JsonElement json) {
        return json == null || json.isJsonNull() ? Optional.empty() : Optional.of(Dl4jObject.of(json));
    }

    private static String ownName(final Dl4jObject layer, final String otherwise) {
        return layer.settings().find("layerName").map(JsonElement::getAsString).orElse(otherwise);
    }
}
