package org.filterscope.core.report;

/**
 * One line of {@code pictures/index.csv}: where the small copy of a picture lies. The copy shows what the network saw: the picture after
 * resizing and cropping.
 *
 * @param picture path below the picture folder
 * @param sheet   file name of the sheet, beside the index
 * @param place   in the sheet, in the sheet's pixels
 */
public record ThumbnailRow(String picture, String sheet, PixelBox place) {
}
