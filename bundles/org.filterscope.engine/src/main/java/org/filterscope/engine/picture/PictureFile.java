package org.filterscope.engine.picture;

import java.nio.file.Path;

/**
 * A picture that will be shown to the network.
 *
 * @param path  below the picture folder, with {@code /}: its name in every report
 * @param file  absolute
 * @param label its class; empty when not known
 */
public record PictureFile(String path, Path file, String label) {
}
