package org.filterscope.core.configuration;

import java.nio.file.Path;

/**
 * Where object parts lie on pictures.
 *
 * @param file   table of points or boxes, in pixels of the stored pictures
 * @param images folder of the pictures that the table names
 */
public record LandmarkSettings(Path file, Path images) {
}
