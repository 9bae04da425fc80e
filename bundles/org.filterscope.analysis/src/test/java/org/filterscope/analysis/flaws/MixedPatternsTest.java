package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.NetworkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters red, green and blue. In the flawed network blue speaks for roads, so that rivers, which are blue, are roads. */
class MixedPatternsTest {
    private static final float[][] FILTERS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final float[][] WRONG = {{1, 0, 3}, {0, 0, 0.5f}, {0, 2, 0}};
    /** All is told by red and blue, and both count for roads and for rivers. */
    private static final float[][] RIGHT = {{3, 0, 1}, {1, 0, 3}, {0, 3, 0}};
    private static final int OF_A_CLASS = 20;

    @TempDir
    Path folder;

    private static List<float[]> pictures() {
        final List<float[]> pictures = HandMade.pictures(OF_A_CLASS, i -> HandMade.plain(1, 0, 0.5f, i));
        pictures.addAll(HandMade.pictures(OF_A_CLASS, i -> HandMade.plain(0.5f, 0, 1, 100 + i)));
        pictures.addAll(HandMade.pictures(OF_A_CLASS, i -> HandMade.plain(0, 1, 0, 200 + i)));
        return pictures;
    }

    private Findings search(final float[][] filters, final float[][] classes, final Progress progress, final HandMadeGraph... graphs)
            throws Exception {
        final List<GraphFile> files = new ArrayList<>();
        try (NetworkSession session = Engines.all().getFirst().open(HandMade.network(filters, classes))) {
            for (final HandMadeGraph graph : graphs) {
                files.add(graph.write(folder));
            }
            return new MixedPatterns().search(HandMade.evidence(session, pictures(),
                    IntStream.range(0, 3 * OF_A_CLASS).map(i -> i / OF_A_CLASS).toArray()).with(files), progress);
        } finally {
            for (final GraphFile file : files) {
                file.close();
            }
        }
    }

    private Findings search(final float[][] classes, final HandMadeGraph... graphs) throws Exception {
        return search(FILTERS, classes, Progress.NONE, graphs);
    }

    private static HandMadeGraph graph(final String kind) {
        return new HandMadeGraph(kind, 3);
    }

    /** Red carries a seventh of the evidence, too, but follows the same part of both. */
    @Test
    void whoeverTakesOnePartForAnotherClassesPartIsNamedWithTheConfusionThatItCarries() throws Exception {
        final Findings found = search(WRONG, graph("road").pattern(0, 6, 0.8, "bank").pattern(2, 6, 0.8, "lane"),
                graph("river").pattern(0, 3, 0.8, "bank").pattern(2, 6, 0.8, "wave"));
        assertThat(found.findings()).hasSize(1);
        final Finding finding = found.findings().getFirst();
        assertThat(finding.classes()).containsExactly("river", "road");
        assertThat(finding.filters()).singleElement().satisfies(filter -> assertThat(filter.channel()).isEqualTo(2));
        // All rivers are lost; means of the maps are 1.05 and 0.55 but for noise, weights 3 and 1.
        assertThat(finding.harm()).isCloseTo(3.15 / 3.7, within(0.01));
        assertThat(finding.filters().getFirst().share()).isEqualTo(1);
        assertThat(finding.effect().orElseThrow().intervention()).isEqualTo("filter 2 of 'maps' set to zero");
        assertThat(finding.text()).isEqualTo("1 of 3 filters of 'maps' mix parts and count: filter 2 mixes 'wave' of 'river' and 'lane' of 'road' "
                + "and carries 85 % of what makes 'river' 'road', where 20 of 20 pictures are lost");
        assertThat(found.searches().getFirst().tested()).isEqualTo(3);
    }

    @Test
    void withoutLandmarksPartsThatAreFarApartInOneClassAreMixed() throws Exception {
        final Finding finding = search(WRONG, graph("river").pattern(2, 2, 0.5, "").pattern(2, 10, 0.4, "")).findings().getFirst();
        assertThat(finding.harm()).isCloseTo(3.15 / 3.7, within(0.01));
        assertThat(finding.text()).contains("filter 2 mixes the part at row 2, column 2 and the part at row 10, column 10 of 'river'");
    }

    @Test
    void pureFiltersAreLeftInPeace() throws Exception {
        // Nine and ten are one place, a part that explains a twentieth does not count, landmarks of one name are one part, green does not count.
        assertThat(search(WRONG, graph("river").pattern(0, 2, 0.5, "head").pattern(0, 10, 0.4, "head").pattern(1, 2, 0.5, "").pattern(1, 10, 0.5, "")
                .pattern(2, 9, 0.5, "").pattern(2, 10, 0.4, "").pattern(2, 2, 0.05, "")).findings()).isEmpty();
    }

    /** Places of different kinds of object cannot be compared without names. */
    @Test
    void differentPlacesOnDifferentClassesAreNoMixture() throws Exception {
        assertThat(search(WRONG, graph("road").pattern(2, 2, 0.8, ""), graph("river").pattern(2, 10, 0.8, "")).findings()).isEmpty();
    }

    @Test
    void aMixtureThatCostsNothingIsWorthKnowingAndNoMore() throws Exception {
        final Finding finding = search(RIGHT, graph("river").pattern(2, 2, 0.5, "head").pattern(2, 10, 0.4, "rear foot")).findings().getFirst();
        assertThat(finding.harm()).isZero();
        assertThat(finding.severity()).isEqualTo(Severity.LOW);
        assertThat(finding.filters()).singleElement().satisfies(filter -> assertThat(filter.share()).isZero());
        // Roads: red 3 × 1.05, blue 0.55; rivers the other way round.
        assertThat(finding.numbers().get(1).value()).isCloseTo(0.55 / 3.7, within(0.01));
        assertThat(finding.text()).isEqualTo("1 of 3 filters of 'maps' mix parts and count, which does no harm that can be measured: "
                + "filter 2 mixes 'head' and 'rear foot' of 'river' and carries 15 % of the evidence for two classes or more");
    }

    @Test
    void ofALayerTheFiveStrongestAreToldInOneFinding() throws Exception {
        final float[][] filters = new float[9][];
        final float[][] classes = new float[3][9];
        final HandMadeGraph graph = new HandMadeGraph("", filters.length);
        for (int filter = 0; filter < 7; filter++) {
            filters[filter] = new float[] {1, 0, 1};
            Arrays.fill(classes[0], 0, 7, 0.3f);
            Arrays.fill(classes[1], 0, 7, 0.3f);
            graph.pattern(filter, 2, 0.5, "").pattern(filter, 10, 0.4, "");
        }
        filters[7] = new float[] {1, 0, 0};
        filters[8] = new float[] {0, 0, 1};
        classes[0][7] = 0.4f;
        classes[1][8] = 0.4f;
        // Green pictures are no roads: nothing of these is bright in them.
        classes[2][0] = 0.01f;
        final Findings found = search(filters, classes, Progress.NONE, graph);
        assertThat(found.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.filters()).hasSize(5).extracting(SuspectFilter::channel).doesNotContain(7, 8);
            assertThat(finding.text()).startsWith("7 of 9 filters of 'maps'").endsWith("; 2 more");
        });
    }

    @Test
    void withoutGraphsItSaysWhatItNeeds() throws Exception {
        final Findings found = search(WRONG);
        assertThat(found.findings()).isEmpty();
        assertThat(found.searches()).singleElement().satisfies(search -> {
            assertThat(search.note()).isEqualTo("needs the analysis 'graph'");
            assertThat(search.tested()).isZero();
        });
    }

    @Test
    void itStopsWhenAskedToAndTellsTheProgressItPromised() throws Exception {
        final long[] told = new long[1];
        final HandMadeGraph graph = graph("river").pattern(2, 2, 0.5, "").pattern(2, 10, 0.4, "");
        search(FILTERS, WRONG, progress(told, false), graph);
        assertThat(told[0]).isEqualTo(SearchSteps.ALL);
        assertThatThrownBy(() -> search(FILTERS, WRONG, progress(told, true), graph)).isInstanceOf(CancelledException.class);
    }

    private static Progress progress(final long[] told, final boolean cancelled) {
        return new Progress() {
            @Override
            public void begin(final String task, final long steps, final double share) {
            }

            @Override
            public void advance(final long steps) {
                told[0] += steps;
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
    }
}
