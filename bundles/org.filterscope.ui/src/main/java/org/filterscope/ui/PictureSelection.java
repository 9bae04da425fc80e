package org.filterscope.ui;

import java.nio.file.Path;

/**
 * A picture that is selected in some view, beside filters or alone.
 *
 * @param report  directory of the report that tells about the picture
 * @param picture path below the picture folder, with {@code /}
 */
public record PictureSelection(Path report, String picture) {
}
