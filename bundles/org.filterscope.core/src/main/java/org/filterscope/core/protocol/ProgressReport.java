package org.filterscope.core.protocol;

/**
 * @param run   which run
 * @param task  the present stage, for a person to read
 * @param done  steps of the stage done so far
 * @param total steps of the stage; 0 when nobody knows
 */
public record ProgressReport(String run, String task, long done, long total) {
}
