package org.filterscope.reference.flaws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.filterscope.benchmark.flaws.LandusePictures;
import org.filterscope.benchmark.flaws.ShownPictures;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Severity;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;
import org.filterscope.reference.ReferenceFolder;
import org.filterscope.reference.flaws.WrongWorlds.Flawed;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that learned a wrong world from aerial pictures: the flaw is named first, whichever pictures are looked at; and a sound one. */
@TestInstance(Lifecycle.PER_CLASS)
class LanduseFlawsTest {
    private static final int BOOTSTRAPS = 10;
    private static final int NEEDED = 9;
    private static final int SOUND = 30;

    private Executor executor;
    private LandusePictures data;
    private WrongWorlds worlds;

    @BeforeAll
    void prepare() throws Exception {
        data = new LandusePictures(ReferenceFolder.find());
        executor = OnnxRuntimeExecutor.load(Runtime.getRuntime().availableProcessors());
        worlds = new WrongWorlds(data, executor);
    }

    @ParameterizedTest
    @CsvSource({"river, freeway", "forest, agricultural", "harbor, parkinglot", "overpass, runway"})
    void aClassThatWasTaughtAsAnotherIsNamedFirst(final String shown, final String taken) throws Exception {
        try (Flawed network = worlds.confused(shown, taken)) {
            final Predicate<Finding> right = finding -> finding.kind() == FindingKind.CLASS_CONFUSION
                    && finding.classes().equals(List.of(shown, taken)) && finding.severity() == Severity.HIGH && !finding.filters().isEmpty();
            assertThat(bootstraps(network, right, "ClassConfusions", "FixedPlaces")).isGreaterThanOrEqualTo(NEEDED);
        }
    }

    @Test
    void allSearchesTogetherNameTheConfusionFirst() throws Exception {
        try (Flawed network = worlds.confused("river", "freeway")) {
            final Finding first = FoundFlaws.of(network.shown().evidence(1)).first();
            assertThat(first.kind()).isEqualTo(FindingKind.CLASS_CONFUSION);
            assertThat(first.classes()).containsExactly("river", "freeway");
            assertThat(first.fixes().getFirst().kind().key()).isEqualTo("repair");
        }
    }

    @Test
    void aClassThatIsToldByAStampIsNamedFirst() throws Exception {
        namedFirst(worlds::stamped, FindingKind.FIXED_PLACE, "ClassConfusions", "FixedPlaces");
    }

    @Test
    void aClassThatIsToldByItsTintIsNamedFirst() throws Exception {
        namedFirst(worlds::tinted, FindingKind.COLOUR_SHORTCUT, "ClassConfusions", "ColourShortcuts");
    }

    private void namedFirst(final UnaryOperator<float[]> change, final FindingKind kind, final String... searches) throws Exception {
        try (Flawed network = worlds.changed(change)) {
            // Else the flaw is not there, and nothing may be said of the search.
            assertThat(worlds.strength(network, change)).isGreaterThan(0.5);
            final Predicate<Finding> right = finding -> finding.kind() == kind && finding.classes().equals(List.of(WrongWorlds.ARCHIVE))
                    && !finding.filters().isEmpty();
            final FoundFlaws all = FoundFlaws.of(network.shown().evidence(1));
            assertThat(all.first()).matches(right);
            assertThat(bootstraps(network, right, searches)).isGreaterThanOrEqualTo(NEEDED);
        }
    }

    /** How often the first finding is right, on forty pictures a class drawn with replacement. */
    private static int bootstraps(final Flawed network, final Predicate<Finding> right, final String... searches) throws Exception {
        int found = 0;
        for (int bootstrap = 0; bootstrap < BOOTSTRAPS; bootstrap++) {
            final Random random = new Random(100L + bootstrap);
            final int[] drawn = new int[network.shown().pictures()];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = i / WrongWorlds.CHECKED * WrongWorlds.CHECKED + random.nextInt(WrongWorlds.CHECKED);
            }
            final FoundFlaws flaws = FoundFlaws.of(network.shown().evidence(drawn, bootstrap), searches);
            found += !flaws.findings().isEmpty() && right.test(flaws.first()) ? 1 : 0;
        }
        return found;
    }

    @Test
    void theSoundNetworkHasNoBadFlaw() throws Exception {
        final List<float[]> inputs = new ArrayList<>();
        for (final String label : data.labels()) {
            inputs.addAll(data.of(label, 0, SOUND));
        }
        final int[] truths = new int[inputs.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = i / SOUND;
        }
        try (NetworkSession session = executor.open(data.graph())) {
            final ShownPictures shown = new ShownPictures(session, data.labels(), List.of("concept"), inputs, truths);
            final FoundFlaws flaws = FoundFlaws.of(shown.evidence(1));
            assertThat(flaws.findings()).noneMatch(finding -> finding.severity() == Severity.HIGH);
            assertThat(flaws.findings().stream().filter(finding -> finding.kind() == FindingKind.CLASS_CONFUSION)).hasSizeLessThanOrEqualTo(1);
        }
    }
}
