package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.analysis.classes.StoredMaps;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.ReceptiveFields;
import org.junit.jupiter.api.Test;

/** One filter sees red, one is below zero wherever there is red, one has no weights. */
class DeadFiltersTest {
    private static final float[][] FILTERS = {{1, 0, 0}, {-1, 0, 0}, {0, 0, 0}};

    private static List<Finding> dead(final String name, final List<float[]> pictures) throws Exception {
        try (NetworkSession session = Engines.all().getFirst().open(HandMade.network(FILTERS, FILTERS))) {
            final FlawEvidence all = HandMade.evidence(session, pictures, new int[pictures.size()]);
            final StoredMaps maps = StoredMaps.of(session, name, pictures);
            final ReceptiveFields fields = new ReceptiveFields(session.graph());
            final FlawLayer layer = new FlawLayer(name, maps, new MapPeaks(maps), Collections.nCopies(3, ""), fields.vertical(name),
                    fields.horizontal(name));
            return new DeadFilters().search(new FlawEvidence(session, all.labels(), all.classes(), all.paths(), all.inputs(), all.predictions(),
                    List.of(layer), List.of(), 1), Progress.NONE).findings();
        }
    }

    @Test
    void behindARectifierFiltersThatNeverFireAreDead() throws Exception {
        assertThat(dead("maps", HandMade.pictures(5, i -> HandMade.plain(1, 0, 0, i)))).singleElement()
                .satisfies(finding -> assertThat(finding.filters()).extracting(filter -> filter.channel()).containsExactly(1, 2));
    }

    @Test
    void withoutARectifierFiltersBelowZeroSaySomething() throws Exception {
        assertThat(dead("convolved", HandMade.pictures(5, i -> HandMade.plain(1, 0, 0, i)))).singleElement()
                .satisfies(finding -> assertThat(finding.filters()).extracting(filter -> filter.channel()).containsExactly(2));
    }

    /** A black pixel gives every picture the peak 0. */
    @Test
    void aMapThatVariesBelowTheSamePeakSaysSomething() throws Exception {
        assertThat(dead("convolved", HandMade.pictures(5, i -> {
            final float[] picture = HandMade.plain(1, 0, 0, i);
            picture[7] = 0;
            return picture;
        }))).singleElement().satisfies(finding -> assertThat(finding.filters()).extracting(filter -> filter.channel()).containsExactly(2));
    }
}
