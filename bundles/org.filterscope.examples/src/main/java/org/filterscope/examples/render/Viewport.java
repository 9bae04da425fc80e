package org.filterscope.examples.render;

import org.filterscope.examples.geometry.Point;

/** The part of a scene that a picture shows, stretched to the picture's square. */
public record Viewport(double left, double top, double width, double height) {
    public static final Viewport WHOLE = new Viewport(0, 0, 1, 1);

    /** Where a place of the scene lies in a picture of that side, in pixels: (0, 0) is the upper left corner of the first pixel. */
    public Point toPixels(final Point place, final int size) {
        return new Point((place.x() - left) / width * size, (place.y() - top) / height * size);
    }
}
