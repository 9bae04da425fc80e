package org.filterscope.core.finding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Reads what {@link FindingsWriter} wrote. */
public final class FindingsReader {
    private static final long LARGEST = 256L << 20;

    private FindingsReader() {
    }

    /** @throws InvalidFindingsException with the file and what was expected, when it does not hold findings that this version can read */
    public static Findings read(final Path file) throws InvalidFindingsException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new InvalidFindingsException(file, "larger than 256 MB, which no list of findings is");
            }
            final JsonFields root = JsonFields.of(JsonParser.parseString(Files.readString(file)));
            final int schema = root.whole("schema");
            if (schema != FindingsWriter.SCHEMA) {
                throw new InvalidFindingsException(file, "has schema %d, this version reads schema %d".formatted(schema, FindingsWriter.SCHEMA));
            }
            return new Findings(root.list("findings", FindingsReader::finding), root.list("searches", FindingsReader::search));
        } catch (final IOException e) {
            throw new InvalidFindingsException(file, "cannot be read (%s)".formatted(e.getClass().getSimpleName()));
        } catch (final JsonParseException | StackOverflowError e) {
            throw new InvalidFindingsException(file, "is not JSON");
        } catch (final IllegalArgumentException e) {
            throw new InvalidFindingsException(file, "is damaged: " + e.getMessage());
        }
    }

    private static Finding finding(final JsonElement element) {
        final JsonFields json = JsonFields.of(element);
        return new Finding(json.text("id"), json.choice("kind", FindingKind::of), json.number("harm"), json.number("confidence"),
                json.list("filters", FindingsReader::filter), json.texts("concepts"), json.texts("classes"),
                json.list("numbers", FindingsReader::measure), json.list("pictures", FindingsReader::exhibit),
                json.fields("effect").map(FindingsReader::effect), json.list("fixes", FindingsReader::fix), json.text("text"));
    }

    private static SuspectFilter filter(final JsonElement element) {
        final JsonFields json = JsonFields.of(element);
        return new SuspectFilter(json.text("layer"), json.whole("channel"), json.text("fingerprint"), json.number("share"));
    }

    private static Measure measure(final JsonElement element) {
        final JsonFields json = JsonFields.of(element);
        return new Measure(json.text("name"), json.number("value"), json.numbers("interval"));
    }

    private static Exhibit exhibit(final JsonElement element) {
        final JsonFields json = JsonFields.of(element);
        return new Exhibit(json.text("picture"), json.choice("role", key(Exhibit.Role.values(), Exhibit.Role::key)), json.text("label"),
                json.text("prediction"));
    }

    private static Effect effect(final JsonFields json) {
        return new Effect(json.text("intervention"), json.whole("pictures"), json.list("classes", element -> {
            final JsonFields row = JsonFields.of(element);
            return new Effect.ClassEffect(row.text("class"), row.whole("pictures"), row.number("before"), row.number("after"));
        }));
    }

    private static Fix fix(final JsonElement element) {
        final JsonFields json = JsonFields.of(element);
        return new Fix(json.choice("kind", key(Fix.Kind.values(), Fix.Kind::key)), json.texts("classes"), json.text("text"));
    }

    private static Search search(final JsonElement element) {
        final JsonFields json = JsonFields.of(element);
        return new Search(json.choice("kind", FindingKind::of), (long) json.number("tested"), json.text("note"));
    }

    private static <T> Function<String, Optional<T>> key(final T[] values, final Function<T, String> key) {
        return word -> Arrays.stream(values).filter(value -> key.apply(value).equals(word)).findFirst();
    }
}
