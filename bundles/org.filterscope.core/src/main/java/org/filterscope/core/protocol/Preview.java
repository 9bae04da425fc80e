package org.filterscope.core.protocol;

/**
 * Of a run that goes on.
 *
 * @param run    which run
 * @param report absolute path of a report of what is known so far; lasts until the next but one is told or the run has ended well
 */
public record Preview(String run, String report) {
}
