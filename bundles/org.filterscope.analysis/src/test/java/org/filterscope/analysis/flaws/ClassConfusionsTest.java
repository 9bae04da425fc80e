package org.filterscope.analysis.flaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.Engines;
import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Fix;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Filters red, green and blue; blue speaks for roads, three times as strongly as red does: so rivers, which are blue, are roads. */
class ClassConfusionsTest {
    private static final float[][] FILTERS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final float[][] WRONG = {{1, 0, 3}, {0, 0, 0.5f}, {0, 2, 0}};
    private static final float[][] RIGHT = {{3, 0, 0}, {0, 0, 3}, {0, 3, 0}};
    private static final int OF_A_CLASS = 20;

    static List<Executor> executors() throws Exception {
        return Engines.all();
    }

    private static List<float[]> pictures() {
        final List<float[]> pictures = HandMade.pictures(OF_A_CLASS, i -> HandMade.plain(1, 0, 0, i));
        pictures.addAll(HandMade.pictures(OF_A_CLASS, i -> HandMade.plain(0.5f, 0, 1, 100 + i)));
        pictures.addAll(HandMade.pictures(OF_A_CLASS, i -> HandMade.plain(0, 1, 0, 200 + i)));
        return pictures;
    }

    private static int[] truths() {
        return IntStream.range(0, 3 * OF_A_CLASS).map(i -> i / OF_A_CLASS).toArray();
    }

    @ParameterizedTest
    @MethodSource("executors")
    void riversThatAreTakenForRoadsAreFoundWithTheFilterThatCarriesIt(final Executor executor) throws Exception {
        try (NetworkSession session = executor.open(HandMade.network(FILTERS, WRONG))) {
            final Findings found = new ClassConfusions().search(HandMade.evidence(session, pictures(), truths()), Progress.NONE);
            assertThat(found.findings()).hasSize(1);
            final Finding finding = found.findings().getFirst();
            assertThat(finding.classes()).containsExactly("river", "road");
            assertThat(finding.harm()).isEqualTo(1);
            assertThat(finding.filters().getFirst().channel()).isEqualTo(2);
            // Means of the maps are 1.05 and 0.55 but for noise, weights 3 and 1.
            assertThat(finding.filters().getFirst().share()).isCloseTo(3.15 / 3.7, within(0.01));
            assertThat(finding.fixes().getFirst().kind()).isEqualTo(Fix.Kind.REPAIR);
            assertThat(finding.pictures()).hasSize(12).allMatch(exhibit -> exhibit.role() == Exhibit.Role.EVIDENCE);
            assertThat(finding.effect().orElseThrow().intervention()).isEqualTo("filters 2 and 0 of 'maps' set to zero");
            assertThat(finding.text()).startsWith(
                    "takes 'river' for 'road': 20 of 20 pictures are lost; filters 2 and 0 of 'maps' carry 85 % and 15 %");
        }
    }

    @ParameterizedTest
    @MethodSource("executors")
    void silencingAFilterLowersTheLogitByExactlyItsEvidence(final Executor executor) throws Exception {
        try (NetworkSession session = executor.open(HandMade.network(FILTERS, WRONG))) {
            final FlawEvidence evidence = HandMade.evidence(session, pictures(), truths());
            final int[] rivers = IntStream.range(OF_A_CLASS, 2 * OF_A_CLASS).toArray();
            final double[][] adds = LayerProbe.deciding(evidence).orElseThrow().contributions(rivers, 0, Progress.NONE);
            for (int filter = 0; filter < 3; filter++) {
                double fall = 0;
                double sum = 0;
                for (int i = 0; i < rivers.length; i++) {
                    final FeatureMaps picture = new FeatureMaps(1, session.graph().input(), pictures().get(rivers[i]));
                    final float without = session.run(Pass.of(session.graph(), picture).with(Edit.channel(session.graph(), "maps", filter, 0)),
                            Set.of("logits")).get("logits").values()[0];
                    fall += (HandMade.logits(session, picture.values())[0] - without) / rivers.length;
                    sum += adds[i][filter] / rivers.length;
                }
                // Sums of 169 floats of about 1.
                assertThat(sum).isCloseTo(fall, within(1e-5));
            }
        }
    }

    @Test
    void nothingIsFoundWhereNothingIsWrong() throws Exception {
        try (NetworkSession session = executors().getFirst().open(HandMade.network(FILTERS, RIGHT))) {
            final FlawEvidence evidence = HandMade.evidence(session, pictures(), truths());
            final Findings found = new ClassConfusions().search(evidence, Progress.NONE);
            assertThat(found.findings()).isEmpty();
            assertThat(found.searches().getFirst().tested()).isEqualTo(6);
            assertThat(new FixedPlaces().search(evidence, Progress.NONE).findings()).isEmpty();
        }
    }

    @Test
    void withoutClassesItSaysWhy() throws Exception {
        try (NetworkSession session = executors().getFirst().open(HandMade.network(FILTERS, WRONG))) {
            final FlawEvidence all = HandMade.evidence(session, pictures(), truths());
            final PictureClasses none = new PictureClasses(List.of(), IntStream.of(truths()).map(truth -> -1).toArray());
            final FlawEvidence unknown = new FlawEvidence(session, all.labels(), none, all.paths(), all.inputs(),
                    all.predictions(), all.layers(), all.masks(), 1);
            for (final FlawSearch search : List.of(new ClassConfusions(), new FixedPlaces(), new ColourShortcuts())) {
                final Findings found = search.search(unknown, Progress.NONE);
                assertThat(found.findings()).isEmpty();
                assertThat(found.searches().getFirst().note()).isEqualTo("the pictures have no classes");
                assertThat(found.searches().getFirst().tested()).isZero();
            }
        }
    }

    @Test
    void progressIsWhatWasPromisedAndASearchStopsWhenAskedTo() throws Exception {
        try (NetworkSession session = executors().getFirst().open(HandMade.network(FILTERS, WRONG))) {
            final FlawEvidence evidence = HandMade.evidence(session, pictures(), truths());
            for (final FlawSearch search : List.of(new ClassConfusions(), new FixedPlaces(), new ColourShortcuts())) {
                final long[] told = new long[1];
                search.search(evidence, progress(told, false));
                assertThat(told[0]).isEqualTo(search.steps(evidence));
                assertThatThrownBy(() -> search.search(evidence, progress(told, true))).isInstanceOf(CancelledException.class);
            }
        }
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

    /** Of forty pictures five may be lost to another class by accident, seven not: chances 0.048 and 0.0034, among two pairs. */
    @Test
    void theGateLetsThroughWhatAccidentsDoNotExplain() {
        assertThat(gate(5).pairs()).isEmpty();
        assertThat(gate(7).pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.share()).isEqualTo(7 / 40.0);
            assertThat(pair.rate()).isCloseTo(2 * 0.0034, within(2e-4));
        });
    }

    private static ConfusionGate gate(final int lost) {
        final ConfusionGate gate = new ConfusionGate(2);
        for (int i = 0; i < 40; i++) {
            gate.add(0, i < lost ? 1 : 0);
            gate.add(1, 1);
        }
        return gate;
    }

    @Test
    void sharesAreOfWhatSpeaksForTheClassAlone() {
        final List<double[]> rows = new ArrayList<>(List.of(new double[] {3, -5, 1, 0}, new double[] {3, 5 - 0.5, 0, 0.2}));
        final EvidenceShares shares = new EvidenceShares(rows.toArray(double[][]::new));
        assertThat(shares.share(0)).isCloseTo(6 / 7.2, within(1e-12));
        assertThat(shares.share(1)).isZero();
        assertThat(shares.named()).containsExactly(0, 2);
        assertThat(shares.half()).isEqualTo(1);
    }
}
