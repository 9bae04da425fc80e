package org.filterscope.ui.graph.details;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.filterscope.ui.graph.paint.Marker;
import org.filterscope.ui.graph.paint.Rgb;

/** Draws markers on pictures and in legends: with an outline in black and white where the ground may be of any color. */
public final class MarkerPainter {

    private MarkerPainter() {
    }

    public static void paint(final GC gc, final Marker marker, final int x, final int y, final int size, final int rgb) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(Rgb.color(rgb));
        fill(gc, marker, x, y, size / 2);
    }

    public static void paintOnPicture(final GC gc, final Marker marker, final int x, final int y, final int size, final int rgb) {
        gc.setAntialias(SWT.ON);
        gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_BLACK));
        fill(gc, marker, x, y, size / 2 + 2);
        gc.setBackground(gc.getDevice().getSystemColor(SWT.COLOR_WHITE));
        fill(gc, marker, x, y, size / 2 + 1);
        paint(gc, marker, x, y, size, rgb);
    }

    private static void fill(final GC gc, final Marker marker, final int x, final int y, final int half) {
        switch (marker) {
            case DISC -> gc.fillOval(x - half, y - half, 2 * half + 1, 2 * half + 1);
            case SQUARE -> gc.fillRectangle(x - half, y - half, 2 * half, 2 * half);
            case TRIANGLE -> gc.fillPolygon(new int[] {x, y - half - 1, x + half + 1, y + half, x - half - 1, y + half});
            case DIAMOND -> gc.fillPolygon(new int[] {x, y - half - 1, x + half + 1, y, x, y + half + 1, x - half - 1, y});
        }
    }
}
