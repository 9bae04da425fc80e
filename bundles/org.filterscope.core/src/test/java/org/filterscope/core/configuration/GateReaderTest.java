package org.filterscope.core.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateReaderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectory(folder.resolve("pictures"));
        Files.writeString(folder.resolve("net.h5"), "");
    }

    @Test
    void everyGateIsRead() throws Exception {
        final GateSettings gates = read("""
                gates:
                  flaws:
                    - { severity: high }
                    - { kind: [class-confusion, dead-filters], severity: medium, max: 3 }
                  accuracy: [{ min: 0.9, min-class: 0.7 }, { class: river, min: 0.8 }]
                  instability: { layer: concept, max: 0.12 }
                  iou: { aggregate: share, above: 0.04, min: 0.3 }
                  regressions:
                    baseline: ../baseline
                    accuracy: 0.01
                    class-accuracy: 0.05
                    new-findings: { severity: medium, max: 1 }
                    detectors: 5
                    labels: 2
                    instability: { aggregate: median, rise: 0.02 }
                """).gates();
        assertThat(gates.flaws()).containsExactly(new FlawGate(Severity.HIGH, List.of(), 0, 5),
                new FlawGate(Severity.MEDIUM, List.of(FindingKind.CLASS_CONFUSION, FindingKind.DEAD_FILTERS), 3, 6));
        assertThat(gates.accuracy()).containsExactly(new AccuracyGate(Optional.empty(), OptionalDouble.of(0.9), OptionalDouble.of(0.7), 7),
                new AccuracyGate(Optional.of("river"), OptionalDouble.of(0.8), OptionalDouble.empty(), 7));
        final ScoreSelection instability = new ScoreSelection("instability", Optional.of("concept"), Aggregate.MEAN, 0, 8);
        final ScoreSelection iou = new ScoreSelection("iou", Optional.empty(), Aggregate.SHARE, 0.04, 9);
        assertThat(gates.scores()).containsExactlyInAnyOrder(new ScoreGate(instability, OptionalDouble.empty(), OptionalDouble.of(0.12)),
                new ScoreGate(iou, OptionalDouble.of(0.3), OptionalDouble.empty()));
        assertThat(gates.regressions()).contains(new RegressionGate(folder.resolve("../baseline").normalize(), OptionalDouble.of(0.01),
                OptionalDouble.of(0.05), Optional.of(new FlawGate(Severity.MEDIUM, List.of(), 1, 14)), OptionalInt.of(5), OptionalInt.of(2),
                List.of(new ScoreChangeGate(new ScoreSelection("instability", Optional.empty(), Aggregate.MEDIAN, 0, 17), OptionalDouble.empty(),
                        OptionalDouble.of(0.02))), 11));
    }

    @Test
    void aNumberOfNewFindingsIsEnough() throws Exception {
        assertThat(read("gates: { regressions: { baseline: old, new-findings: 4 } }\n").gates().regressions().orElseThrow().newFindings())
                .contains(new FlawGate(Severity.LOW, List.of(), 4, 3));
    }

    @Test
    void withoutGatesNothingIsDemanded() throws Exception {
        assertThat(read("").gates().isEmpty()).isTrue();
        assertThat(read("gates: {}\n").gates().isEmpty()).isTrue();
    }

    @Test
    void anOutputOfTheCommandLineKeepsTheGates() throws Exception {
        final DiagnosisConfiguration read = read("gates: { accuracy: { min: 0.9 } }\n");
        assertThat(read.withOutput(folder.resolve("other")).gates()).isEqualTo(read.gates());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { flawz: { max: 0 } }                               | unknown key 'flawz' in 'gates'; accepted: flaws, accuracy, regressions, mean, std
            { label: { max: 0 } }                               | unknown key 'label' in 'gates'
            { twin: { max: 0 } }                                | unknown key 'twin' in 'gates'
            { flaws: { severity: dreadful } }                   | 'severity' must be low or medium or high, not 'dreadful'
            { flaws: { kind: ugliness } }                       | 'kind' must be one of class-confusion, concept-confusion
            { flaws: { max: -1 } }                              | 'max' must be a whole number from 0
            { flaws: none }                                     | 'flaws' must be a block
            { accuracy: 0.9 }                                   | 'accuracy' must be a block
            { accuracy: { min: 90 } }                           | 'min' must be a number from 0.0 to 1.0, not '90'
            { accuracy: { class: river } }                      | 'min' or 'min-class' is missing
            { accuracy: { class: river, min-class: 0.5 } }      | 'min-class' is for all classes
            { iou: { layer: concept } }                         | 'min' or 'max' is missing
            { iou: { max: high } }                              | 'max' must be a number, not 'high'
            { iou: { max: NaN } }                               | 'max' must be a number, not 'NaN'
            { iou: { aggregate: sum, max: 1 } }                 | 'aggregate' must be one of mean, median, min, max, share, not 'sum'
            { iou: { aggregate: share, max: 1 } }               | 'above' and 'aggregate: share' belong together
            { iou: { above: 0.1, max: 1 } }                     | 'above' and 'aggregate: share' belong together
            { regressions: { accuracy: 0.1 } }                  | 'baseline' is missing
            { regressions: { baseline: report } }               | 'baseline' is the directory that the run writes to
            { regressions: { baseline: old, iou: { max: 1 } } } | unknown key 'max' in 'iou'; accepted: layer, aggregate, above, fall, rise
            { regressions: { baseline: old, iou: {} } }         | 'fall' or 'rise' is missing
            { regressions: { baseline: old, detectors: some } } | 'detectors' must be a whole number
            """)
    void whatIsWrongIsToldWithFileLineAndWhatIsAccepted(final String gates, final String complaint) {
        assertThatThrownBy(() -> read("gates: " + gates + "\n")).isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("test.filterscope:3: ").hasMessageContaining(complaint).hasMessageNotContaining("\n");
    }

    private DiagnosisConfiguration read(final String gates) throws Exception {
        return new ConfigurationReader().read(Files.writeString(folder.resolve("test.filterscope"),
                "model: net.h5\nimages: { folder: pictures }\n" + gates));
    }
}
