package org.filterscope.analysis.instability;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

import org.filterscope.analysis.landmarks.Landmarks;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;

/**
 * Location instability of something that has a place of its own on each picture, between a map's positions: a part pattern. The same numbers as
 * for filters' peaks ({@link LocationInstability}), on pictures of one kind of object.
 */
public final class PlaceInstability {
    /** As many as people were shown in the paper on explanatory graphs, and more. */
    private static final int PURE_PICTURES = 20;
    private static final double ROUNDING = 1e-9;

    private final Landmarks landmarks;
    private final boolean[] marked;
    private final double diagonal;
    private final ConstantPoint constant;
    private final PeakedPictures used;

    /**
     * What the places of one pattern say; not a number where that is not defined.
     *
     * @param instability mean over the landmarks of the standard deviation of the distance, by the diagonal of the input
     * @param ratio       of the landmark where it is lowest: the same by that of the best constant point
     * @param vectorR2    of the part: share of its variance that the pattern's place predicts
     * @param part        the landmark with the highest {@code vectorR2}; negative when none is above 0
     * @param purity      of the up to 20 pictures with the highest scores, the share on which the landmark that lies nearest is the most frequent
     *                    one
     */
    public record Numbers(double instability, double ratio, double vectorR2, int part, double purity) {
    }

    /**
     * @param landmarks  on the pictures of the places
     * @param maps       of the layer, for one picture
     * @param vertical   the layer's receptive field along the rows
     * @param horizontal the layer's receptive field along the columns
     * @param input      of the network
     */
    public PlaceInstability(final Landmarks landmarks, final Shape maps, final ReceptiveField vertical, final ReceptiveField horizontal,
            final Shape input) {
        this.landmarks = landmarks;
        marked = new boolean[landmarks.pictures()];
        for (int picture = 0; picture < marked.length; picture++) {
            marked[picture] = landmarks.anyVisible(picture);
        }
        diagonal = Math.hypot(input.rows(), input.cols());
        constant = new ConstantPoint(PositionCentres.of(maps, vertical, horizontal));
        used = new PeakedPictures(Math.min(LocationInstability.PICTURES, marked.length));
    }

    /**
     * @param scores by picture; 0 where there is no place
     * @param rows   by picture, in input pixels
     * @param cols   by picture, in input pixels
     */
    public Numbers of(final float[] scores, final float[] rows, final float[] cols) {
        final int[] order = PeakOrder.of(scores, marked);
        double sum = 0;
        int counted = 0;
        double ratio = Double.NaN;
        double best = Double.NaN;
        int part = -1;
        for (int landmark = 0; landmark < landmarks.names().size(); landmark++) {
            select(order, rows, cols, landmark);
            final double instability = used.instability() / diagonal;
            if (!Double.isNaN(instability)) {
                sum += instability;
                counted++;
            }
            if (used.size() >= LocationInstability.LEAST_PICTURES) {
                final double own = instability / (constant.least(used) / diagonal);
                ratio = Double.isFinite(own) && !(own >= ratio) ? own : ratio;
                final double r2 = used.vectorR2();
                if (!Double.isNaN(r2) && !(r2 <= best)) {
                    best = r2;
                    part = r2 > ROUNDING ? landmark : -1;
                }
            }
        }
        return new Numbers(counted == 0 ? Double.NaN : sum / counted, ratio, best, part, purity(order, rows, cols));
    }

    private void select(final int[] order, final float[] rows, final float[] cols, final int landmark) {
        used.clear();
        for (int i = 0; i < order.length && !used.isFull(); i++) {
            if (landmarks.visible(landmark, order[i])) {
                used.add(rows[order[i]], cols[order[i]], landmarks.rows()[landmark][order[i]], landmarks.cols()[landmark][order[i]]);
            }
        }
    }

    private double purity(final int[] order, final float[] rows, final float[] cols) {
        final Map<Integer, Integer> counts = new HashMap<>();
        final int pictures = Math.min(PURE_PICTURES, order.length);
        Arrays.stream(order, 0, pictures).forEach(picture -> counts.merge(nearest(picture, rows[picture], cols[picture]), 1, Integer::sum));
        return pictures == 0 ? Double.NaN : (double) Collections.max(counts.values()) / pictures;
    }

    private int nearest(final int picture, final double row, final double col) {
        int nearest = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int landmark = 0; landmark < landmarks.names().size(); landmark++) {
            final double distance = Math.hypot(landmarks.rows()[landmark][picture] - row, landmarks.cols()[landmark][picture] - col);
            if (distance < least) {
                least = distance;
                nearest = landmark;
            }
        }
        return nearest;
    }
}
