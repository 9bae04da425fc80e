package org.filterscope.engine.picture;

/** Height and width of a picture in pixels. */
public record PictureSize(int rows, int cols) {
}
