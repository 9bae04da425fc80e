package org.filterscope.core.protocol;

/**
 * @param run    a name for the run, chosen by the client
 * @param folder absolute path of the example project's folder; it must not exist, or be empty
 */
public record ExampleRequest(String run, String folder) {
}
