package org.filterscope.analysis.similarity;

import java.util.List;

import org.filterscope.core.report.Scores;
import org.filterscope.core.report.SimilarRow;

/**
 * What was found of one layer.
 *
 * @param rows   pairs of filters that do nearly the same
 * @param scores by filter
 */
public record Similarities(List<SimilarRow> rows, List<Scores> scores) {

    public Similarities {
        rows = List.copyOf(rows);
        scores = List.copyOf(scores);
    }
}
