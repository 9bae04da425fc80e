package org.filterscope.core.export;

import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import org.filterscope.core.finding.Effect;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.suppression.AppliedSuppressions;
import org.filterscope.core.suppression.Suppression;

/** One finding as a result of SARIF. */
record SarifResult(AppliedSuppressions suppressions, SarifPlaces places) {
    private static final double MOST_RANK = 100;

    JsonObject of(final Finding finding) {
        final JsonObject result = new JsonObject();
        result.addProperty("ruleId", finding.kind().key());
        result.addProperty("ruleIndex", finding.kind().ordinal());
        result.addProperty("level", SarifReport.level(finding.severity()));
        result.add("message", SarifReport.message(finding.text()));
        result.add("locations", places.locations(finding.filters()));
        result.add("relatedLocations", places.related());
        result.add("partialFingerprints", SarifReport.object("filterscope/v1", finding.id()));
        result.addProperty("rank", MOST_RANK * finding.harm());
        final Optional<Suppression> suppression = suppressions.of(finding);
        result.add("suppressions", suppression.isPresent() ? SarifReport.array(suppression(suppression.get())) : new JsonArray());
        result.add("properties", properties(finding));
        return result;
    }

    private static JsonObject suppression(final Suppression suppression) {
        final JsonObject json = new JsonObject();
        json.addProperty("kind", "external");
        json.addProperty("status", "accepted");
        json.addProperty("justification", suppression.reason());
        suppression.expires().ifPresent(day -> json.add("properties", SarifReport.object("expires", day.toString())));
        return json;
    }

    private static JsonObject properties(final Finding finding) {
        final JsonObject properties = new JsonObject();
        properties.addProperty("harm", finding.harm());
        properties.addProperty("confidence", finding.confidence());
        properties.add("classes", SarifReport.texts(finding.classes()));
        properties.add("concepts", SarifReport.texts(finding.concepts()));
        properties.add("filters", SarifReport.array(finding.filters().stream().map(SarifResult::filter).toArray(JsonObject[]::new)));
        properties.add("numbers", SarifReport.array(finding.numbers().stream().map(SarifResult::number).toArray(JsonObject[]::new)));
        properties.add("pictures", SarifReport.array(finding.pictures().stream().map(SarifResult::picture).toArray(JsonObject[]::new)));
        finding.effect().ifPresent(effect -> properties.add("effect", effect(effect)));
        properties.add("fixes", SarifReport.texts(finding.fixes().stream().map(Fix::text).toList()));
        return properties;
    }

    private static JsonObject filter(final SuspectFilter filter) {
        final JsonObject json = SarifReport.object("layer", filter.layer());
        json.addProperty("channel", filter.channel());
        json.addProperty("fingerprint", filter.fingerprint());
        json.addProperty("share", filter.share());
        return json;
    }

    private static JsonObject number(final Measure number) {
        final JsonObject json = SarifReport.object("name", number.name());
        json.addProperty("value", number.value());
        if (!number.interval().isEmpty()) {
            json.addProperty("low", number.interval().get(0));
            json.addProperty("high", number.interval().get(1));
        }
        return json;
    }

    private static JsonObject picture(final Exhibit exhibit) {
        final JsonObject json = SarifReport.object("picture", exhibit.picture());
        json.addProperty("role", exhibit.role().key());
        json.addProperty("label", exhibit.label());
        json.addProperty("prediction", exhibit.prediction());
        return json;
    }

    private static JsonObject effect(final Effect effect) {
        final JsonObject json = SarifReport.object("intervention", effect.intervention());
        json.addProperty("pictures", effect.pictures());
        json.add("classes", SarifReport.array(effect.classes().stream().map(change -> {
            final JsonObject row = SarifReport.object("class", change.className());
            row.addProperty("pictures", change.pictures());
            row.addProperty("before", change.before());
            row.addProperty("after", change.after());
            return row;
        }).toArray(JsonObject[]::new)));
        return json;
    }
}
