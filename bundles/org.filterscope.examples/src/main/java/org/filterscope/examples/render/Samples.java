package org.filterscope.examples.render;

import java.util.List;

import org.filterscope.examples.geometry.Bounds;

/** Which element is seen at each of 4 × 4 places in every pixel, and how deep inside its edge the place lies. */
final class Samples {
    static final int PER_SIDE = 4;
    static final int PER_PIXEL = PER_SIDE * PER_SIDE;
    private final Viewport view;
    private final int side;
    private final short[] elements;
    private final float[] depths;

    Samples(final Scene scene, final Viewport view, final int size) {
        this.view = view;
        side = size * PER_SIDE;
        elements = new short[side * side];
        depths = new float[side * side];
        final List<Element> all = scene.elements();
        for (int i = 0; i < all.size(); i++) {
            cover((short) i, all.get(i));
        }
    }

    private void cover(final short number, final Element element) {
        final Bounds bounds = element.shape().bounds();
        final int top = limited((bounds.top() - view.top()) / view.height());
        final int bottom = limited((bounds.bottom() - view.top()) / view.height() + 1.0 / side);
        final int left = limited((bounds.left() - view.left()) / view.width());
        final int right = limited((bounds.right() - view.left()) / view.width() + 1.0 / side);
        for (int row = top; row < bottom; row++) {
            final double y = y(row);
            for (int col = left; col < right; col++) {
                final double distance = element.shape().distance(x(col), y);
                if (distance <= 0) {
                    elements[row * side + col] = number;
                    depths[row * side + col] = (float) -distance;
                }
            }
        }
    }

    private int limited(final double share) {
        return (int) Math.max(0, Math.min(side, Math.floor(share * side)));
    }

    /** The element that all samples of a pixel show, -1 when there are several. */
    int only(final int row, final int col) {
        final int first = (row * side + col) * PER_SIDE;
        final short element = elements[first];
        for (int r = 0; r < PER_SIDE; r++) {
            for (int c = 0; c < PER_SIDE; c++) {
                if (elements[first + r * side + c] != element) {
                    return -1;
                }
            }
        }
        return element;
    }

    double x(final int col) {
        return view.left() + (col + 0.5) / side * view.width();
    }

    double y(final int row) {
        return view.top() + (row + 0.5) / side * view.height();
    }

    int element(final int row, final int col) {
        return elements[row * side + col];
    }

    double depth(final int row, final int col) {
        return depths[row * side + col];
    }
}
