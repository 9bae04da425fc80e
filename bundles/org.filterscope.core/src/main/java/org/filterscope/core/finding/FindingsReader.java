package org.filterscope.core.finding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

import org.filterscope.core.json.JsonFields;
import org.filterscope.core.json.MalformedJsonException;

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
        } catch (final MalformedJsonException | IllegalArgumentException e) {
            throw new InvalidFindingsException(file, "is damaged: " + e.getMessage());
        }
    }

    private static Finding finding(final JsonFields json) throws MalformedJsonException {
        return new Finding(json.text("id"), json.choice("kind", FindingKind::of), json.number("harm"), json.number("confidence"),
                json.list("filters", FindingsReader::filter), json.texts("concepts"), json.texts("classes"),
                json.list("numbers", FindingsReader::measure), json.list("pictures", FindingsReader::exhibit),
                json.objectIfGiven("effect", FindingsReader::effect), json.list("fixes", FindingsReader::fix), json.text("text"));
    }

    private static SuspectFilter filter(final JsonFields json) throws MalformedJsonException {
        return new SuspectFilter(json.text("layer"), json.whole("channel"), json.text("fingerprint"), json.number("share"));
    }

    private static Measure measure(final JsonFields json) throws MalformedJsonException {
        return new Measure(json.text("name"), json.number("value"), json.numbers("interval"));
    }

    private static Exhibit exhibit(final JsonFields json) throws MalformedJsonException {
        return new Exhibit(json.text("picture"), json.choice("role", key(Exhibit.Role.values(), Exhibit.Role::key)), json.text("label"),
                json.text("prediction"));
    }

    private static Effect effect(final JsonFields json) throws MalformedJsonException {
        return new Effect(json.text("intervention"), json.whole("pictures"), json.list("classes",
                row -> new Effect.ClassEffect(row.text("class"), row.whole("pictures"), row.number("before"), row.number("after"))));
    }

    private static Fix fix(final JsonFields json) throws MalformedJsonException {
        return new Fix(json.choice("kind", key(Fix.Kind.values(), Fix.Kind::key)), json.texts("classes"), json.text("text"));
    }

    private static Search search(final JsonFields json) throws MalformedJsonException {
        return new Search(json.choice("kind", FindingKind::of), (long) json.number("tested"), json.text("note"));
    }

    private static <T> Function<String, Optional<T>> key(final T[] values, final Function<T, String> key) {
        return word -> Arrays.stream(values).filter(value -> key.apply(value).equals(word)).findFirst();
    }
}
