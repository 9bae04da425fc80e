package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Search;
import org.filterscope.core.progress.Progress;

/** Pictures of one class that are taken for another, and the filters that carry it. */
final class ClassConfusions implements FlawSearch {

    @Override
    public long steps(final FlawEvidence evidence) {
        return SearchSteps.ALL;
    }

    @Override
    public Findings search(final FlawEvidence evidence, final Progress progress) throws IOException {
        final SearchSteps steps = new SearchSteps(progress);
        final Optional<String> obstacle = KnownPictures.obstacle(evidence);
        if (obstacle.isPresent()) {
            steps.end();
            return new Findings(List.of(), List.of(new Search(FindingKind.CLASS_CONFUSION, 0, obstacle.get())));
        }
        final KnownPictures known = new KnownPictures(evidence);
        final ConfusionGate gate = ConfusionGate.of(evidence, known);
        final List<LayerProbe> layers = LayerProbe.all(evidence);
        final List<ConfusedPair> pairs = gate.pairs();
        final List<Finding> findings = new ArrayList<>();
        for (final ConfusedPair pair : pairs) {
            findings.add(new ConfusionFinding(evidence, known, pair).of(layers, progress));
            steps.reached(findings.size(), pairs.size());
        }
        steps.end();
        return new Findings(findings, List.of(new Search(FindingKind.CLASS_CONFUSION, gate.tested(),
                "predictions of %d pictures, %d ordered pairs of classes%s".formatted(gate.pictures(), gate.tested(), layers.isEmpty()
                        ? "; the run looked into no layer with maps that the logits depend on, so no filters are named" : ""))));
    }
}
