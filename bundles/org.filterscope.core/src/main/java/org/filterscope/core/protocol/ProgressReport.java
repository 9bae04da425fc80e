package org.filterscope.core.protocol;

/**
 * @param run   which run
 * @param task  the present stage, for a person to read
 * @param done  steps of the stage done so far
 * @param total steps of the stage; 0 when nobody knows
 * @param whole share of the whole run that is done, 0 to 1; never falls
 */
public record ProgressReport(String run, String task, long done, long total, double whole) {
}
