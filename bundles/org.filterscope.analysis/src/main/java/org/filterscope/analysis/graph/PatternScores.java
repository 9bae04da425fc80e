package org.filterscope.analysis.graph;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.filterscope.analysis.instability.PlaceInstability;
import org.filterscope.core.graph.GraphScores;
import org.filterscope.core.graph.PatternScore;
import org.filterscope.core.progress.Progress;

/** The scores of a graph's patterns, collected layer by layer. Definitions: docs/report.md. */
public final class PatternScores {
    private final Map<PatternScore, float[]> scores = new EnumMap<>(PatternScore.class);
    private final int[] parts;

    /** @param patterns of the whole graph */
    public PatternScores(final int patterns, final boolean landmarks) {
        for (final PatternScore score : PatternScore.values()) {
            if (landmarks || !score.needsLandmarks()) {
                scores.put(score, new float[patterns]);
            }
        }
        parts = new int[patterns];
        Arrays.fill(parts, GraphScores.NO_PART);
    }

    /**
     * @param first       number of the layer's first pattern in the graph
     * @param percentiles of the layer's scores
     * @param instability for places on the layer; empty without landmarks
     * @param progress    asked whether to go on
     */
    public void add(final PatternLayer layer, final int first, final PatternShares shares, final ScorePercentiles percentiles,
            final Optional<PlaceInstability> instability, final Progress progress) {
        final Inferences found = layer.inferences();
        for (int v = 0; v < layer.patterns().size(); v++) {
            progress.checkCancelled();
            int present = 0;
            for (int picture = 0; picture < found.pictures(); picture++) {
                present += percentiles.isThere(found, v, picture) ? 1 : 0;
            }
            set(PatternScore.STRENGTH, first + v, found.totalScore(v) / found.pictures());
            set(PatternScore.PRESENCE, first + v, (double) present / found.pictures());
            set(PatternScore.EXPLAINED, first + v, shares.explained()[v]);
            set(PatternScore.CONCENTRATION, first + v, shares.concentration()[v]);
            if (instability.isPresent()) {
                final PlaceInstability.Numbers numbers = instability.get().of(found.scoresOf(v), found.rowsOf(v), found.colsOf(v));
                set(PatternScore.INSTABILITY, first + v, numbers.instability());
                set(PatternScore.INSTABILITY_RATIO, first + v, numbers.ratio());
                set(PatternScore.VECTOR_R2, first + v, numbers.vectorR2());
                set(PatternScore.PURITY, first + v, numbers.purity());
                parts[first + v] = numbers.part();
            }
        }
    }

    private void set(final PatternScore score, final int pattern, final double value) {
        scores.get(score)[pattern] = (float) value;
    }

    /** By score, then pattern of the graph. */
    public Map<PatternScore, float[]> scores() {
        return Map.copyOf(scores);
    }

    /** By pattern, the landmark that it follows best. */
    public int[] parts() {
        return parts.clone();
    }
}
