package org.filterscope.engine.dl4j;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes models as Deeplearning4j's ModelSerializer does, byte by byte, in the dialect of an old or of a new version. */
final class Dl4jZip {
    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";

    private final List<String> layers = new ArrayList<>();
    private final Map<Integer, String> preprocessors = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** @param settings without braces: {@code "nin": 1, "nout": 2} */
    Dl4jZip layer(final String kind, final String settings) {
        return conf("{\"layer\": {\"@class\": \"%s\"%s}}".formatted(kind.contains(".") ? kind : LAYERS + kind, more(settings)));
    }

    /** As versions up to 0.9 tell it. */
    Dl4jZip oldLayer(final String kind, final String settings) {
        return conf("{\"layer\": {\"%s\": {%s}}}".formatted(kind, settings));
    }

    Dl4jZip conf(final String conf) {
        layers.add(conf);
        return this;
    }

    /** Before the layer that comes next. */
    Dl4jZip preprocessor(final String json) {
        preprocessors.put(layers.size(), json);
        return this;
    }

    Dl4jZip entry(final String name, final byte[] content) {
        entries.put(name, content);
        return this;
    }

    Dl4jZip graph(final String json) {
        return entry("configuration.json", json.getBytes(StandardCharsets.UTF_8));
    }

    Dl4jZip coefficients(final float... values) {
        return entry("coefficients.bin", array(false, values.length, values));
    }

    Dl4jZip oldCoefficients(final float... values) {
        return entry("coefficients.bin", array(true, values.length, values));
    }

    /** @param claimed how many values the header tells */
    static byte[] array(final boolean old, final long claimed, final float... values) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            final long[] shape = {2, 1, claimed, 1, 1, 0, 1, 99};
            data.writeUTF(old ? "JAVACPP" : "MIXED_DATA_TYPES");
            length(data, old, shape.length);
            data.writeUTF(old ? "INT" : "LONG");
            for (final long number : shape) {
                length(data, old, number);
            }
            data.writeUTF(old ? "JAVACPP" : "MIXED_DATA_TYPES");
            length(data, old, claimed);
            data.writeUTF("FLOAT");
            for (final float value : values) {
                data.writeFloat(value);
            }
            return bytes.toByteArray();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(final Path file) {
        if (!layers.isEmpty()) {
            final List<String> before = new ArrayList<>();
            preprocessors.forEach((index, json) -> before.add("\"%d\": %s".formatted(index, json)));
            graph("{\"confs\": [%s], \"inputPreProcessors\": {%s}}".formatted(String.join(", ", layers), String.join(", ", before)));
        }
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static String more(final String settings) {
        return settings.isEmpty() ? "" : ", " + settings;
    }

    private static void length(final DataOutputStream data, final boolean old, final long number) throws IOException {
        if (old) {
            data.writeInt((int) number);
        } else {
            data.writeLong(number);
        }
    }
}
