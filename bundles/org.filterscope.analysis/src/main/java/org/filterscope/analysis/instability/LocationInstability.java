package org.filterscope.analysis.instability;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;

import org.filterscope.analysis.batch.Ahead;
import org.filterscope.analysis.landmarks.Landmarks;
import org.filterscope.analysis.maps.LayerPeaks;
import org.filterscope.analysis.statistics.FalseDiscovery;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.LandmarkRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;

/**
 * Location instability of every filter of a layer: a filter that stands for a part peaks at a steady distance from each landmark. For each filter
 * and landmark pictures are ranked by peak; those without the landmark, or without a peak above zero, are left out; the first 100 count.
 * Source: Zhang, Wu, Zhu (CVPR 2018) and their code; what is beside it: docs/methods/instability.md.
 */
public final class LocationInstability {
    /** How many pictures count for a filter and landmark in the paper. */
    public static final int PICTURES = 100;
    /**
     * From so many on a landmark may be called the filter's part, and its instability be compared with a constant's: with a few, some landmark
     * always fits, and some constant point is equally far from all.
     */
    static final int LEAST_PICTURES = 10;
    private static final double ROUNDING = 1e-9;
    /** Filters that are looked at in the background. */
    private static final int FILTERS_AHEAD = 64;

    private final Landmarks landmarks;
    private final PictureGroups groups;
    private final PositionCentres centres;
    private final ConstantPoint constant;
    private final double diagonal;
    private final long seed;
    private final int pictures;
    private final GroupInstability byGroup;
    private final boolean[] marked;

    /**
     * @param maps       of the layer, for one picture
     * @param vertical   the layer's receptive field along the rows
     * @param horizontal the layer's receptive field along the columns
     * @param input      of the network
     * @param classNames of the pictures
     * @param classes    index of each picture's class; negative where it is not known. Where none is known all pictures are one group
     * @param pictures   at most so many count for a filter and landmark
     * @param seed       of the permutations
     */
    public LocationInstability(final Shape maps, final ReceptiveField vertical, final ReceptiveField horizontal, final Shape input,
            final Landmarks landmarks, final List<String> classNames, final int[] classes, final int pictures, final long seed) {
        if (landmarks.pictures() != classes.length) {
            throw new IllegalArgumentException("landmarks of %d pictures, classes of %d".formatted(landmarks.pictures(), classes.length));
        }
        this.landmarks = landmarks;
        this.seed = seed;
        this.pictures = pictures;
        marked = new boolean[classes.length];
        for (int picture = 0; picture < classes.length; picture++) {
            marked[picture] = landmarks.anyVisible(picture);
        }
        groups = new PictureGroups(classNames, classes, marked);
        centres = PositionCentres.of(maps, vertical, horizontal);
        constant = new ConstantPoint(centres);
        diagonal = Math.hypot(input.rows(), input.cols());
        byGroup = new GroupInstability(landmarks, groups, centres, diagonal, pictures);
    }

    /**
     * Layers without maps have no peaks that lie anywhere: they get {@link Score#DEAD_SHARE} alone.
     *
     * @param progress advances by one a filter
     */
    public Instabilities of(final LayerPeaks peaks, final Progress progress) throws IOException {
        return of(peaks, progress, places -> {
        });
    }

    /** The same, and gives away the places behind every row. */
    public Instabilities of(final LayerPeaks peaks, final Progress progress, final PlaceSink sink) throws IOException {
        final List<FilterInstability> found = new ArrayList<>();
        final Deque<Ahead<FilterInstability>> ahead = new ArrayDeque<>();
        try {
            peaks.forEach((channel, values, positions) -> {
                progress.checkCancelled();
                final float[] peakValues = values.clone();
                final int[] peakPositions = positions.clone();
                ahead.add(new Ahead<>(() -> of(channel, peakValues, peakPositions)));
                if (ahead.size() > FILTERS_AHEAD) {
                    found.add(taken(ahead.remove(), sink));
                    progress.advance(1);
                }
            });
            while (!ahead.isEmpty()) {
                found.add(taken(ahead.remove(), sink));
                progress.advance(1);
            }
        } finally {
            ahead.forEach(Ahead::drop);
        }
        return new Instabilities(corrected(found.stream().flatMap(filter -> filter.rows().stream()).toList()),
                found.stream().map(FilterInstability::scores).toList());
    }

    private static FilterInstability taken(final Ahead<FilterInstability> ahead, final PlaceSink sink) throws IOException {
        try {
            final FilterInstability filter = ahead.get();
            for (final float[] places : filter.places()) {
                sink.accept(places);
            }
            return filter.withoutPlaces();
        } catch (final ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private FilterInstability of(final int channel, final float[] values, final int[] positions) {
        final List<LandmarkRow> rows = new ArrayList<>();
        final List<float[]> places = new ArrayList<>();
        final Scores scores = new PeakPlaces(centres.positions()).of(values, positions)
                .with(centres.positions() > 1 ? landmarks(channel, values, positions, rows, places) : Scores.NONE);
        return new FilterInstability(scores, rows, places);
    }

    private Scores landmarks(final int channel, final float[] values, final int[] positions, final List<LandmarkRow> rows,
            final List<float[]> places) {
        final PeakedPictures used = new PeakedPictures(Math.min(pictures, marked.length));
        final int[] order = PeakOrder.of(values, marked);
        final int main = groups.strongest(values);
        final List<LandmarkRow> found = new ArrayList<>();
        for (int landmark = 0; landmark < landmarks.names().size(); landmark++) {
            select(used, order, positions, main, landmark);
            places.add(used.places(pictures));
            found.add(new LandmarkRow(channel, groups.name(main), landmarks.names().get(landmark), used.size(), used.instability() / diagonal,
                    constant.least(used) / diagonal, Math.sqrt(used.vectorVariance()) / diagonal, used.vectorR2(),
                    Double.isNaN(used.vectorR2()) ? Double.NaN
                            : PermutationTest.pValue(used, seed + (long) channel * landmarks.names().size() + landmark)));
        }
        rows.addAll(found);
        return scores(found).with(Score.INSTABILITY_LEAST, groups.count() < 2 ? Double.NaN : byGroup.least(order, positions));
    }

    private static Scores scores(final List<LandmarkRow> rows) {
        double ratio = Double.NaN;
        LandmarkRow best = null;
        for (final LandmarkRow row : rows) {
            if (row.pictures() >= LEAST_PICTURES) {
                final double own = row.constant() > 0 ? row.instability() / row.constant() : Double.NaN;
                ratio = Double.isNaN(ratio) || own < ratio ? own : ratio;
                best = !Double.isNaN(row.vectorR2()) && (best == null || row.vectorR2() > best.vectorR2()) ? row : best;
            }
        }
        return Scores.NONE.with(Score.INSTABILITY, mean(rows.stream().mapToDouble(LandmarkRow::instability).toArray()))
                .with(Score.INSTABILITY_RATIO, ratio)
                .with(Score.PART, best != null && best.vectorR2() > ROUNDING ? best.landmark() : "")
                .with(Score.VECTOR_R2, best == null ? Double.NaN : best.vectorR2());
    }

    private void select(final PeakedPictures used, final int[] order, final int[] positions, final int group, final int landmark) {
        used.clear();
        for (int i = 0; i < order.length && !used.isFull(); i++) {
            final int picture = order[i];
            if (groups.of(picture) == group && landmarks.visible(landmark, picture)) {
                used.add(centres.row(positions[picture]), centres.col(positions[picture]), landmarks.rows()[landmark][picture],
                        landmarks.cols()[landmark][picture]);
            }
        }
    }

    /** Of the numbers that are some; not a number where none is. */
    private static double mean(final double[] values) {
        double sum = 0;
        int count = 0;
        for (final double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static List<LandmarkRow> corrected(final List<LandmarkRow> rows) {
        final double[] pValues = FalseDiscovery.adjusted(rows.stream().mapToDouble(LandmarkRow::pValue).toArray());
        final List<LandmarkRow> corrected = new ArrayList<>();
        for (int i = 0; i < pValues.length; i++) {
            final LandmarkRow row = rows.get(i);
            corrected.add(new LandmarkRow(row.channel(), row.className(), row.landmark(), row.pictures(), row.instability(), row.constant(),
                    row.vectorInstability(), row.vectorR2(), pValues[i]));
        }
        return corrected;
    }
}
