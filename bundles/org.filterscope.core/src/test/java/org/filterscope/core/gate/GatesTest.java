package org.filterscope.core.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.filterscope.core.finding.HandmadeFindings.finding;
import static org.filterscope.core.finding.HandmadeFindings.searches;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.report.FilterNumbers;
import org.filterscope.core.report.HandmadeReport;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectory(folder.resolve("pictures"));
        Files.writeString(folder.resolve("net.h5"), "");
    }

    private DiagnosisConfiguration configuration(final String gates) throws IOException, InvalidInputException {
        return new ConfigurationReader().read(Files.writeString(folder.resolve("test.filterscope"),
                "model: net.h5\nimages: { folder: pictures }\ngates: " + gates + "\n"));
    }

    private List<GateResult> check(final String gates, final HandmadeReport report) throws Exception {
        return Assessment.of(configuration(gates), report.write(folder.resolve("report")), TODAY).gates();
    }

    /** Of the only gate. */
    private String sentence(final String gates, final HandmadeReport report) throws Exception {
        final GateResult result = check(gates, report).get(0);
        return (result.passed() ? "+ " : "- ") + result.sentence();
    }

    private static HandmadeReport report() {
        return new HandmadeReport().layer("concept", Scores.NONE).pictures("river", 3, "road", 1).pictures("road", 6, "river", 0).outputs(2);
    }

    private static Scores instability(final double value) {
        return Scores.NONE.with(Score.INSTABILITY, value);
    }

    private static Scores detector(final String label, final boolean isOne) {
        return Scores.NONE.with(Score.LABEL, label).with(Score.DETECTOR, isOne).with(Score.IOU, isOne ? 0.1 : 0.01);
    }

    @Test
    void accuracyIsHeldToItsLimit() throws Exception {
        assertThat(sentence("{ accuracy: { min: 0.9 } }", report())).isEqualTo("+ accuracy: 0.9 (9 of 10), expected at least 0.9");
        assertThat(sentence("{ accuracy: { min: 0.91 } }", report())).isEqualTo("- accuracy: 0.9 (9 of 10), expected at least 0.91");
        assertThat(sentence("{ accuracy: { class: river, min: 0.8 } }", report()))
                .isEqualTo("- accuracy of river: 0.75 (3 of 4), expected at least 0.8");
        assertThat(sentence("{ accuracy: { min-class: 0.75 } }", report()))
                .isEqualTo("+ accuracy of every class: river: 0.75 (3 of 4), expected at least 0.75");
    }

    @Test
    void aNumberThatFailsNeverLooksLikeItsLimit() throws Exception {
        assertThat(sentence("{ accuracy: { min: 0.66667 } }", new HandmadeReport().layer("concept").pictures("a", 2, "b", 1).outputs(2)))
                .isEqualTo("- accuracy: 0.6666 (2 of 3), expected at least 0.66667");
        assertThat(sentence("{ instability: { max: 0.12 } }", report().layer("concept", instability(0.1200001))))
                .isEqualTo("- mean instability of concept: 0.1201, expected at most 0.12");
    }

    @Test
    void accuracyThatIsNotKnownIsNotGoodEnough() throws Exception {
        assertThat(sentence("{ accuracy: { min: 0 } }", new HandmadeReport().layer("concept").pictures("holiday", 0, "road", 5).outputs(12)))
                .startsWith("- accuracy: not known: no picture folder is named like one of the network's outputs");
    }

    @Test
    void scoresBecomeOneNumberALayer() throws Exception {
        final HandmadeReport report = report().layer("concept", instability(0.1), instability(0.2), Scores.NONE, instability(0.6));
        assertThat(sentence("{ instability: { layer: concept, max: 0.3 } }", report))
                .isEqualTo("+ mean instability of concept: 0.3, expected at most 0.3");
        assertThat(sentence("{ instability: { aggregate: median, min: 0.25 } }", report))
                .isEqualTo("- median instability of concept: 0.2, expected at least 0.25");
        assertThat(sentence("{ instability: { aggregate: max, min: 0.1, max: 0.5 } }", report))
                .isEqualTo("- max instability of concept: 0.6, expected at least 0.1 and at most 0.5");
        assertThat(sentence("{ instability: { aggregate: min, max: 0.1 } }", report))
                .isEqualTo("+ min instability of concept: 0.1, expected at most 0.1");
        assertThat(sentence("{ instability: { aggregate: share, above: 0.2, max: 0.5 } }", report))
                .isEqualTo("+ share of instability above 0.2 of concept: 0.3333, expected at most 0.5");
    }

    @Test
    void flagsCountAsOneAndZero() throws Exception {
        assertThat(sentence("{ detector: { min: 0.75 } }", report().layer("concept", detector("a", true), detector("b", false))))
                .isEqualTo("- mean detector of concept: 0.5, expected at least 0.75");
    }

    @Test
    void withoutALayerEachThatHasTheScoreIsLookedAt() throws Exception {
        final List<GateResult> results = check("{ instability: { max: 0.3 } }",
                report().layer("concept", instability(0.1)).layer("low", instability(0.4)).layer("head", Scores.NONE));
        assertThat(results).extracting(GateResult::name).containsExactly("mean instability of concept", "mean instability of low");
        assertThat(results).extracting(GateResult::passed).containsExactly(true, false);
    }

    @Test
    void aScoreThatNoFilterHasFails() throws Exception {
        assertThat(sentence("{ instability: { max: 1 } }", report()))
                .isEqualTo("- mean instability: not known: no filter has 'instability', expected at most 1");
    }

    @Test
    void findingsCountBySeverityAndKind() throws Exception {
        final Findings findings = new Findings(List.of(finding("aa", FindingKind.CLASS_CONFUSION, 0.5),
                finding("bb", FindingKind.CLASS_CONFUSION, 0.2),
                finding("cc", FindingKind.DEAD_FILTERS, 0)), searches());
        assertThat(sentence("{ flaws: { max: 3 } }", report().findings(findings))).isEqualTo("+ findings: 3, expected at most 3");
        assertThat(sentence("{ flaws: { severity: medium, max: 1 } }", report().findings(findings)))
                .isEqualTo("- findings of medium severity or worse: 2, expected at most 1");
        assertThat(sentence("{ flaws: { severity: high } }", report().findings(findings))).isEqualTo("- findings of high severity: 1, expected none");
        assertThat(sentence("{ flaws: { kind: dead-filters } }", report().findings(findings))).isEqualTo("- dead-filters: 1, expected none");
        assertThat(check("{ flaws: { kind: class-confusion } }", report().findings(findings)).get(0).findings()).extracting("id")
                .containsExactly("aa", "bb");
    }

    @Test
    void aKindThatWasNotLookedForDoesNotPass() throws Exception {
        final Findings findings = new Findings(List.of(), searches(FindingKind.CONTEXT_SHORTCUT));
        assertThat(sentence("{ flaws: { kind: context-shortcut } }", report().findings(findings)))
                .isEqualTo("- context-shortcut: not known: context-shortcut was not looked for (needs masks), expected none");
        assertThat(sentence("{ flaws: { max: 0 } }", report().findings(findings)))
                .isEqualTo("+ findings: 0 (1 of 12 kinds were not looked for), expected none");
    }

    @Test
    void suppressedFindingsDoNotCountAndAreTold() throws Exception {
        Files.writeString(folder.resolve("test.suppressions.csv"),
                "finding,kind,fingerprint,reason,expires\naa,,,known,\nbb,,,was known,2026-11-20\n");
        final Findings findings = new Findings(List.of(finding("aa", FindingKind.CLASS_CONFUSION, 0.5),
                finding("bb", FindingKind.CLASS_CONFUSION, 0.5)),
                searches());
        final Assessment assessment = Assessment.of(configuration("{ flaws: { max: 0 } }"), report().findings(findings)
                .write(folder.resolve("report")),
                TODAY);
        assertThat(assessment.gates().get(0).sentence()).isEqualTo("findings: 1 (and 1 suppressed), expected none");
        assertThat(assessment.notes()).singleElement().asString()
                .endsWith(":3: the suppression of finding bb has expired on 2026-11-20 and does not count");
    }

    @Test
    void whatTheReportCannotTellIsRefusedWithTheGatesLine() {
        assertRefused("{ instability: { layer: conceptt, max: 1 } }", "no layer 'conceptt' is looked into; 'layers' names concept");
        assertRefused("{ accuracy: { class: ocean, min: 1 } }", "the pictures have no class 'ocean'; they have river, road");
        assertRefused("{ ablation: { max: 1 } }", "the gate 'ablation' needs the analysis 'ablation', which is not done");
        assertRefused("{ regressions: { baseline: old } }", "there is no report in " + folder.resolve("old"));
    }

    private void assertRefused(final String gates, final String reason) {
        assertThatThrownBy(() -> check(gates, report())).isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("test.filterscope:3: ").hasMessageContaining(reason);
    }

    @Test
    void everyScoreThatCanBeAskedForHasItsAnalysis() throws Exception {
        for (final String score : FilterNumbers.names()) {
            final boolean plain = List.of("mean", "std", "max", "fires", "dead").contains(score);
            final DiagnosisConfiguration configuration = configuration("{ %s: { max: 1 } }".formatted(score));
            if (plain) {
                new GateCheck(configuration).check(List.of("concept"), List.of(), List.of());
            } else {
                assertThatThrownBy(() -> new GateCheck(configuration).check(List.of("concept"), List.of(), List.of())).as(score)
                        .hasMessageContaining("needs the analysis '");
            }
        }
    }

    @Test
    void lostAccuracyIsARegression() throws Exception {
        new HandmadeReport().layer("concept", Scores.NONE).pictures("river", 4, "road", 0).pictures("road", 5, "river", 1).outputs(2)
                .write(folder.resolve("old"));
        assertThat(sentence("{ regressions: { baseline: old, accuracy: 0 } }", report()))
                .isEqualTo("+ accuracy lost: 0 (9 of 10, was 9 of 10), expected at most 0");
        assertThat(sentence("{ regressions: { baseline: old, class-accuracy: 0.2 } }", report()))
                .isEqualTo("- accuracy lost of a class: river: 0.25 (3 of 4, was 4 of 4), expected at most 0.2");
    }

    @Test
    void aLossOfExactlyWhatIsAllowedPasses() throws Exception {
        new HandmadeReport().layer("concept", Scores.NONE).pictures("river", 9, "road", 1).pictures("road", 0, "river", 0).outputs(2)
                .write(folder.resolve("old"));
        assertThat(check("{ regressions: { baseline: old, accuracy: 0.1 } }",
                new HandmadeReport().layer("concept", Scores.NONE).pictures("river", 8, "road", 2).outputs(2)).get(0).passed()).isTrue();
    }

    @Test
    void aFindingIsNewWhenTheBaselineHasItNotOrLessSevere() throws Exception {
        report().findings(new Findings(List.of(finding("aa", FindingKind.CLASS_CONFUSION, 0.5), finding("bb", FindingKind.CLASS_CONFUSION, 0.1)),
                searches())).write(folder.resolve("old"));
        final HandmadeReport now = report().findings(new Findings(List.of(finding("aa", FindingKind.CLASS_CONFUSION, 0.9),
                finding("bb", FindingKind.CLASS_CONFUSION, 0.6), finding("cc", FindingKind.DEAD_FILTERS, 0)), searches()));
        final GateResult all = check("{ regressions: { baseline: old, new-findings: 0 } }", now).get(0);
        assertThat(all.sentence()).isEqualTo("new findings: 1, expected none");
        assertThat(all.findings()).extracting("id").containsExactly("cc");
        assertThat(check("{ regressions: { baseline: old, new-findings: { severity: high } } }", now).get(0).findings()).extracting("id")
                .containsExactly("bb");
    }

    @Test
    void lostDetectorsAndLabelsAreRegressions() throws Exception {
        report().layer("concept", detector("river", true), detector("road", true), detector("tree", true)).write(folder.resolve("old"));
        final HandmadeReport now = report().layer("concept", detector("road", true), detector("river", false), detector("sky", true));
        assertThat(sentence("{ regressions: { baseline: old, detectors: 0 } }", now))
                .isEqualTo("- detectors lost in concept: 1 (2, was 3), expected at most 0");
        assertThat(sentence("{ regressions: { baseline: old, labels: 2 } }", now))
                .isEqualTo("+ labels lost in concept: 2 (river, tree), expected at most 2");
    }

    @Test
    void scoresMayMoveSoFar() throws Exception {
        report().layer("concept", instability(0.2), instability(0.4)).write(folder.resolve("old"));
        final HandmadeReport now = report().layer("concept", instability(0.3), instability(0.45));
        assertThat(sentence("{ regressions: { baseline: old, instability: { rise: 0.05 } } }", now))
                .isEqualTo("- change of mean instability of concept: 0.075 (0.375, was 0.3), expected a rise of at most 0.05");
        assertThat(sentence("{ regressions: { baseline: old, instability: { fall: 0 } } }", now)).startsWith("+ ");
        assertThat(sentence("{ regressions: { baseline: old, instability: { layer: concept, aggregate: max, rise: 0.05 } } }", now)).startsWith("+ ");
    }

    @Test
    void aLayerThatIsGoneIsARegression() throws Exception {
        report().layer("concept", detector("river", true)).layer("low", detector("sky", true)).write(folder.resolve("old"));
        final HandmadeReport now = report().layer("concept", detector("river", true));
        assertThat(check("{ regressions: { baseline: old, detectors: 9, labels: 9 } }", now)).extracting(GateResult::sentence).contains(
                "detectors lost in low: not known: only the baseline dissected this layer, expected at most 9",
                "labels lost in low: not known: only the baseline dissected this layer, expected at most 9");
    }

    @Test
    void otherPicturesThanTheBaselinesAreTold() throws Exception {
        report().data("bb").write(folder.resolve("old"));
        final Report now = report().write(folder.resolve("report"));
        assertThat(Assessment.of(configuration("{ regressions: { baseline: old, accuracy: 0 } }"), now, TODAY).notes())
                .containsExactly("the baseline was made of other pictures: a part of what has changed may be due to them");
    }
}
