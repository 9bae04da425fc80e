package org.filterscope.analytic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How a part looks: a square of dark, bright and (in the middle) grey, as many bright as dark, so that a matched filter ignores the background.
 *
 * @param values row-major, 1, −1 and one 0
 */
public record Template(int[] values) {
    /** Rows, and columns. */
    public static final int SIDE = 7;
    /** Response of a template's filter to the template itself, before it is divided by this. */
    static final int ENERGY = SIDE * SIDE - 1;

    /**
     * Templates of which no filter responds with more than half its own response to any other, nor to itself when shifted.
     *
     * @param seed of the search
     */
    static List<Template> set(final int count, final long seed) {
        final Random random = new Random(seed);
        final List<Template> found = new ArrayList<>();
        while (found.size() < count) {
            final Template candidate = random(random);
            if (found.stream().allMatch(other -> candidate.isUnlike(other) && other.isUnlike(candidate)) && candidate.isUnlike(candidate)) {
                found.add(candidate);
            }
        }
        return List.copyOf(found);
    }

    int at(final int row, final int col) {
        return row < 0 || col < 0 || row >= SIDE || col >= SIDE ? 0 : values[row * SIDE + col];
    }

    /** The filter's response to the template drawn so many rows and columns away, as a share of the response to itself. */
    double response(final Template drawn, final int rows, final int cols) {
        int sum = 0;
        for (int row = 0; row < SIDE; row++) {
            for (int col = 0; col < SIDE; col++) {
                sum += at(row, col) * drawn.at(row - rows, col - cols);
            }
        }
        return (double) sum / ENERGY;
    }

    /**
     * The filter's response to something drawn, {@code [row, col]} of any odd size, as a share of the response to itself.
     *
     * @param rows from the drawing's centre to the filter's
     * @param cols from the drawing's centre to the filter's
     */
    double response(final double[][] drawn, final int rows, final int cols) {
        final int shift = drawn.length / 2 - SIDE / 2;
        double sum = 0;
        for (int row = Math.max(0, -rows - shift); row < Math.min(SIDE, drawn.length - rows - shift); row++) {
            for (int col = Math.max(0, -cols - shift); col < Math.min(SIDE, drawn.length - cols - shift); col++) {
                sum += at(row, col) * drawn[row + rows + shift][col + cols + shift];
            }
        }
        return sum / ENERGY;
    }

    private boolean isUnlike(final Template drawn) {
        for (int rows = 1 - SIDE; rows < SIDE; rows++) {
            for (int cols = 1 - SIDE; cols < SIDE; cols++) {
                final boolean same = drawn == this && rows == 0 && cols == 0;
                if (!same && response(drawn, rows, cols) > AnalyticNetwork.THRESHOLD) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Template random(final Random random) {
        final List<Integer> signs = new ArrayList<>(Collections.nCopies(ENERGY / 2, 1));
        signs.addAll(Collections.nCopies(ENERGY / 2, -1));
        Collections.shuffle(signs, random);
        signs.add(ENERGY / 2, 0);
        return new Template(signs.stream().mapToInt(Integer::intValue).toArray());
    }
}
