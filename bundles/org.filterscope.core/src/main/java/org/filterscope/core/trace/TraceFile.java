package org.filterscope.core.trace;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;

import org.filterscope.core.json.JsonFields;
import org.filterscope.core.json.MalformedJsonException;

/** Traces as JSON, see docs/report.md. */
public final class TraceFile {
    /** Some thousand filters in a dozen layers, each with patterns, are a few MB. */
    private static final long LARGEST = 64 << 20;

    private TraceFile() {
    }

    /** As in a file. Numbers that are not finite are null. */
    public static String text(final ContributionTrace trace) {
        return new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create().toJson(TraceTree.of(trace)) + "\n";
    }

    /** Creates or replaces the file, as a whole or not at all. The folder exists. */
    public static void write(final ContributionTrace trace, final Path file) throws IOException {
        final Path unfinished = file.resolveSibling(".%s.%x.partial".formatted(file.getFileName(), System.nanoTime()));
        try {
            Files.writeString(unfinished, text(trace));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** @throws InvalidTraceException when it holds no trace that this version can read */
    public static ContributionTrace read(final Path file) throws InvalidTraceException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new InvalidTraceException("%s: is larger than 64 MB, which no trace is".formatted(file));
            }
            return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), file.toString());
        } catch (final IOException e) {
            throw new InvalidTraceException("%s: cannot be read (%s)".formatted(file, e.getClass().getSimpleName()), e);
        }
    }

    /**
     * @param text of a file
     * @param name of what the text is from, for complaints
     * @throws InvalidTraceException when it is no trace that this version can read
     */
    public static ContributionTrace parse(final String text, final String name) throws InvalidTraceException {
        if (text.length() > LARGEST) {
            throw new InvalidTraceException("%s: is larger than 64 MB, which no trace is".formatted(name));
        }
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            final JsonElement element = JsonParser.parseReader(reader);
            if (!(element instanceof final JsonObject object) || reader.peek() != JsonToken.END_DOCUMENT) {
                throw new InvalidTraceException("%s: is not the trace of a picture".formatted(name));
            }
            return TraceReader.read(new JsonFields(object, ""));
        } catch (final MalformedJsonException e) {
            throw new InvalidTraceException("%s: is not a trace that can be read: %s".formatted(name, e.getMessage()), e);
        } catch (final IOException | JsonParseException | NumberFormatException e) {
            throw new InvalidTraceException("%s: is damaged, its JSON cannot be read; trace the picture again".formatted(name), e);
        }
    }
}
