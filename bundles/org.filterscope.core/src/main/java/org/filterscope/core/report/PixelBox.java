package org.filterscope.core.report;

/** A box of input pixels: {@code top} and {@code left} inside, {@code bottom} and {@code right} just outside (half-open, 0-based). */
public record PixelBox(int top, int left, int bottom, int right) {

    public int rows() {
        return bottom - top;
    }

    public int cols() {
        return right - left;
    }
}
