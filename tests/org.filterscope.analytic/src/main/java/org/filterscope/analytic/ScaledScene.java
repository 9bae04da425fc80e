package org.filterscope.analytic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;

/**
 * Parts at known places on grey, each at a scale of its own; no two lie so near to each other that a filter sees both at once. Filters fit their
 * parts no longer exactly, as in real pictures, and still everything is known: {@link #at} is the map of each filter. Of the templates of
 * {@link ScaledTemplates} it holds that a part's filter has its peak within one position of the part's centre, that the peak is
 * {@link AnalyticNetwork#PEAK} at scale 1 and lower the more the scale differs from 1, and that filters of other parts give 0.
 *
 * @param side  of the square picture, in pixels
 * @param parts what lies where
 */
public record ScaledScene(int side, List<Placed> parts) {
    private static final double GREY = 0.5;
    private static final double CONTRAST = 0.5;
    private static final int WINDOW = Template.SIDE / 2;
    /** A window reaches from the edge of one drawing to that of the next, but not into both. */
    private static final int APART = 2 * (Scale.REACH + WINDOW) + 1;

    /**
     * @param part index of its template
     * @param row  of its centre, in pixels
     * @param col  of its centre, in pixels
     */
    public record Placed(int part, int row, int col, Scale scale) {

        private boolean isSeenFrom(final int fromRow, final int fromCol) {
            return Math.max(Math.abs(row - fromRow), Math.abs(col - fromCol)) <= Scale.REACH + WINDOW;
        }

        private boolean isNear(final Placed other) {
            return Math.max(Math.abs(row - other.row), Math.abs(col - other.col)) < APART;
        }
    }

    public ScaledScene {
        parts = List.copyOf(parts);
        for (int i = 0; i < parts.size(); i++) {
            final Placed one = parts.get(i);
            if (Math.min(one.row, one.col) < Scale.REACH || Math.max(one.row, one.col) >= side - Scale.REACH) {
                throw new IllegalArgumentException("%s is cut off by the picture's border".formatted(one));
            }
            for (final Placed other : parts.subList(0, i)) {
                if (one.isNear(other)) {
                    throw new IllegalArgumentException("%s and %s lie too near to each other".formatted(one, other));
                }
            }
        }
    }

    /** Each part with the probability one half, once, at random places and scales. */
    public static ScaledScene random(final int side, final int parts, final Random random) {
        final List<Placed> placed = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            for (int attempt = 0; random.nextBoolean() && attempt < 100; attempt++) {
                final Placed candidate = new Placed(part, Scale.REACH + random.nextInt(side - 2 * Scale.REACH),
                        Scale.REACH + random.nextInt(side - 2 * Scale.REACH),
                        new Scale(random.nextInt(Scale.SMALLEST, Scale.LARGEST + 1)));
                if (placed.stream().noneMatch(candidate::isNear)) {
                    placed.add(candidate);
                    break;
                }
            }
        }
        return new ScaledScene(side, placed);
    }

    /** Drawn in grey levels from 0 to 1, the same in all three colours: {@code [1 image, 3, side, side]}. */
    public FeatureMaps picture(final List<Template> templates) {
        final Shape shape = new Shape(AnalyticNetwork.COLOURS, side, side);
        final float[] values = new float[(int) shape.size()];
        Arrays.fill(values, (float) GREY);
        for (final Placed placed : parts) {
            final double[][] drawn = placed.scale.drawn(templates.get(placed.part));
            for (int i = 0; i < AnalyticNetwork.COLOURS * drawn.length * drawn.length; i++) {
                final int row = i / drawn.length % drawn.length;
                final int col = i % drawn.length;
                final int colour = i / drawn.length / drawn.length;
                values[(colour * side + placed.row - Scale.REACH + row) * side + placed.col - Scale.REACH + col] =
                        (float) (GREY + CONTRAST * drawn[row][col]);
            }
        }
        return new FeatureMaps(1, shape, values);
    }

    /** What the filter of a part in layer {@code parts} gives where it looks at a pixel. */
    public double at(final List<Template> templates, final int filter, final int row, final int col) {
        return parts.stream().filter(placed -> placed.isSeenFrom(row, col))
                .mapToDouble(placed -> value(templates.get(filter), placed.scale.drawn(templates.get(placed.part)), row - placed.row,
                        col - placed.col)).sum();
    }

    /** Sum over the map of the filter of a part in layer {@code parts}. */
    public double sum(final List<Template> templates, final int filter) {
        double sum = 0;
        for (final Placed placed : parts) {
            final double[][] drawn = placed.scale.drawn(templates.get(placed.part));
            for (int row = WINDOW; row < side - WINDOW; row++) {
                for (int col = WINDOW; col < side - WINDOW; col++) {
                    if (placed.isSeenFrom(row, col)) {
                        sum += value(templates.get(filter), drawn, row - placed.row, col - placed.col);
                    }
                }
            }
        }
        return sum;
    }

    private static double value(final Template filter, final double[][] drawn, final int rows, final int cols) {
        return Math.max(0, filter.response(drawn, rows, cols) - AnalyticNetwork.THRESHOLD);
    }
}
