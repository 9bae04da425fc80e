package org.filterscope.ui.scores;

import org.filterscope.core.report.LayerRow;
import org.filterscope.ui.report.LoadedReport;

/** A report, and the one of its layers that is looked at. */
record ShownLayer(LoadedReport report, LayerScores scores) {

    /** A layer whose filters cannot be read. */
    static ShownLayer without(final LoadedReport report, final LayerRow layer) {
        return new ShownLayer(report, LayerScores.none(layer));
    }

    /** Whether the same is looked at, though it may have been read anew. */
    boolean isSamePlace(final ShownLayer other) {
        return report.report().directory().equals(other.report.report().directory())
                && scores.layer().layer().equals(other.scores.layer().layer());
    }
}
