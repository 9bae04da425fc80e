package org.filterscope.analysis.contribution;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.filterscope.analysis.graph.PatternLayer;
import org.filterscope.analysis.graph.PatternSteadiness;
import org.filterscope.analysis.graph.ScorePercentiles;
import org.filterscope.analysis.graph.StoredLayer;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.PatternScore;

/**
 * A layer of an explanatory graph, with what is known of its patterns. Arrays are by pattern of the layer.
 *
 * @param layer  and its patterns
 * @param first  by filter, its first pattern; one more than filters
 * @param least  score with which a pattern counts as being on a picture
 * @param steady whether it is found where it is expected, or in one place of the whole picture, as a part is
 * @param parts  landmark that it stands for; empty when nobody knows
 */
record GraphBand(PatternLayer layer, int[] first, float[] least, boolean[] steady, String[] parts) {
    /** Of the standard deviation that chance would have, see docs/methods/contribution-traces.md. */
    private static final double STEADY = 0.5;
    /** Of what a pattern explains on a picture, the share near its place: above 0.9 for a part, below 0.4 for a texture. */
    private static final double CONCENTRATED = 0.65;

    /**
     * Of a layer that was mined just now, without landmarks.
     *
     * @param above         the layer above; null for the top layer
     * @param concentration by pattern
     */
    static GraphBand of(final PatternLayer layer, final PatternLayer above, final float[] concentration) {
        final ScorePercentiles percentiles = new ScorePercentiles(layer.inferences());
        final GraphBand band = empty(layer, above);
        for (int v = 0; v < band.least.length; v++) {
            band.least[v] = percentiles.least(v);
            band.parts[v] = "";
            band.steady[v] |= isAlone(layer, concentration[v]);
        }
        return band;
    }

    /** @param above the layer above; null for the top layer */
    static GraphBand read(final GraphFile graph, final int number, final PatternLayer above) throws IOException {
        final List<GraphLayer> layers = graph.heading().layers();
        final int offset = layers.get(number).first();
        final GraphBand band = empty(StoredLayer.of(graph.layer(number), number == 0 ? null : layers.get(number - 1)), above);
        final boolean compared = graph.scores().contains(PatternScore.INSTABILITY_RATIO);
        for (int v = 0; v < band.least.length; v++) {
            band.least[v] = graph.pattern(offset + v).least();
            band.parts[v] = graph.part(offset + v).orElse("");
            band.steady[v] |= graph.scores().contains(PatternScore.CONCENTRATION)
                    && isAlone(band.layer, graph.score(PatternScore.CONCENTRATION, offset + v));
            // Where landmarks were there to compare with, it has to follow one.
            band.steady[v] &= !(compared && graph.score(PatternScore.INSTABILITY_RATIO, offset + v) >= 1);
        }
        return band;
    }

    /** Looked for everywhere, it is in one place a picture, however far that moves from picture to picture. */
    private static boolean isAlone(final PatternLayer layer, final float concentration) {
        return Double.isInfinite(layer.window()) && concentration >= CONCENTRATED;
    }

    private static GraphBand empty(final PatternLayer layer, final PatternLayer above) {
        final int size = layer.patterns().size();
        final int[] first = new int[layer.filters() + 1];
        layer.patterns().forEach(pattern -> first[pattern.filter() + 1]++);
        Arrays.parallelPrefix(first, Integer::sum);
        final double[] steadiness = PatternSteadiness.of(layer, above);
        final boolean[] steady = new boolean[size];
        for (int v = 0; v < size; v++) {
            steady[v] = steadiness[v] < STEADY;
        }
        return new GraphBand(layer, first, new float[size], steady, new String[size]);
    }
}
