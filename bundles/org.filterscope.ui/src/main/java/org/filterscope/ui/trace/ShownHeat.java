package org.filterscope.ui.trace;

import org.filterscope.core.protocol.HeatResult;

/**
 * A heat that a pane has.
 *
 * @param wanted   which it is
 * @param category class that it is about
 */
record ShownHeat(HeatOf wanted, String category, HeatResult result, HeatGrid grid) {
}
