package org.filterscope.ui.trace;

import java.nio.file.Path;
import java.util.List;

/**
 * The report whose network is asked.
 *
 * @param directory     of the report
 * @param configuration that it was made with
 * @param folder        of its pictures, absolute
 * @param pictures      that it is about
 */
record TracedReport(Path directory, Path configuration, Path folder, List<Listed> pictures) {

    /**
     * A picture to choose.
     *
     * @param path  below the folder, with {@code /}
     * @param label true class; empty when not known
     * @param said  class that the network predicts; empty when not known
     */
    record Listed(String path, String label, String said) {
    }

    Path file(final String picture) {
        return folder.resolve(picture);
    }

    /** As a person writes it: below the folder, or else the file's name. */
    String words(final Path picture) {
        return picture.startsWith(folder) ? folder.relativize(picture).toString() : picture.getFileName().toString();
    }
}
