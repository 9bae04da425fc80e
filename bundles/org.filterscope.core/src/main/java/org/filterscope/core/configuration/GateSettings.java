package org.filterscope.core.configuration;

import java.util.List;
import java.util.Optional;

/**
 * What {@code filterscope check} demands of a report.
 *
 * @param flaws       of the findings
 * @param accuracy    of the predictions
 * @param scores      of the filters
 * @param regressions against an earlier report
 */
public record GateSettings(List<FlawGate> flaws, List<AccuracyGate> accuracy, List<ScoreGate> scores, Optional<RegressionGate> regressions) {
    /** Nothing is demanded. */
    public static final GateSettings NONE = new GateSettings(List.of(), List.of(), List.of(), Optional.empty());

    public GateSettings {
        flaws = List.copyOf(flaws);
        accuracy = List.copyOf(accuracy);
        scores = List.copyOf(scores);
    }

    /** Whether nothing is demanded. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
