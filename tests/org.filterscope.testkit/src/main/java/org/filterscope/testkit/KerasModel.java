package org.filterscope.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;

/** Builds a functional Keras 2 model layer by layer and writes it as Keras does. */
public final class KerasModel {
    private final JsonArray layers = new JsonArray();
    private final Map<String, Map<String, Object>> weights = new LinkedHashMap<>();
    private String last;
    private String version = "2.4.0";

    /** The version of Keras that the file claims. */
    public KerasModel version(final String text) {
        version = text;
        return this;
    }

    /** An input of that many rows, columns and channels; 0 leaves a length open. */
    public KerasModel input(final int rows, final int cols, final int channels) {
        final String shape = "[null, %s, %s, %d]".formatted(rows == 0 ? "null" : "" + rows, cols == 0 ? "null" : "" + cols, channels);
        return layer("InputLayer", "input", "{\"batch_input_shape\": " + shape + "}", List.of(), Map.of());
    }

    /** A layer on top of the one before, without weights. */
    public KerasModel layer(final String kind, final String name, final String config) {
        return layer(kind, name, config, List.of(last), Map.of());
    }

    /** A layer on top of the one before. */
    public KerasModel layer(final String kind, final String name, final String config, final Map<String, Object> arrays) {
        return layer(kind, name, config, List.of(last), arrays);
    }

    /**
     * @param kind   Keras's class name
     * @param config JSON without the name
     * @param inputs names of layers
     * @param arrays weights by role ({@code kernel}, {@code bias}, …) as nested Java arrays in Keras's order
     */
    public KerasModel layer(final String kind, final String name, final String config, final List<String> inputs,
            final Map<String, Object> arrays) {
        final JsonObject settings = JsonParser.parseString(config).getAsJsonObject();
        settings.addProperty("name", name);
        final JsonObject layer = new JsonObject();
        layer.addProperty("class_name", kind);
        layer.addProperty("name", name);
        layer.add("config", settings);
        final JsonArray calls = new JsonArray();
        if (!inputs.isEmpty()) {
            final JsonArray call = new JsonArray();
            inputs.forEach(input -> call.add(JsonParser.parseString("[\"%s\", 0, 0, {}]".formatted(input))));
            calls.add(call);
        }
        layer.add("inbound_nodes", calls);
        layers.add(layer);
        weights.put(name, arrays);
        last = name;
        return this;
    }

    /** The model's description, as it stands in the attribute {@code model_config}. */
    public String json() {
        final JsonObject config = new JsonObject();
        config.add("layers", layers);
        config.add("output_layers", JsonParser.parseString("[[\"%s\", 0, 0]]".formatted(last)));
        final JsonObject model = new JsonObject();
        model.addProperty("class_name", "Functional");
        model.add("config", config);
        return model.toString();
    }

    public Path write(final Path file) {
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("model_config", json());
            hdf.putAttribute("keras_version", version);
            final WritableGroup all = hdf.putGroup("model_weights");
            // Keras also writes empty groups for layers without weights; jHDF writes several of those wrongly.
            weights.forEach((layer, arrays) -> {
                if (!arrays.isEmpty()) {
                    final WritableGroup group = all.putGroup(layer);
                    final WritableGroup inner = group.putGroup(layer);
                    final List<String> names = new ArrayList<>();
                    arrays.forEach((role, values) -> {
                        inner.putDataset(role + ":0", values);
                        names.add(layer + "/" + role + ":0");
                    });
                    group.putAttribute("weight_names", names.toArray(String[]::new));
                }
            });
        }
        return file;
    }
}
