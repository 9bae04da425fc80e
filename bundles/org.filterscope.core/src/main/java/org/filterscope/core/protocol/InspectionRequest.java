package org.filterscope.core.protocol;

/**
 * @param run   a name for the run, chosen by the client
 * @param model absolute path of the model file
 * @param rows  of the input, for models that leave it open; 0: as the model says
 * @param cols  of the input, likewise
 */
public record InspectionRequest(String run, String model, int rows, int cols) {
}
