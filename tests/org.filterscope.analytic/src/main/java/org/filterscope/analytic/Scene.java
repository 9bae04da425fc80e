package org.filterscope.analytic;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;

/**
 * Parts at known places on grey. No two lie so near to each other that a filter sees both at once.
 *
 * @param side  of the square picture, in pixels
 * @param parts what lies where
 */
public record Scene(int side, List<Placed> parts) {
    private static final double GREY = 0.5;
    private static final double CONTRAST = 0.5;
    private static final int REACH = Template.SIDE / 2;
    /** Farther apart than any window spans twice. */
    private static final int APART = 2 * Template.SIDE - 1;

    /**
     * @param part index of its template
     * @param row  of its centre, in pixels
     * @param col  of its centre, in pixels
     */
    public record Placed(int part, int row, int col) {
    }

    public Scene {
        parts = List.copyOf(parts);
        for (int i = 0; i < parts.size(); i++) {
            final Placed one = parts.get(i);
            if (Math.min(one.row, one.col) < REACH || Math.max(one.row, one.col) >= side - REACH) {
                throw new IllegalArgumentException("%s is cut off by the picture's border".formatted(one));
            }
            for (final Placed other : parts.subList(0, i)) {
                if (Math.max(Math.abs(one.row - other.row), Math.abs(one.col - other.col)) < APART) {
                    throw new IllegalArgumentException("%s and %s lie too near to each other".formatted(one, other));
                }
            }
        }
    }

    /** Each part with the probability one half, once, at random places. */
    public static Scene random(final int side, final int parts, final Random random) {
        final List<Placed> placed = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            for (int attempt = 0; random.nextBoolean() && attempt < 100; attempt++) {
                final Placed candidate = new Placed(part, REACH + random.nextInt(side - 2 * REACH), REACH + random.nextInt(side - 2 * REACH));
                if (placed.stream().allMatch(
                        other -> Math.max(Math.abs(candidate.row - other.row), Math.abs(candidate.col - other.col)) >= APART)) {
                    placed.add(candidate);
                    break;
                }
            }
        }
        return new Scene(side, placed);
    }

    /** How often a part is there. */
    public int count(final int part) {
        return (int) parts.stream().filter(placed -> placed.part == part).count();
    }

    /** Drawn in grey levels from 0 to 1, the same in all three colours: {@code [1 image, 3, side, side]}. */
    public FeatureMaps picture(final List<Template> templates) {
        final Shape shape = new Shape(AnalyticNetwork.COLOURS, side, side);
        final float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) GREY;
        }
        for (final Placed placed : parts) {
            for (int i = 0; i < Template.SIDE * Template.SIDE; i++) {
                final int pixel = (placed.row - REACH + i / Template.SIDE) * side + placed.col - REACH + i % Template.SIDE;
                for (int colour = 0; colour < AnalyticNetwork.COLOURS; colour++) {
                    values[colour * side * side + pixel] = (float) (GREY + CONTRAST * templates.get(placed.part).values()[i]);
                }
            }
        }
        return new FeatureMaps(1, shape, values);
    }
}
