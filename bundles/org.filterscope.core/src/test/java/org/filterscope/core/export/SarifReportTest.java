package org.filterscope.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import org.filterscope.core.gate.Assessment;
import org.junit.jupiter.api.Test;

class SarifReportTest extends ExportTest {

    private static JsonSchema schema() throws IOException {
        // As the format's committee published it, packed into a library for Java.
        try (InputStream stream = SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(stream);
        }
    }

    private JsonObject run(final Assessment assessment) throws Exception {
        return JsonParser.parseString(Files.readString(written(assessment, ReportFormat.SARIF))).getAsJsonObject().getAsJsonArray("runs").get(0)
                .getAsJsonObject();
    }

    private static void assertValid(final Path file) throws Exception {
        assertThat(schema().validate(Files.readString(file), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoSarif() throws Exception {
        assertThat(schema().validate("{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {}}]}", InputFormat.JSON)).isNotEmpty();
        final String whole = Files.readString(written(assessment("river"), ReportFormat.SARIF));
        assertThat(schema().validate(whole.replace("\"level\": \"error\"", "\"level\": \"dreadful\""), InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void itIsValidWithAConfigurationAndWithout() throws Exception {
        assertValid(written(assessment("river"), ReportFormat.SARIF));
        assertValid(written(Assessment.of(assessment("river").report()), ReportFormat.SARIF));
    }

    @Test
    void itIsValidWhateverThingsAreCalled() throws Exception {
        assertValid(written(assessment(HOSTILE), ReportFormat.SARIF));
        final JsonObject result = run(assessment("[click](https://example.org)")).getAsJsonArray("results").get(0).getAsJsonObject();
        assertThat(result.getAsJsonObject("message").get("text").getAsString()).as("no link comes of it")
                .isEqualTo("takes [click] (https://example.org) for road");
    }

    @Test
    void aFindingIsAResultOfItsKindsRule() throws Exception {
        final JsonObject run = run(assessment("river"));
        final JsonArray results = run.getAsJsonArray("results");
        assertThat(results).hasSize(3);
        final JsonObject result = results.get(0).getAsJsonObject();
        assertThat(result.get("ruleId").getAsString()).isEqualTo("class-confusion");
        assertThat(run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules").get(result.get("ruleIndex").getAsInt())
                .getAsJsonObject()
                .get("id").getAsString()).isEqualTo("class-confusion");
        assertThat(result.get("level").getAsString()).isEqualTo("error");
        assertThat(results.get(1).getAsJsonObject().get("level").getAsString()).isEqualTo("warning");
        assertThat(results.get(2).getAsJsonObject().get("level").getAsString()).isEqualTo("note");
        assertThat(result.getAsJsonObject("message").get("text").getAsString()).isEqualTo("takes river for road");
        assertThat(result.getAsJsonObject("partialFingerprints").get("filterscope/v1").getAsString()).isEqualTo("aaaaaaaaaaaa");
        assertThat(result.getAsJsonObject("properties").getAsJsonArray("numbers").get(0).toString())
                .isEqualTo("{\"name\":\"share of rivers\",\"value\":0.4,\"low\":0.3,\"high\":0.5}");
    }

    @Test
    void placesAreSeenFromTheConfigurationsFolder() throws Exception {
        final JsonObject run = run(assessment("river"));
        final JsonObject result = run.getAsJsonArray("results").get(0).getAsJsonObject();
        final JsonObject location = result.getAsJsonArray("locations").get(0).getAsJsonObject();
        final JsonObject physical = location.getAsJsonObject("physicalLocation");
        assertThat(physical.getAsJsonObject("artifactLocation").toString()).isEqualTo("{\"uri\":\"test.filterscope\",\"uriBaseId\":\"%SRCROOT%\"}");
        assertThat(physical.getAsJsonObject("region").get("startLine").getAsInt()).as("where the model is named").isEqualTo(2);
        assertThat(location.getAsJsonArray("logicalLocations").get(0).getAsJsonObject().get("fullyQualifiedName").getAsString()).isEqualTo("river/0");
        assertThat(run.getAsJsonArray("artifacts").get(0).getAsJsonObject().getAsJsonObject("location").get("uri").getAsString())
                .isEqualTo("my%20net%231.h5");
        assertThat(run.getAsJsonObject("originalUriBaseIds").getAsJsonObject("%SRCROOT%").get("uri").getAsString())
                .isEqualTo(folder.toUri().toASCIIString());
    }

    @Test
    void suppressedFindingsAreMarked() throws Exception {
        final JsonArray results = run(assessment("river")).getAsJsonArray("results");
        assertThat(results.get(0).getAsJsonObject().getAsJsonArray("suppressions")).isEmpty();
        final JsonObject suppression = results.get(1).getAsJsonObject().getAsJsonArray("suppressions").get(0).getAsJsonObject();
        assertThat(suppression.get("kind").getAsString()).isEqualTo("external");
        assertThat(suppression.get("justification").getAsString()).isEqualTo("spare <b>parts</b>");
    }

    @Test
    void failedGatesAreNotifications() throws Exception {
        final JsonArray notifications = run(assessment("river")).getAsJsonArray("invocations").get(0).getAsJsonObject()
                .getAsJsonArray("toolExecutionNotifications");
        assertThat(notifications).singleElement().asString().contains("gate failed: findings of high severity: 1");
    }
}
