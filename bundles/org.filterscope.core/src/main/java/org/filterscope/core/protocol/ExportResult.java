package org.filterscope.core.protocol;

/**
 * @param folder   absolute path
 * @param pictures how many were copied
 */
public record ExportResult(String folder, int pictures) {
}
