package org.filterscope.core.finding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Writes findings as JSON, schema 1, see docs/report.md. */
public final class FindingsWriter {
    /** Of the file. */
    static final int SCHEMA = 1;

    private FindingsWriter() {
    }

    public static void write(final Path file, final Findings findings) throws IOException {
        final JsonObject root = new JsonObject();
        root.addProperty("schema", SCHEMA);
        root.add("findings", array(findings.findings(), FindingsWriter::finding));
        root.add("searches", array(findings.searches(), FindingsWriter::search));
        Files.writeString(file, new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(root) + "\n");
    }

    private static JsonObject finding(final Finding finding) {
        final JsonObject json = new JsonObject();
        json.addProperty("id", finding.id());
        json.addProperty("kind", finding.kind().key());
        json.addProperty("severity", finding.severity().key());
        json.addProperty("harm", finding.harm());
        json.addProperty("confidence", finding.confidence());
        json.addProperty("text", finding.text());
        json.add("filters", array(finding.filters(), FindingsWriter::filter));
        json.add("concepts", array(finding.concepts(), JsonPrimitive::new));
        json.add("classes", array(finding.classes(), JsonPrimitive::new));
        json.add("numbers", array(finding.numbers(), FindingsWriter::measure));
        json.add("pictures", array(finding.pictures(), FindingsWriter::exhibit));
        finding.effect().ifPresent(effect -> json.add("effect", effect(effect)));
        json.add("fixes", array(finding.fixes(), FindingsWriter::fix));
        return json;
    }

    private static JsonObject filter(final SuspectFilter filter) {
        final JsonObject json = new JsonObject();
        json.addProperty("layer", filter.layer());
        json.addProperty("channel", filter.channel());
        json.addProperty("fingerprint", filter.fingerprint());
        json.addProperty("share", filter.share());
        return json;
    }

    private static JsonObject measure(final Measure measure) {
        final JsonObject json = new JsonObject();
        json.addProperty("name", measure.name());
        json.addProperty("value", measure.value());
        json.add("interval", array(measure.interval(), JsonPrimitive::new));
        return json;
    }

    private static JsonObject exhibit(final Exhibit exhibit) {
        final JsonObject json = new JsonObject();
        json.addProperty("picture", exhibit.picture());
        json.addProperty("role", exhibit.role().key());
        json.addProperty("label", exhibit.label());
        json.addProperty("prediction", exhibit.prediction());
        return json;
    }

    private static JsonObject effect(final Effect effect) {
        final JsonObject json = new JsonObject();
        json.addProperty("intervention", effect.intervention());
        json.addProperty("pictures", effect.pictures());
        json.add("classes", array(effect.classes(), change -> {
            final JsonObject row = new JsonObject();
            row.addProperty("class", change.className());
            row.addProperty("pictures", change.pictures());
            row.addProperty("before", change.before());
            row.addProperty("after", change.after());
            return row;
        }));
        return json;
    }

    private static JsonObject fix(final Fix fix) {
        final JsonObject json = new JsonObject();
        json.addProperty("kind", fix.kind().key());
        json.add("classes", array(fix.classes(), JsonPrimitive::new));
        json.addProperty("text", fix.text());
        return json;
    }

    private static JsonObject search(final Search search) {
        final JsonObject json = new JsonObject();
        json.addProperty("kind", search.kind().key());
        json.addProperty("tested", search.tested());
        json.addProperty("note", search.note());
        return json;
    }

    private static <T> JsonArray array(final List<T> items, final Function<T, JsonElement> element) {
        final JsonArray array = new JsonArray(items.size());
        items.forEach(item -> array.add(element.apply(item)));
        return array;
    }
}
