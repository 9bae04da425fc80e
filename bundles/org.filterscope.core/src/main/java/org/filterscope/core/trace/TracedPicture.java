package org.filterscope.core.trace;

/**
 * @param path  as a person writes it: below the configuration's picture folder, or else the file's name
 * @param file  absolute path
 * @param frame how it lies in the network's input
 */
public record TracedPicture(String path, String file, PictureFrame frame) {
}
