package org.filterscope.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;

/** Builds a functional Keras model layer by layer and writes it as Keras does: as HDF5 as version 2 did, or as an archive ({@code .keras}). */
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
     * @param arrays weights by role ({@code kernel}, {@code bias}, …) as nested Java arrays in Keras's order; of a nested model by the names
     *               of its layers and the role: {@code conv/kernel}
     */
    public KerasModel layer(final String kind, final String name, final String config, final List<String> inputs,
            final Map<String, Object> arrays) {
        final JsonObject settings = JsonParser.parseString(config).getAsJsonObject();
        final JsonArray call = new JsonArray();
        inputs.forEach(input -> call.add(JsonParser.parseString("[\"%s\", 0, 0, {}]".formatted(input))));
        return called(kind, name, settings, inputs.isEmpty() ? "[]" : "[%s]".formatted(call), arrays);
    }

    /**
     * A layer that is called in a way of its own.
     *
     * @param calls JSON of its {@code inbound_nodes}
     */
    public KerasModel called(final String kind, final String name, final String config, final String calls) {
        return called(kind, name, config, calls, Map.of());
    }

    /** The same with weights. */
    public KerasModel called(final String kind, final String name, final String config, final String calls, final Map<String, Object> arrays) {
        return called(kind, name, JsonParser.parseString(config).getAsJsonObject(), calls, arrays);
    }

    private KerasModel called(final String kind, final String name, final JsonObject settings, final String calls,
            final Map<String, Object> arrays) {
        settings.addProperty("name", name);
        final JsonObject layer = new JsonObject();
        layer.addProperty("class_name", kind);
        layer.addProperty("name", name);
        layer.add("config", settings);
        layer.add("inbound_nodes", JsonParser.parseString(calls));
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
                    final Map<String, WritableGroup> scopes = new HashMap<>();
                    final List<String> names = new ArrayList<>();
                    arrays.forEach((role, values) -> {
                        final String name = role.contains("/") ? role : layer + "/" + role;
                        final int slash = name.lastIndexOf('/');
                        group(group, name.substring(0, slash), scopes).putDataset(name.substring(slash + 1) + ":0", values);
                        names.add(name + ":0");
                    });
                    group.putAttribute("weight_names", names.toArray(String[]::new));
                }
            });
        }
        return file;
    }

    /**
     * Writes the model as an archive.
     *
     * @param places where each layer's weights stand, for example {@code layers/conv2d_1}; layers without weights need none
     */
    public Path writeArchive(final Path file, final Map<String, String> places) {
        final Path hdf = file.resolveSibling(file.getFileName() + ".weights.h5");
        try (WritableHdfFile tree = HdfFile.write(hdf)) {
            final Map<String, WritableGroup> groups = new HashMap<>();
            places.forEach((layer, place) -> {
                final WritableGroup variables = group(tree, place + "/vars", groups);
                variables.putAttribute("name", layer);
                int number = 0;
                for (final Object values : weights.get(layer).values()) {
                    variables.putDataset(String.valueOf(number++), values);
                }
            });
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            add(zip, "metadata.json", "{\"keras_version\": \"%s\"}".formatted(version).getBytes(StandardCharsets.UTF_8));
            add(zip, "config.json", json().getBytes(StandardCharsets.UTF_8));
            add(zip, "model.weights.h5", Files.readAllBytes(hdf));
            Files.delete(hdf);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static WritableGroup group(final WritableGroup root, final String path, final Map<String, WritableGroup> groups) {
        final int slash = path.lastIndexOf('/');
        final WritableGroup parent = slash < 0 ? root : group(root, path.substring(0, slash), groups);
        return groups.computeIfAbsent(path, missing -> parent.putGroup(path.substring(slash + 1)));
    }

    private static void add(final ZipOutputStream zip, final String name, final byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
