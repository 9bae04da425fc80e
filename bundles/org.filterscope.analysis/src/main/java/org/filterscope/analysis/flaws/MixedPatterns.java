package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Search;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.progress.Progress;

/** Filters that take two parts of an object for one thing, and the confusion that they carry. */
final class MixedPatterns implements FlawSearch {

    @Override
    public long steps(final FlawEvidence evidence) {
        return SearchSteps.ALL;
    }

    @Override
    public Findings search(final FlawEvidence evidence, final Progress progress) throws IOException {
        final SearchSteps steps = new SearchSteps(progress);
        final Optional<String> obstacle = (evidence.graphs().isEmpty() ? Optional.of("needs the analysis 'graph'") : Optional.<String>empty())
                .or(() -> KnownPictures.obstacle(evidence));
        final Findings found = obstacle.isPresent()
                ? new Findings(List.of(), List.of(new Search(FindingKind.MIXED_PATTERNS, 0, obstacle.get()))) : search(evidence, steps, progress);
        steps.end();
        return found;
    }

    private static Findings search(final FlawEvidence evidence, final SearchSteps steps, final Progress progress) throws IOException {
        final KnownPictures known = new KnownPictures(evidence);
        final List<ConfusedPair> pairs = ConfusionGate.of(evidence, known).pairs();
        final List<LayerProbe> probes = LayerProbe.all(evidence);
        final List<Finding> findings = new ArrayList<>();
        long tested = 0;
        int layers = 0;
        for (int i = 0; i < probes.size(); i++) {
            final List<LayerParts> kinds = new ArrayList<>();
            for (final GraphFile graph : evidence.graphs()) {
                LayerParts.of(graph, probes.get(i).layer().name(), progress).ifPresent(kinds::add);
            }
            if (!kinds.isEmpty()) {
                final MixedLayer layer = new MixedLayer(evidence, known, probes.get(i), kinds);
                layers++;
                tested += layer.filters();
                final List<MixedFilter> mixed = layer.find(pairs, progress);
                if (!mixed.isEmpty()) {
                    findings.add(new MixedFinding(evidence, known, probes.get(i)).of(mixed, progress));
                }
            }
            steps.reached(i + 1, probes.size());
        }
        return new Findings(findings, List.of(new Search(FindingKind.MIXED_PATTERNS, tested, layers == 0
                ? "the explanatory graphs have no layer with maps that the logits depend on"
                : "part patterns of %d filters of %d layer%s in %d explanatory graph%s".formatted(tested, layers, layers == 1 ? "" : "s",
                        evidence.graphs().size(), evidence.graphs().size() == 1 ? "" : "s"))));
    }
}
