package org.filterscope.core.comparison;

/**
 * One of the reports that were compared.
 *
 * @param name        what tables and sentences call it; no two reports of a comparison have the same
 * @param directory   absolute path
 * @param model       absolute path of the network's file
 * @param modelSha256 of the model file's bytes, in hexadecimal
 * @param dataSha256  of the pictures, in hexadecimal; see {@link org.filterscope.core.report.Manifest.Data}
 * @param pictures    how many were shown to the network
 */
public record ComparedReport(String name, String directory, String model, String modelSha256, String dataSha256, int pictures) {
}
