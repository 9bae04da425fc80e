package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.filterscope.analysis.graph.FilterMixtures;
import org.filterscope.analysis.graph.PatternLayer;
import org.filterscope.analysis.graph.ScorePercentiles;
import org.filterscope.analysis.graph.StoredLayer;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.PatternScore;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;

/** How many parts each filter mixes: of several kinds of object the one counts that the filter responds to most. */
final class MixtureScores {
    private final List<LayerResult> results;
    private final double[][] means;
    private final Scores[][] scores;

    MixtureScores(final List<LayerResult> results) {
        this.results = results;
        means = new double[results.size()][];
        scores = new Scores[results.size()][];
        for (int i = 0; i < means.length; i++) {
            means[i] = new double[results.get(i).filters().size()];
            scores[i] = new Scores[means[i].length];
            Arrays.fill(means[i], Double.NEGATIVE_INFINITY);
            Arrays.fill(scores[i], Scores.NONE);
        }
    }

    /** @param kind name of the class; empty where there are none */
    void add(final String kind, final GraphFile graph) throws IOException, InvalidInputException {
        GraphLayer above = null;
        for (int number = 0; number < graph.heading().layers().size(); number++) {
            final PatternLayer layer = StoredLayer.of(graph.layer(number), above);
            above = graph.heading().layers().get(number);
            final int first = above.first();
            final float[] explained = new float[above.patterns()];
            for (int v = 0; v < explained.length; v++) {
                explained[v] = graph.score(PatternScore.EXPLAINED, first + v);
            }
            keep(kind, layer, new FilterMixtures(layer, explained, new ScorePercentiles(layer.inferences())).counts());
        }
    }

    private void keep(final String kind, final PatternLayer layer, final int[] counts) {
        final int number = results.stream().map(LayerResult::layer).toList().indexOf(layer.layer());
        final double[] responses = new double[counts.length];
        for (final ClassRow row : results.get(number).classes()) {
            if (row.className().equals(kind)) {
                responses[row.channel()] = row.mean();
            }
        }
        for (int channel = 0; channel < counts.length; channel++) {
            if (responses[channel] > means[number][channel]) {
                means[number][channel] = responses[channel];
                scores[number][channel] = Scores.NONE.with(Score.PATTERNS, counts[channel]);
            }
        }
    }

    /** Adds the numbers to the filters of the layers that graphs have. */
    void write() {
        for (int i = 0; i < scores.length; i++) {
            results.get(i).add(List.of(scores[i]));
        }
    }
}
