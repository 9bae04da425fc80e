package org.filterscope.ui.scores;

import org.filterscope.core.report.LayerRow;
import org.filterscope.ui.report.LoadedReport;

/**
 * A report, and the one of its layers that is looked at.
 *
 * @param reportWords the report in a few words; made in the background, because the first date that is written in a person's language takes long
 * @param layerWords  the layer in a few words
 */
record ShownLayer(LoadedReport report, LayerScores scores, String reportWords, String layerWords) {

    static ShownLayer of(final LoadedReport report, final LayerScores scores) {
        return new ShownLayer(report, scores, ReportSummary.report(report.report().manifest()), ReportSummary.layer(scores.layer()));
    }

    /** A layer whose filters cannot be read. */
    static ShownLayer without(final LoadedReport report, final LayerRow layer) {
        return of(report, LayerScores.none(layer));
    }

    /** Whether the same is looked at, though it may have been read anew. */
    boolean isSamePlace(final ShownLayer other) {
        return report.report().directory().equals(other.report.report().directory())
                && scores.layer().layer().equals(other.scores.layer().layer());
    }
}
