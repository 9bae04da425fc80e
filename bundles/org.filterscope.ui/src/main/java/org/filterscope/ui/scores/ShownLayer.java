package org.filterscope.ui.scores;

/** A report, and the one of its layers that is looked at. */
record ShownLayer(LoadedReport report, LayerScores scores) {
}
