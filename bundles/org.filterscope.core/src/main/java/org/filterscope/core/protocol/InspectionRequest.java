package org.filterscope.core.protocol;

/**
 * @param run   a name for the work, chosen by the client
 * @param model absolute path of the network's file
 */
public record InspectionRequest(String run, String model) {
}
