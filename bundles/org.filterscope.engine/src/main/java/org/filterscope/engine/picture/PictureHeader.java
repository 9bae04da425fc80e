package org.filterscope.engine.picture;

import org.filterscope.core.picture.Orientation;

/**
 * What a picture file says of itself before its pixels.
 *
 * @param rows        height as stored, in pixels
 * @param cols        width as stored, in pixels
 * @param orientation how the stored picture lies
 */
public record PictureHeader(long rows, long cols, Orientation orientation) {

    /** Size of the upright picture; only for sizes that were checked. */
    PictureSize upright() {
        return orientation.isTurned() ? new PictureSize((int) cols, (int) rows) : new PictureSize((int) rows, (int) cols);
    }
}
