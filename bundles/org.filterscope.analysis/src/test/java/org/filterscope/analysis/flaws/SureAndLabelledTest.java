package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Search;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.NetworkSession;
import org.junit.jupiter.api.Test;

/** Searches for wrong labels and for errors that the network is sure of, on red roads, blue rivers and, where said, a few green fields. */
class SureAndLabelledTest {
    private static final int OF_A_CLASS = 60;

    private static Findings search(final FlawSearch search, final int fields, final boolean areProbabilities) throws Exception {
        final List<float[]> pictures = HandMade.pictures(2 * OF_A_CLASS + fields, i -> HandMade.plain(i < OF_A_CLASS ? 1 : 0,
                i < 2 * OF_A_CLASS ? 0 : 1, i < OF_A_CLASS || i >= 2 * OF_A_CLASS ? 0 : 1, i));
        final int[] truths = IntStream.range(0, pictures.size()).map(i -> i / OF_A_CLASS).toArray();
        try (NetworkSession session = Engines.all().getFirst().open(HandMade.network(new float[][] {{1, 0, 0}, {0, 0, 1}, {0, 1, 0}},
                new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}))) {
            final FlawEvidence all = HandMade.evidence(session, pictures, truths);
            return search.search(new FlawEvidence(session, all.labels(), all.classes(), all.paths(), all.inputs(),
                    new Predictions(all.predictions().outputs(), all.predictions().probabilities(), areProbabilities), all.layers(), List.of(), 1),
                    Progress.NONE);
        }
    }

    @Test
    void picturesOfSmallClassesAreNotJudged() throws Exception {
        final Findings found = search(new SuspiciousLabels(), 1, true);
        assertThat(found.searches().getFirst().note()).isEqualTo("labels of 120 pictures against what all others say; 0 are contradicted; "
                + "1 pictures of classes with fewer than 5 left out");
        assertThat(search(new SuspiciousLabels(), 5, true).searches().getFirst().tested()).isEqualTo(125);
    }

    @Test
    void nobodyIsSureWithoutProbabilities() throws Exception {
        final Search search = search(new UnknownUnknowns(), 0, false).searches().getFirst();
        assertThat(search.tested()).isZero();
        assertThat(search.note()).startsWith("not looked for: what the network says are no probabilities");
        assertThat(search(new UnknownUnknowns(), 0, true).searches().getFirst().note()).doesNotStartWith("not looked for");
    }
}
