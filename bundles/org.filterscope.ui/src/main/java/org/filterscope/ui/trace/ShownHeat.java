package org.filterscope.ui.trace;

import org.filterscope.core.protocol.HeatResult;

/**
 * A heat that a pane has.
 *
 * @param wanted   which it is
 * @param output   number of the class that it is about
 * @param category name of that class
 */
record ShownHeat(HeatOf wanted, int output, String category, HeatResult result, HeatGrid grid) {
}
