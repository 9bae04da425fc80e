package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.analysis.similarity.FilterSimilarity;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingId;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.finding.Measure;
import org.filterscope.core.finding.Search;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.SimilarRow;
import org.filterscope.engine.graph.NetworkGraph;

/** Filters of a layer whose maps rise and fall together: one could do the other's work. */
final class DuplicateFilters implements FlawSearch {
    private static final double ALIKE = 0.95;
    private static final int PICTURES = 200;
    private static final int TOLD = 3;

    @Override
    public long steps(final FlawEvidence evidence) {
        return SearchSteps.ALL;
    }

    @Override
    public Findings search(final FlawEvidence evidence, final Progress progress) throws IOException {
        final SearchSteps steps = new SearchSteps(progress);
        final List<Finding> findings = new ArrayList<>();
        long tested = 0;
        for (int i = 0; i < evidence.layers().size(); i++) {
            final FlawLayer layer = evidence.layers().get(i);
            final long filters = layer.maps().shape().channels();
            tested += filters * (filters - 1) / 2;
            final List<SimilarRow> pairs = pairs(evidence, layer, steps);
            if (!pairs.isEmpty()) {
                findings.add(finding(evidence, layer, pairs, progress));
            }
            steps.reached(i + 1, evidence.layers().size());
        }
        steps.end();
        return new Findings(findings, List.of(new Search(FindingKind.DUPLICATE_FILTERS, tested,
                "correlations of the maps of %d pairs of filters on %d pictures".formatted(tested, evidence.pictures()))));
    }

    /** Pairs of a filter that stays and one that it could replace: each filter is replaced once at most, and what stays is not replaced. */
    private static List<SimilarRow> pairs(final FlawEvidence evidence, final FlawLayer layer, final SearchSteps steps) throws IOException {
        final Set<Integer> staying = new TreeSet<>();
        final Set<Integer> replaced = new TreeSet<>();
        return new FilterSimilarity(evidence.session().graph(), layer.name(), evidence.seed()).of(layer.maps(), layer.peaks(), steps.silent()).rows()
                .stream().filter(row -> row.correlation() >= ALIKE).sorted(Comparator.comparingDouble(SimilarRow::correlation).reversed())
                .filter(row -> {
                    final boolean free = !replaced.contains(row.channel()) && !replaced.contains(row.other()) && !staying.contains(row.other());
                    if (free) {
                        staying.add(row.channel());
                        replaced.add(row.other());
                    }
                    return free;
                }).toList();
    }

    private static Finding finding(final FlawEvidence evidence, final FlawLayer layer, final List<SimilarRow> pairs, final Progress progress)
            throws IOException {
        final List<SuspectFilter> suspects = new ArrayList<>();
        final List<Measure> numbers = new ArrayList<>(List.of(Measure.exact("pairs", pairs.size())));
        for (final SimilarRow pair : pairs) {
            suspects.add(layer.suspect(pair.other(), 0));
            numbers.add(Measure.exact("correlation of filters %d and %d".formatted(pair.channel(), pair.other()), pair.correlation()));
        }
        String clause = "";
        final NetworkGraph graph = evidence.session().graph();
        if (new LayersAbove(graph, layer.name()).reachLogits() && !graph.shape(graph.logits().name()).hasMaps()) {
            final int[] pictures = IntStream.range(0, Math.min(PICTURES, evidence.pictures()))
                    .map(i -> (int) ((long) i * evidence.pictures() / Math.min(PICTURES, evidence.pictures()))).toArray();
            final int changed = new LayerProbe(evidence, layer).changedByReplacing(pictures, pairs, progress);
            numbers.add(Measure.exact("pictures looked at", pictures.length));
            numbers.add(Measure.exact("predictions that change", changed));
            clause = "; with the latter in their place %d of %d predictions change".formatted(changed, pictures.length);
        }
        final List<String> subject = new ArrayList<>(List.of(layer.name()));
        suspects.forEach(filter -> subject.add(filter.fingerprint().isEmpty() ? Integer.toString(filter.channel()) : filter.fingerprint()));
        final String named = FlawText.list(pairs.stream().limit(TOLD).map(pair -> "%d like %d".formatted(pair.other(), pair.channel())).toList());
        return new Finding(FindingId.of(FindingKind.DUPLICATE_FILTERS, subject), FindingKind.DUPLICATE_FILTERS, 0, 1, suspects, List.of(), List.of(),
                numbers, List.of(), Optional.empty(),
                List.of(new Fix(Fix.Kind.PRUNE, List.of(),
                        "Leave these filters out and add their weights in the next layer to those of their twins.")),
                "%d of %d filters of '%s' do what others do, such as %s%s".formatted(pairs.size(), layer.maps().shape().channels(), layer.name(),
                        named, clause));
    }
}
