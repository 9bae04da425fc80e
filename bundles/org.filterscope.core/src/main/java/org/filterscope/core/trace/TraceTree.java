package org.filterscope.core.trace;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import org.filterscope.core.report.PixelBox;

/** A trace as JSON, see docs/report.md. What is absent is null. */
final class TraceTree {
    static final int VERSION = 1;
    static final String FORMAT = "filterscope trace";

    private TraceTree() {
    }

    static JsonObject of(final ContributionTrace trace) {
        final JsonObject object = new JsonObject();
        object.addProperty("format", FORMAT);
        object.addProperty("version", VERSION);
        object.add("picture", picture(trace.picture()));
        object.add("model", model(trace.model()));
        object.add("classes", list(trace.classes(), TraceTree::outcome));
        object.addProperty("traced", trace.traced());
        object.addProperty("rank", trace.rank());
        object.add("layers", list(trace.layers(), TraceTree::layer));
        object.add("breakdown", optional(trace.breakdown(), TraceTree::breakdown));
        object.addProperty("no_breakdown", trace.noBreakdown());
        object.add("box", optional(trace.box(), TraceTree::box));
        object.add("heats", list(trace.heats(), TraceTree::heat));
        return object;
    }

    private static JsonObject picture(final TracedPicture picture) {
        final JsonObject object = new JsonObject();
        object.addProperty("path", picture.path());
        object.addProperty("file", picture.file());
        object.addProperty("rows", picture.frame().pictureRows());
        object.addProperty("cols", picture.frame().pictureCols());
        object.addProperty("input_rows", picture.frame().inputRows());
        object.addProperty("input_cols", picture.frame().inputCols());
        object.addProperty("resized_rows", picture.frame().resizedRows());
        object.addProperty("resized_cols", picture.frame().resizedCols());
        object.addProperty("top", picture.frame().top());
        object.addProperty("left", picture.frame().left());
        return object;
    }

    private static JsonObject model(final TracedModel model) {
        final JsonObject object = new JsonObject();
        object.addProperty("file", model.file());
        object.addProperty("executor", model.executor());
        object.addProperty("report", model.report());
        object.addProperty("graph", model.graph());
        object.addProperty("remark", model.remark());
        return object;
    }

    private static JsonObject outcome(final TracedClass outcome) {
        final JsonObject object = new JsonObject();
        object.addProperty("name", outcome.name());
        object.add("logit", number(outcome.logit()));
        object.add("probability", number(outcome.probability()));
        return object;
    }

    private static JsonObject layer(final LayerTrace layer) {
        final JsonObject object = new JsonObject();
        object.addProperty("layer", layer.layer());
        object.addProperty("method", layer.method().key());
        object.addProperty("rows", layer.rows());
        object.addProperty("cols", layer.cols());
        object.add("logit", number(layer.logit()));
        object.add("baseline", number(layer.baseline()));
        object.add("attributed", number(layer.attributed()));
        object.add("error", number(layer.error()));
        object.add("filters", list(layer.filters(), TraceTree::filter));
        object.add("regions", list(layer.regions(), TraceTree::region));
        return object;
    }

    private static JsonObject filter(final FilterTrace filter) {
        final JsonObject object = new JsonObject();
        object.addProperty("filter", filter.filter());
        object.addProperty("name", filter.name());
        object.addProperty("label", filter.label());
        object.addProperty("category", filter.category());
        object.add("contribution", number(filter.contribution()));
        object.add("linear", number(filter.linear()));
        object.add("peak", optional(filter.peak(), TraceTree::peak));
        object.add("ablation", optional(filter.ablation(), TraceTree::ablation));
        object.add("patterns", list(filter.patterns(), TraceTree::pattern));
        object.add("rest", number(filter.rest()));
        return object;
    }

    private static JsonObject peak(final PeakPlace peak) {
        final JsonObject object = new JsonObject();
        object.addProperty("row", peak.row());
        object.addProperty("col", peak.col());
        object.add("value", number(peak.value()));
        object.add("field", pixels(peak.field()));
        return object;
    }

    private static JsonObject ablation(final AblationChange change) {
        final JsonObject object = new JsonObject();
        object.add("logit", number(change.logit()));
        object.add("probability", number(change.probability()));
        return object;
    }

    private static JsonObject pattern(final PatternTrace pattern) {
        final JsonObject object = new JsonObject();
        object.addProperty("index", pattern.index());
        object.addProperty("part", pattern.part());
        object.add("contribution", number(pattern.contribution()));
        object.add("row", number(pattern.row()));
        object.add("col", number(pattern.col()));
        object.add("score", number(pattern.score()));
        object.addProperty("there", pattern.there());
        object.addProperty("part_like", pattern.partLike());
        return object;
    }

    private static JsonObject region(final RegionTrace region) {
        final JsonObject object = new JsonObject();
        object.add("contribution", number(region.contribution()));
        object.addProperty("positions", region.positions());
        object.add("box", pixels(region.box()));
        return object;
    }

    private static JsonObject breakdown(final Breakdown breakdown) {
        final JsonObject object = new JsonObject();
        object.addProperty("definition", breakdown.definition().key());
        object.addProperty("layer", breakdown.layer());
        object.add("parts", number(breakdown.parts()));
        object.add("textures", number(breakdown.textures()));
        object.add("unexplained", number(breakdown.unexplained()));
        return object;
    }

    private static JsonObject box(final ClassBox box) {
        final JsonObject object = new JsonObject();
        object.addProperty("method", box.method());
        object.addProperty("layer", box.layer());
        object.add("box", pixels(box.box()));
        return object;
    }

    private static JsonObject heat(final HeatTrace heat) {
        final JsonObject object = new JsonObject();
        object.addProperty("method", heat.method());
        object.addProperty("layer", heat.layer());
        object.addProperty("file", heat.file());
        object.addProperty("remark", heat.remark());
        object.addProperty("forward", heat.forward());
        object.addProperty("backward", heat.backward());
        object.add("seconds", number(heat.seconds()));
        object.add("completeness", number(heat.completeness()));
        object.add("deletion", number(heat.deletion()));
        object.add("insertion", number(heat.insertion()));
        object.add("shuffled", number(heat.shuffled()));
        return object;
    }

    private static JsonObject pixels(final PixelBox box) {
        final JsonObject object = new JsonObject();
        object.addProperty("top", box.top());
        object.addProperty("left", box.left());
        object.addProperty("bottom", box.bottom());
        object.addProperty("right", box.right());
        return object;
    }

    private static <T> JsonArray list(final List<T> elements, final Function<T, JsonObject> maker) {
        final JsonArray array = new JsonArray(elements.size());
        elements.forEach(element -> array.add(maker.apply(element)));
        return array;
    }

    private static <T> JsonElement optional(final Optional<T> element, final Function<T, JsonObject> maker) {
        return element.<JsonElement>map(maker::apply).orElse(JsonNull.INSTANCE);
    }

    private static JsonElement number(final OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : JsonNull.INSTANCE;
    }

    private static JsonElement number(final double value) {
        return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
    }
}
