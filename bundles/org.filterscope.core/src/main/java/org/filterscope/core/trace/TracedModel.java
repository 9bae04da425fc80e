package org.filterscope.core.trace;

/**
 * @param file     absolute path of the network's file
 * @param executor what ran it
 * @param report   absolute path of the report whose labels and graphs the trace uses; empty when there was none
 * @param graph    class of the explanatory graph whose patterns the trace names; empty when there was none
 * @param remark   a sentence about what the trace lacks for want of a report or graph; empty when it lacks nothing
 */
public record TracedModel(String file, String executor, String report, String graph, String remark) {
}
