package org.filterscope.analysis.contribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.filterscope.analysis.attribution.Completeness;
import org.filterscope.analysis.attribution.LayerContribution;
import org.filterscope.analysis.attribution.LayerContribution.Kind;
import org.filterscope.analysis.attribution.LayerContributions;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.trace.AblationChange;
import org.filterscope.core.trace.FilterTrace;
import org.filterscope.core.trace.LayerTrace;
import org.filterscope.core.trace.PatternTrace;
import org.filterscope.core.trace.PeakPlace;
import org.filterscope.core.trace.TraceMethod;
import org.filterscope.core.trace.TracedClass;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;

/** Traces a class of a picture through one layer. */
public final class LayerTracer {
    /** Filters whose silencing is measured. */
    private static final int CHECKED = 8;

    private final ShownPicture picture;
    private final int label;
    private final ReceptiveFields fields;
    private final boolean quick;

    /**
     * @param label index of the class among the logits
     * @param quick whether gradient × activation is enough where contributions are not exact
     */
    public LayerTracer(final ShownPicture picture, final int label, final ReceptiveFields fields, final boolean quick) {
        this.picture = picture;
        this.label = label;
        this.fields = fields;
        this.quick = quick;
    }

    /**
     * A layer, and what each position of each filter adds.
     *
     * @param trace     of the layer
     * @param positions {@code [filter, row, col]}: what each adds to the logit
     */
    public record Traced(LayerTrace trace, double[] positions) {
    }

    /** Why a layer cannot be traced, in a sentence for the user. */
    public static Optional<String> obstacle(final NetworkGraph graph, final String layer) {
        return new LayerContributions(layer).obstacle(graph);
    }

    /**
     * @param words    of a filter
     * @param patterns of the layer on the picture; null without an explanatory graph
     * @throws IllegalStateException when there is an obstacle
     */
    public Traced trace(final String layer, final IntFunction<FilterWords> words, final LayerPatterns patterns, final Progress progress) {
        final LayerContribution first = picture.contribution(layer, label, true, progress);
        final LayerContribution found = picture.contribution(layer, label, quick, progress);
        final FeatureMaps maps = picture.values(layer);
        final Map<Integer, AblationChange> checked = checked(layer, found.values(), progress);
        final List<FilterTrace> filters = new ArrayList<>();
        for (int filter = 0; filter < found.values().length; filter++) {
            final FilterWords said = words.apply(filter);
            final List<PatternTrace> parts = patterns == null ? List.of() : patterns.of(filter, found.positions());
            filters.add(new FilterTrace(filter, said.name(), said.label(), said.category(), found.values()[filter],
                    found == first ? OptionalDouble.empty() : OptionalDouble.of(first.values()[filter]), peak(layer, maps, filter),
                    Optional.ofNullable(checked.get(filter)), parts,
                    found.values()[filter] - parts.stream().mapToDouble(PatternTrace::contribution).sum()));
        }
        final Completeness completeness = found.completeness().orElseGet(() -> againstEmpty(layer, found, progress));
        return new Traced(new LayerTrace(layer, method(found.kind()), maps.shape().rows(), maps.shape().cols(), found.logit(),
                found.logit() - completeness.difference(), completeness.attributed(),
                Double.isFinite(completeness.error()) ? OptionalDouble.of(completeness.error()) : OptionalDouble.empty(), filters,
                new ContributionRegions(maps.shape(), picture.input().shape()).of(found.positions())), found.positions());
    }

    private static TraceMethod method(final Kind kind) {
        return switch (kind) {
            case EXACT -> TraceMethod.EXACT;
            case GRADIENT -> TraceMethod.GRADIENT;
            case INTEGRATED -> TraceMethod.INTEGRATED;
        };
    }

    /** What gradient × activation promises nothing of. */
    private Completeness againstEmpty(final String layer, final LayerContribution found, final Progress progress) {
        final Set<Integer> all = IntStream.range(0, found.values().length).boxed().collect(Collectors.toSet());
        final double empty = new SilencedFilters(picture, layer).without(List.of(all), progress).getFirst().get(label).logit();
        double sum = 0;
        for (final double value : found.values()) {
            sum += value;
        }
        return new Completeness(sum, found.logit() - empty);
    }

    private Map<Integer, AblationChange> checked(final String layer, final double[] values, final Progress progress) {
        final List<Integer> strongest = IntStream.range(0, values.length).boxed().filter(filter -> values[filter] != 0)
                .sorted(Comparator.comparingDouble(filter -> -Math.abs(values[filter]))).limit(CHECKED).toList();
        final TracedClass with = picture.classes().get(label);
        final List<List<TracedClass>> without = new SilencedFilters(picture, layer).without(strongest.stream().map(Set::of).toList(), progress);
        final Map<Integer, AblationChange> changes = new HashMap<>();
        for (int i = 0; i < strongest.size(); i++) {
            final TracedClass after = without.get(i).get(label);
            changes.put(strongest.get(i), new AblationChange(after.logit() - with.logit(), with.probability().isPresent()
                    ? OptionalDouble.of(after.probability().orElseThrow() - with.probability().getAsDouble()) : OptionalDouble.empty()));
        }
        return changes;
    }

    private Optional<PeakPlace> peak(final String layer, final FeatureMaps maps, final int filter) {
        final Shape shape = maps.shape();
        if (!shape.hasMaps()) {
            return Optional.empty();
        }
        final int start = maps.start(0, filter);
        int peak = 0;
        for (int i = 1; i < shape.rows() * shape.cols(); i++) {
            peak = maps.values()[start + i] > maps.values()[start + peak] ? i : peak;
        }
        final int row = peak / shape.cols();
        final int col = peak % shape.cols();
        final Shape input = picture.input().shape();
        return Optional.of(new PeakPlace(row, col, maps.values()[start + peak], new PixelBox(fields.vertical(layer).from(row),
                fields.horizontal(layer).from(col), fields.vertical(layer).to(row, input.rows()), fields.horizontal(layer).to(col, input.cols()))));
    }
}
