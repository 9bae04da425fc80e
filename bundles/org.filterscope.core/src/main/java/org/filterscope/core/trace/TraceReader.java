package org.filterscope.core.trace;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.json.JsonFields;
import org.filterscope.core.json.MalformedJsonException;
import org.filterscope.core.report.PixelBox;

/** Makes a trace of its JSON; takes all of it or nothing. */
final class TraceReader {

    private TraceReader() {
    }

    static ContributionTrace read(final JsonFields trace) throws MalformedJsonException {
        if (!trace.text("format").equals(TraceTree.FORMAT)) {
            throw trace.expected("format", "'%s'".formatted(TraceTree.FORMAT));
        }
        if (trace.whole("version") != TraceTree.VERSION) {
            throw new MalformedJsonException("version %d, this Filterscope reads version %d; trace the picture again".formatted(
                    trace.whole("version"), TraceTree.VERSION));
        }
        final List<TracedClass> classes = trace.list("classes", outcome -> new TracedClass(outcome.text("name"), outcome.number("logit"),
                outcome.numberIfGiven("probability")));
        final int traced = trace.whole("traced");
        if (traced < 0 || traced >= classes.size()) {
            throw trace.expected("traced", "the number of one of %d classes".formatted(classes.size()));
        }
        return new ContributionTrace(picture(trace.object("picture")), model(trace.object("model")), classes, traced, trace.length("rank"),
                trace.list("layers", TraceReader::layer), trace.objectIfGiven("breakdown", TraceReader::breakdown), trace.text("no_breakdown"),
                trace.objectIfGiven("box", box -> new ClassBox(box.text("method"), box.text("layer"), pixels(box.object("box")))),
                trace.list("heats", TraceReader::heat));
    }

    private static TracedPicture picture(final JsonFields picture) throws MalformedJsonException {
        return new TracedPicture(picture.text("path"), picture.text("file"), new PictureFrame(picture.length("rows"), picture.length("cols"),
                picture.length("input_rows"), picture.length("input_cols"), picture.length("resized_rows"), picture.length("resized_cols"),
                picture.whole("top"), picture.whole("left")));
    }

    private static TracedModel model(final JsonFields model) throws MalformedJsonException {
        return new TracedModel(model.text("file"), model.text("executor"), model.text("report"), model.text("graph"), model.text("remark"));
    }

    private static LayerTrace layer(final JsonFields layer) throws MalformedJsonException {
        final Optional<TraceMethod> method = TraceMethod.of(layer.text("method"));
        return new LayerTrace(layer.text("layer"), method.orElseThrow(() -> layer.expected("method", "exact, gradient or integrated")),
                layer.length("rows"), layer.length("cols"), layer.number("logit"), layer.number("baseline"), layer.number("attributed"),
                layer.numberIfGiven("error"), layer.list("filters", TraceReader::filter),
                layer.list("regions", region -> new RegionTrace(region.number("contribution"), region.whole("positions"),
                        pixels(region.object("box")))));
    }

    private static FilterTrace filter(final JsonFields filter) throws MalformedJsonException {
        return new FilterTrace(filter.whole("filter"), filter.text("name"), filter.text("label"), filter.text("category"),
                filter.number("contribution"), filter.numberIfGiven("linear"),
                filter.objectIfGiven("peak", peak -> new PeakPlace(peak.whole("row"), peak.whole("col"), peak.number("value"),
                        pixels(peak.object("field")))),
                filter.objectIfGiven("ablation", change -> new AblationChange(change.number("logit"), change.numberIfGiven("probability"))),
                filter.list("patterns", TraceReader::pattern), filter.number("rest"));
    }

    private static PatternTrace pattern(final JsonFields pattern) throws MalformedJsonException {
        return new PatternTrace(pattern.whole("index"), pattern.text("part"), pattern.number("contribution"), pattern.number("row"),
                pattern.number("col"), pattern.number("score"), pattern.truth("there"), pattern.truth("part_like"));
    }

    private static Breakdown breakdown(final JsonFields breakdown) throws MalformedJsonException {
        final Optional<BreakdownDefinition> definition = BreakdownDefinition.of(breakdown.text("definition"));
        return new Breakdown(definition.orElseThrow(() -> breakdown.expected("definition", "graph or dissection")), breakdown.text("layer"),
                breakdown.number("parts"), breakdown.number("textures"), breakdown.number("unexplained"));
    }

    private static HeatTrace heat(final JsonFields heat) throws MalformedJsonException {
        return new HeatTrace(heat.text("method"), heat.text("layer"), heat.text("file"), heat.text("remark"), heat.whole("forward"),
                heat.whole("backward"), heat.number("seconds"), heat.numberIfGiven("completeness"), heat.numberIfGiven("deletion"),
                heat.numberIfGiven("insertion"), heat.numberIfGiven("shuffled"));
    }

    private static PixelBox pixels(final JsonFields box) throws MalformedJsonException {
        return new PixelBox(box.whole("top"), box.whole("left"), box.whole("bottom"), box.whole("right"));
    }
}
