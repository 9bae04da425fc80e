package org.filterscope.ui.filter;

import org.filterscope.core.report.ConceptRow;

/** A concept of some set, and how well a filter fits it. */
record ConceptScore(String set, ConceptRow row) {
}
