package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.NetworkSession;
import org.junit.jupiter.api.Test;

class DuplicateFiltersTest {
    private static final int PICTURES = 30;

    private static List<Finding> search(final float[][] filters, final float[][] classes) throws Exception {
        final List<float[]> pictures = HandMade.pictures(PICTURES,
                i -> HandMade.plain(i % 3 == 0 ? 1 : 0, i % 3 == 1 ? 1 : 0, i % 3 == 2 ? 1 : 0, i));
        try (NetworkSession session = Engines.all().getFirst().open(HandMade.network(filters, classes))) {
            return new DuplicateFilters().search(HandMade.evidence(session, pictures, IntStream.range(0, PICTURES).map(i -> i % 3).toArray()),
                    Progress.NONE).findings();
        }
    }

    /** The second filter is twice the first: the first can do its work exactly, and no prediction changes. */
    @Test
    void aFilterThatIsAnotherOneScaledIsFoundAndCanBeReplaced() throws Exception {
        final List<Finding> found = search(new float[][] {{1, 0, 0}, {2, 0, 0}, {0, 1, 0}, {0, 0, 1}},
                new float[][] {{1, 1, 0, 0}, {0, 0, 2, 0}, {0, 0, 0, 2}});
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.filters()).singleElement().satisfies(filter -> assertThat(filter.channel()).isEqualTo(1));
            assertThat(finding.harm()).isZero();
            assertThat(finding.text()).isEqualTo(
                    "1 of 4 filters of 'maps' do what others do, such as 1 like 0; with the latter in their place 0 of 30 predictions change");
            assertThat(finding.fixes().getFirst().kind()).isEqualTo(Fix.Kind.PRUNE);
        });
    }

    @Test
    void filtersThatDifferAreNotFound() throws Exception {
        assertThat(search(new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, new float[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}})).isEmpty();
    }
}
