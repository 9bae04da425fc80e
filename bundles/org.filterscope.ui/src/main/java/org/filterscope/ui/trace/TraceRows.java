package org.filterscope.ui.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.trace.Breakdown;
import org.filterscope.core.trace.ContributionTrace;
import org.filterscope.core.trace.FilterTrace;
import org.filterscope.core.trace.LayerTrace;
import org.filterscope.core.trace.PatternTrace;
import org.filterscope.core.trace.PeakPlace;
import org.filterscope.core.trace.RegionTrace;
import org.filterscope.core.trace.TraceMethod;
import org.filterscope.ui.trace.TraceRow.Kind;
import org.filterscope.ui.trace.TraceRow.Place;

/** Makes the rows of a trace: from the prediction to layers, to filters with what is strongest first, to their parts. */
final class TraceRows {
    /** Half the side of the box that marks a pattern's place, in pixels of the network's input. */
    private static final int PATTERN_REACH = 8;

    /** An exact layer that misses no more misses it by rounding. */
    private static final double ROUNDING = 0.0005;

    private TraceRows() {
    }

    static List<TraceRow> of(final ContributionTrace trace) {
        final List<TraceRow> rows = new ArrayList<>();
        final Place whole = trace.layers().stream().filter(TraceRows::hasMaps).findFirst().map(TraceRows::place).orElse(Place.NOWHERE)
                .outlined(trace.box().map(box -> box.box()));
        rows.add(new TraceRow(Kind.PREDICTION, TraceNumbers.outcome(trace.tracedClass()), Messages.TraceRows_predictionTip,
                OptionalDouble.of(trace.tracedClass().logit()), Optional.empty(), whole, trace.layers().stream().map(TraceRows::row).toList()));
        rows.add(trace.breakdown().map(TraceRows::row).orElseGet(() -> new TraceRow(Kind.KINDS,
                NLS.bind(Messages.TraceRows_noKinds, trace.noBreakdown()), trace.noBreakdown(), OptionalDouble.empty(), Optional.empty(),
                Place.NOWHERE, List.of())));
        return rows;
    }

    private static boolean hasMaps(final LayerTrace layer) {
        return layer.rows() > 1 || layer.cols() > 1;
    }

    private static Place place(final LayerTrace layer) {
        return new Place(layer.layer(), hasMaps(layer), -1, -1, Optional.empty());
    }

    private static TraceRow row(final LayerTrace layer) {
        final List<TraceRow> children = new ArrayList<>();
        if (!layer.regions().isEmpty()) {
            children.add(new TraceRow(Kind.REGIONS, NLS.bind(Messages.TraceRows_regions, layer.regions().size()), Messages.TraceRows_regionsTip,
                    OptionalDouble.empty(), Optional.empty(), place(layer), layer.regions().stream().map(region -> row(layer, region)).toList()));
        }
        layer.filters().stream().sorted(Comparator.comparingDouble((final FilterTrace filter) -> -Math.abs(filter.contribution()))
                .thenComparingInt(FilterTrace::filter)).forEach(filter -> children.add(row(layer, filter)));
        return new TraceRow(Kind.LAYER, NLS.bind(Messages.TraceRows_layer, layer.layer(), method(layer)), layerTip(layer),
                OptionalDouble.of(layer.attributed()), Optional.empty(), place(layer), children);
    }

    private static String method(final LayerTrace layer) {
        return layer.error().isPresent() && (layer.method() != TraceMethod.EXACT || layer.error().getAsDouble() > ROUNDING)
                ? NLS.bind(Messages.TraceRows_method, layer.method().words(), TraceNumbers.percent(layer.error().getAsDouble()))
                : layer.method().words();
    }

    private static String layerTip(final LayerTrace layer) {
        return NLS.bind(Messages.TraceRows_layerTip, new Object[] {layer.filters().size(), TraceNumbers.signed(layer.attributed()),
            TraceNumbers.signed(layer.logit()), TraceNumbers.signed(layer.baseline())});
    }

    private static TraceRow row(final LayerTrace layer, final RegionTrace region) {
        return new TraceRow(Kind.REGION, NLS.bind(Messages.TraceRows_region, new Object[] {region.positions(), region.box().top(),
            region.box().bottom() - 1, region.box().left(), region.box().right() - 1}), Messages.TraceRows_regionTip,
                OptionalDouble.of(region.contribution()), Optional.empty(), place(layer).outlined(Optional.of(region.box())), List.of());
    }

    private static TraceRow row(final LayerTrace layer, final FilterTrace filter) {
        final Place place = new Place(layer.layer(), hasMaps(layer), filter.filter(), -1, filter.peak().map(PeakPlace::field));
        final List<TraceRow> children = new ArrayList<>();
        filter.patterns().forEach(pattern -> children.add(row(place, pattern)));
        if (!children.isEmpty()) {
            children.add(new TraceRow(Kind.REST, Messages.TraceRows_rest, Messages.TraceRows_restTip, OptionalDouble.of(filter.rest()),
                    Optional.empty(), place, List.of()));
        }
        return new TraceRow(Kind.FILTER, name(filter), tip(filter), OptionalDouble.of(filter.contribution()), filter.ablation(), place, children);
    }

    private static String name(final FilterTrace filter) {
        if (filter.words().isEmpty()) {
            return NLS.bind(Messages.TraceRows_filter, filter.filter());
        }
        return NLS.bind(Messages.TraceRows_named, filter.filter(), filter.words());
    }

    private static String tip(final FilterTrace filter) {
        final List<String> facts = new ArrayList<>();
        if (!filter.name().isEmpty()) {
            facts.add(NLS.bind(Messages.TraceRows_nameTip, filter.name()));
        }
        if (!filter.label().isEmpty()) {
            facts.add(NLS.bind(Messages.TraceRows_labelTip, filter.label(), filter.category()));
        }
        filter.linear().ifPresent(linear -> facts.add(NLS.bind(Messages.TraceRows_linearTip, TraceNumbers.signed(linear))));
        filter.ablation().ifPresent(change -> facts.add(NLS.bind(Messages.TraceRows_ablationTip, TraceNumbers.signed(change.logit()))));
        return String.join("\n", facts);
    }

    private static TraceRow row(final Place filter, final PatternTrace pattern) {
        final int row = (int) Math.round(pattern.row());
        final int col = (int) Math.round(pattern.col());
        final PixelBox box = new PixelBox(row - PATTERN_REACH, col - PATTERN_REACH, row + PATTERN_REACH, col + PATTERN_REACH);
        final String what = pattern.partLike() ? Messages.TraceRows_partPattern : Messages.TraceRows_texturePattern;
        return new TraceRow(Kind.PATTERN, pattern.part().isEmpty() ? NLS.bind(what, pattern.index())
                : NLS.bind(Messages.TraceRows_named, NLS.bind(what, pattern.index()), pattern.part()),
                NLS.bind(pattern.there() ? Messages.TraceRows_thereTip : Messages.TraceRows_awayTip, TraceNumbers.plain(pattern.score())),
                OptionalDouble.of(pattern.contribution()), Optional.empty(),
                new Place(filter.layer(), filter.hasMaps(), filter.filter(), pattern.index(), Optional.of(box)), List.of());
    }

    private static TraceRow row(final Breakdown breakdown) {
        return new TraceRow(Kind.KINDS, NLS.bind(Messages.TraceRows_kinds, breakdown.layer(), breakdown.definition().words()),
                Messages.TraceRows_kindsTip, OptionalDouble.empty(), Optional.empty(), Place.NOWHERE,
                List.of(share(Messages.TraceRows_parts, breakdown.parts()), share(Messages.TraceRows_textures, breakdown.textures()),
                        share(Messages.TraceRows_unexplained, breakdown.unexplained())));
    }

    private static TraceRow share(final String name, final double share) {
        return new TraceRow(Kind.SHARE, name, "", OptionalDouble.of(share), Optional.empty(), Place.NOWHERE, List.of());
    }
}
