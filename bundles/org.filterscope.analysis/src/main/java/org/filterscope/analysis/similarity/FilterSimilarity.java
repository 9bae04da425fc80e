package org.filterscope.analysis.similarity;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.LayerPeaks;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.core.report.SimilarRow;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/** Compares the filters of a layer with each other and their peaks with the border; needs no labels. The method: docs/methods/similarity.md. */
public final class FilterSimilarity {
    /** Matrices of more filters do not fit into the memory beside everything else. */
    private static final int MOST_FILTERS = 4096;
    /** A correlation of fewer samples, or of a filter that moves on fewer pictures, is chance. */
    private static final int LEAST_SAMPLES = 32;
    private static final int LEAST_PICTURES = 5;

    private final Shape shape;
    private final IncomingWeights weights;
    private final long seed;

    /** @param seed of the choice of positions, where there are too many to look at all */
    public FilterSimilarity(final NetworkGraph graph, final String layer, final long seed) {
        shape = graph.shape(layer);
        weights = new IncomingWeights(graph, layer);
        this.seed = seed;
    }

    /**
     * Layers of more than 4096 filters get {@link Score#BORDER} and {@link Score#CORNER} alone.
     *
     * @param maps     gone through once
     * @param peaks    of the same pictures
     * @param progress advances by one a picture
     */
    public Similarities of(final LayerMaps maps, final LayerPeaks peaks, final Progress progress) throws IOException {
        final Scores[] scores = new Scores[shape.channels()];
        Arrays.fill(scores, Scores.NONE);
        final boolean[] constant = new boolean[shape.channels()];
        final List<SimilarRow> rows = shape.channels() > MOST_FILTERS ? List.of() : compare(maps, scores, constant, progress);
        final BorderPeaks border = new BorderPeaks(shape);
        peaks.forEach((channel, values, positions) -> {
            progress.checkCancelled();
            // Of equal values the first counts, so a map without any difference seems to peak in the corner.
            if (!constant[channel] || Arrays.stream(positions).anyMatch(position -> position != 0)) {
                scores[channel] = scores[channel].with(border.of(values, positions));
            }
        });
        return new Similarities(rows, List.of(scores));
    }

    private List<SimilarRow> compare(final LayerMaps maps, final Scores[] scores, final boolean[] constant, final Progress progress)
            throws IOException {
        final LayerMoments moments = LayerMoments.of(maps, seed, progress);
        final boolean[] lively = new boolean[scores.length];
        for (int channel = 0; channel < lively.length; channel++) {
            lively[channel] = moments.movement().pictures(channel) >= LEAST_PICTURES;
            constant[channel] = moments.movement().pictures(channel) == 0;
        }
        final double[] shares = ExplainedShare.of(moments.even(), moments.odd(), lively, progress);
        final Moments whole = moments.even();
        whole.add(moments.odd());
        for (int channel = 0; channel < lively.length; channel++) {
            lively[channel] &= whole.count() >= LEAST_SAMPLES && whole.variance(channel) > 0;
            scores[channel] = scores[channel].with(Score.EXPLAINED, shares[channel]);
        }
        final Twins twins = new Twins(whole, lively);
        twins.addTo(scores);
        return twins.rows(weights);
    }
}
