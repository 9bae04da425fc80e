package org.filterscope.core.protocol;

/**
 * Asks for copies of the pictures of one class that the network takes for another.
 *
 * @param run           a name for the request, chosen by the client
 * @param configuration absolute path of the configuration file
 * @param folder        absolute path of the folder that they go to; it may not exist
 * @param shown         the pictures' class
 * @param taken         what the network calls them
 */
public record ExportRequest(String run, String configuration, String folder, String shown, String taken) {
}
