package org.filterscope.core.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What may have become worse since an earlier report. What is not given is not looked at.
 *
 * @param baseline      directory of that report; whether there is one is known only when it is opened
 * @param accuracy      that may be lost over all pictures, 0 to 1
 * @param classAccuracy that every single class may lose, 0 to 1
 * @param newFindings   which findings that the baseline has not, or has with a lesser severity, and how many
 * @param detectors     that each layer may have less
 * @param labels        concepts that each layer's detectors may have forgotten
 * @param scores        numbers that may move so far
 * @param line          of the configuration file
 */
public record RegressionGate(Path baseline, OptionalDouble accuracy, OptionalDouble classAccuracy, Optional<FlawGate> newFindings,
        OptionalInt detectors, OptionalInt labels, List<ScoreChangeGate> scores, int line) {

    public RegressionGate {
        scores = List.copyOf(scores);
    }
}
