package org.filterscope.core.configuration;

import java.nio.file.Path;

/**
 * Which pictures to show to the network.
 *
 * @param folder  searched with all its sub-folders
 * @param classes where a picture's true class comes from
 * @param limit   at most this many pictures, drawn evenly from the classes; 0 for all
 * @param seed    of that draw
 */
public record PictureSettings(Path folder, ClassSource classes, int limit, long seed) {

    /** {@code FOLDERS}: the name of the first folder below {@link #folder()}; {@code NONE}: not known. */
    public enum ClassSource {
        FOLDERS, NONE
    }
}
