package org.filterscope.engine.dl4j;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.filterscope.engine.graph.InvalidNetworkException;

/** The vertices of a ComputationGraph, in its own order. */
final class ComputationGraphTopology {

    private ComputationGraphTopology() {
    }

    static Dl4jTopology read(final JsonObject model) throws InvalidNetworkException {
        final String input = only(names(model.get("networkInputs")), "inputs");
        final String output = only(names(model.get("networkOutputs")), "outputs");
        final Map<String, Dl4jLayer> vertices = new LinkedHashMap<>();
        vertices.put(input, Dl4jTopology.input(input));
        final JsonObject wires = model.getAsJsonObject("vertexInputs");
        for (final Map.Entry<String, JsonElement> entry : model.getAsJsonObject("vertices").entrySet()) {
            final String name = entry.getKey();
            final List<String> inputs = names(wires.get(name));
            if (inputs.isEmpty() || vertices.containsKey(name)) {
                throw new InvalidNetworkException("vertex '%s' has no input".formatted(name));
            }
            vertices.put(name, vertex(name, Dl4jObject.of(entry.getValue()), inputs));
        }
        final List<Dl4jLayer> ordered = new ArrayList<>();
        for (final String name : order(model, vertices)) {
            ordered.add(vertices.get(name));
        }
        if (!vertices.containsKey(output)) {
            throw new InvalidNetworkException("the model's output '%s' is not described".formatted(output));
        }
        return new Dl4jTopology(ordered, output);
    }

    private static Dl4jLayer vertex(final String name, final Dl4jObject vertex, final List<String> inputs) {
        final JsonElement preprocessor = vertex.settings().json().get("preProcessor");
        if (vertex.kind().equals("LayerVertex")) {
            return Dl4jTopology.layer(name, false, vertex.settings().json().getAsJsonObject("layerConf"), preprocessor, inputs);
        }
        return new Dl4jLayer(name, vertex, Dl4jTopology.preprocessor(preprocessor), List.of(), inputs);
    }

    /** New versions store the order, because the parameters follow it; for old ones it is found again. */
    private static List<String> order(final JsonObject model, final Map<String, Dl4jLayer> vertices) throws InvalidNetworkException {
        final List<String> stored = names(model.get("topologicalOrderStr"));
        if (stored.isEmpty()) {
            return TopologicalOrder.of(vertices);
        }
        if (stored.size() != vertices.size() || !new HashSet<>(stored).equals(vertices.keySet())) {
            throw new InvalidNetworkException("the stored order of the vertices does not name each of them once");
        }
        return stored;
    }

    private static List<String> names(final JsonElement json) {
        final List<String> names = new ArrayList<>();
        if (json != null && !json.isJsonNull()) {
            json.getAsJsonArray().forEach(name -> names.add(name.getAsString()));
        }
        return names;
    }

    private static String only(final List<String> names, final String what) throws InvalidNetworkException {
        if (names.size() != 1) {
            throw new InvalidNetworkException("the model has %d %s; models with one can be read".formatted(names.size(), what));
        }
        return names.get(0);
    }
}
