package org.filterscope.analysis.flaws;

/**
 * Some pixels of the network's input.
 *
 * @param inside {@code [row, col]}; not copied
 * @param cols   of the input
 */
record PixelMask(boolean[] inside, int cols) {

    /**
     * The pixels of one concept.
     *
     * @param labels {@code [set][row * cols + col]} as {@link PictureConcepts#labels} gives them
     */
    static PixelMask of(final int[][] labels, final int concept, final int cols) {
        final boolean[] inside = new boolean[labels[0].length];
        for (final int[] set : labels) {
            for (int i = 0; i < inside.length; i++) {
                inside[i] |= set[i] == concept;
            }
        }
        return new PixelMask(inside, cols);
    }

    /** With all pixels that touch one of them: where an edge is drawn smoothly, it has a bit of the other side's colour. */
    PixelMask wider() {
        final boolean[] wider = new boolean[inside.length];
        final int rows = inside.length / cols;
        for (int i = 0; i < inside.length; i++) {
            if (inside[i]) {
                for (int row = Math.max(0, i / cols - 1); row <= Math.min(rows - 1, i / cols + 1); row++) {
                    for (int col = Math.max(0, i % cols - 1); col <= Math.min(cols - 1, i % cols + 1); col++) {
                        wider[row * cols + col] = true;
                    }
                }
            }
        }
        return new PixelMask(wider, cols);
    }

    /**
     * For each pixel where its colour comes from when the mask is filled with its surroundings: itself outside; inside the pixel mirrored left to
     * right if that is outside, else the nearest outside in its row, else itself. So stripes and grass go on.
     */
    int[] sources() {
        final int[] sources = new int[inside.length];
        for (int i = 0; i < inside.length; i++) {
            final int mirrored = i - i % cols + cols - 1 - i % cols;
            sources[i] = !inside[i] ? i : !inside[mirrored] ? mirrored : nearestInRow(i);
        }
        return sources;
    }

    private int nearestInRow(final int pixel) {
        final int start = pixel - pixel % cols;
        for (int distance = 1; distance < cols; distance++) {
            final int left = pixel - distance;
            final int right = pixel + distance;
            if (left >= start && !inside[left]) {
                return left;
            }
            if (right < start + cols && !inside[right]) {
                return right;
            }
        }
        return pixel;
    }
}
