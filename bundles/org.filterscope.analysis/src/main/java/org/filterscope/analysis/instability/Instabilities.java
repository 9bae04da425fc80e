package org.filterscope.analysis.instability;

import java.util.List;

import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.Scores;

/**
 * What was found of one layer.
 *
 * @param rows   by filter and landmark
 * @param scores by filter
 */
public record Instabilities(List<LandmarkRow> rows, List<Scores> scores) {

    public Instabilities {
        rows = List.copyOf(rows);
        scores = List.copyOf(scores);
    }
}
