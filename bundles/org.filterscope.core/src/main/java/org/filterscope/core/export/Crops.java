package org.filterscope.core.export;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.report.ThumbnailRow;

/** Cuts small pictures out of a report's sheets; whoever can decode pictures does it. */
@FunctionalInterface
public interface Crops {

    /**
     * @return the small picture as a file of its own
     * @throws InvalidInputException when its sheet is missing or damaged
     */
    Crop of(ThumbnailRow thumbnail) throws InvalidInputException;

    /**
     * @param type  media type: {@code image/jpeg} or {@code image/png}
     * @param bytes of the file
     */
    record Crop(String type, byte[] bytes) {
    }
}
