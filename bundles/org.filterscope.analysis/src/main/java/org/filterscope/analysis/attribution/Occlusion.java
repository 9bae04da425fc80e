package org.filterscope.analysis.attribution;

import java.util.Optional;

import org.filterscope.analysis.fields.OccluderPlaces;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/**
 * How far the class's score falls when a square of the picture is hidden; a pixel gets the mean over all places of the square that cover it.
 * Source: Zeiler and Fergus 2014. One pass a place, and one for the whole picture.
 */
public final class Occlusion implements HeatMapMethod {
    /** Share of the shorter side. */
    private static final double SIDE = 0.08;

    private final Optional<Integer> side;
    private final Optional<Integer> stride;
    private final Replacement fill;
    private final ClassScore score;

    /** A square of 8 % of the shorter side, every half of its side, in the picture's mean colour; the fall of the log odds. */
    public Occlusion() {
        side = Optional.empty();
        stride = Optional.empty();
        fill = Replacement.meanColour();
        // The probability of a sure network does not fall at all.
        score = ClassScore.LOG_ODDS;
    }

    /**
     * @param side   of the square, in pixels
     * @param stride pixels from one place to the next; beyond the side it would leave gaps
     */
    public Occlusion(final int side, final int stride, final Replacement fill, final ClassScore score) {
        if (side < 1 || stride < 1 || stride > side) {
            throw new IllegalArgumentException("a square of %d pixels every %d pixels".formatted(side, stride));
        }
        this.side = Optional.of(side);
        this.stride = Optional.of(stride);
        this.fill = fill;
        this.score = score;
    }

    @Override
    public String name() {
        return "occlusion";
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return PassCount.predictions(1L + places(graph.input().rows(), graph.input()).count()
                * places(graph.input().cols(), graph.input()).count());
    }

    private OccluderPlaces places(final int pixels, final Shape input) {
        final int of = side.orElse(Math.max(1, (int) Math.round(SIDE * Math.min(input.rows(), input.cols()))));
        return new OccluderPlaces(pixels, of, stride.orElse(Math.max(1, of / 2)));
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = new ClassPasses(session, label, progress);
        passes.check(picture);
        final Shape shape = picture.shape();
        final OccluderPlaces rows = places(shape.rows(), shape);
        final OccluderPlaces cols = places(shape.cols(), shape);
        final float[] hidden = fill.of(picture);
        final double whole = passes.score(picture.values(), score);
        final double[] scores = passes.scores(rows.count() * cols.count(), (place, values, start) -> {
            System.arraycopy(picture.values(), 0, values, start, hidden.length);
            for (int channel = 0; channel < shape.channels(); channel++) {
                for (int row = rows.from(place / cols.count()); row < rows.to(place / cols.count()); row++) {
                    final int line = (channel * shape.rows() + row) * shape.cols();
                    final int from = line + cols.from(place % cols.count());
                    System.arraycopy(hidden, from, values, start + from, line + cols.to(place % cols.count()) - from);
                }
            }
        }, score);
        final double[] sums = new double[shape.rows() * shape.cols()];
        for (int place = 0; place < scores.length; place++) {
            for (int row = rows.from(place / cols.count()); row < rows.to(place / cols.count()); row++) {
                for (int col = cols.from(place % cols.count()); col < cols.to(place % cols.count()); col++) {
                    sums[row * shape.cols() + col] += (whole - scores[place]) / ((double) rows.coverage(row) * cols.coverage(col));
                }
            }
        }
        return new HeatMap(shape.rows(), shape.cols(), Doubles.floats(sums), HeatSign.SIGNED, passes.count());
    }
}
