package org.filterscope.core.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.gate.Assessment;
import org.filterscope.core.gate.GateResult;
import org.filterscope.core.report.Manifest;

/**
 * Writes findings in the Static Analysis Results Interchange Format, version 2.1.0 (OASIS standard): a rule a kind, a result a finding, a
 * notification a gate that does not hold. Suppressed findings are there and marked as such.
 */
final class SarifReport {
    private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String VERSION = "2.1.0";

    private final Assessment assessment;
    private final SarifPlaces places;

    private SarifReport(final Assessment assessment) {
        this.assessment = assessment;
        places = SarifPlaces.of(assessment);
    }

    static void write(final Assessment assessment, final Path file) throws IOException {
        Files.writeString(file, new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(new SarifReport(assessment).log())
                + "\n");
    }

    private JsonObject log() {
        final JsonObject log = new JsonObject();
        log.addProperty("$schema", SCHEMA);
        log.addProperty("version", VERSION);
        log.add("runs", array(run()));
        return log;
    }

    private JsonObject run() {
        final JsonObject run = new JsonObject();
        run.add("tool", object("driver", driver()));
        places.base().ifPresent(base -> run.add("originalUriBaseIds", object(SarifPlaces.ROOT, object("uri", base))));
        run.add("invocations", array(invocation()));
        final JsonObject model = object("location", places.model());
        model.add("roles", texts(List.of("analysisTarget")));
        model.add("hashes", object("sha-256", assessment.report().manifest().model().sha256()));
        run.add("artifacts", array(model));
        run.addProperty("columnKind", "utf16CodeUnits");
        final JsonArray results = new JsonArray();
        final SarifResult result = new SarifResult(assessment.suppressions(), places);
        assessment.findings().map(Findings::findings).orElse(List.of()).forEach(finding -> results.add(result.of(finding)));
        run.add("results", results);
        return run;
    }

    private JsonObject driver() {
        final JsonObject driver = new JsonObject();
        driver.addProperty("name", "Filterscope");
        driver.addProperty("version", assessment.report().manifest().version());
        final JsonArray rules = new JsonArray();
        Arrays.stream(FindingKind.values()).forEach(kind -> rules.add(rule(kind)));
        driver.add("rules", rules);
        return driver;
    }

    private static JsonObject rule(final FindingKind kind) {
        final JsonObject rule = new JsonObject();
        rule.addProperty("id", kind.key());
        rule.addProperty("name", Arrays.stream(kind.key().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)).collect(Collectors.joining()));
        rule.add("shortDescription", object("text", kind.title()));
        rule.add("fullDescription", object("text", KindText.meaning(kind)));
        rule.add("help", object("text", KindText.meaning(kind) + " " + KindText.advice(kind)));
        return rule;
    }

    private JsonObject invocation() {
        final Manifest.Times times = assessment.report().manifest().times();
        final JsonObject invocation = new JsonObject();
        invocation.addProperty("executionSuccessful", true);
        invocation.addProperty("startTimeUtc", times.started());
        final JsonArray notifications = new JsonArray();
        assessment.gates().stream().filter(gate -> !gate.passed()).map(GateResult::sentence)
                .forEach(sentence -> notifications.add(notification("error", "gate failed: " + sentence)));
        assessment.notes().forEach(note -> notifications.add(notification("warning", note)));
        invocation.add("toolExecutionNotifications", notifications);
        return invocation;
    }

    private static JsonObject notification(final String level, final String text) {
        final JsonObject notification = new JsonObject();
        notification.addProperty("level", level);
        notification.add("message", message(text));
        return notification;
    }

    /** Brackets would make a link of what a class or a picture is called, braces a placeholder. */
    static JsonObject message(final String text) {
        return object("text", text.replace("](", "] (").replace("{", "{{").replace("}", "}}"));
    }

    static String level(final Severity severity) {
        return switch (severity) {
            case HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    static JsonObject object(final String name, final String value) {
        final JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    static JsonObject object(final String name, final JsonObject value) {
        final JsonObject object = new JsonObject();
        object.add(name, value);
        return object;
    }

    static JsonArray array(final JsonObject... items) {
        final JsonArray array = new JsonArray();
        Arrays.stream(items).forEach(array::add);
        return array;
    }

    static JsonArray texts(final List<String> texts) {
        final JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
