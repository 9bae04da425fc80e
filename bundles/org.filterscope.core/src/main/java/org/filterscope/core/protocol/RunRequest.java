package org.filterscope.core.protocol;

/**
 * @param run           a name for the run, chosen by the client
 * @param configuration absolute path of the configuration file
 */
public record RunRequest(String run, String configuration) {
}
