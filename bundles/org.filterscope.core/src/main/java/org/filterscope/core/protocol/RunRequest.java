package org.filterscope.core.protocol;

/**
 * @param run           a name for the run, chosen by the client
 * @param configuration absolute path of the configuration file
 * @param resume        whether to go on with what an interrupted run has left
 */
public record RunRequest(String run, String configuration, boolean resume) {
}
