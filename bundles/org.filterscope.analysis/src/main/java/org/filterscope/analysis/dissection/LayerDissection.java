package org.filterscope.analysis.dissection;

import java.util.List;
import java.util.Map;

import org.filterscope.core.report.ConceptRow;
import org.filterscope.core.report.DetectorRow;
import org.filterscope.core.report.Scores;

/**
 * What dissection found out about a layer.
 *
 * @param rows      by concept set, in the order given: every filter against every concept that the set's pictures show
 * @param scores    by filter: the label and what belongs to it
 * @param detectors by category, in the order in which the sets name them
 */
public record LayerDissection(Map<String, List<ConceptRow>> rows, List<Scores> scores, List<DetectorRow> detectors) {
}
