package org.filterscope.analysis.similarity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;
import org.filterscope.core.report.SimilarRow;

/** Pairs of filters whose maps rise and fall together, or against each other. */
final class Twins {
    private static final double ALIKE = 0.9;
    /** Pairs that one filter may bring into the table: a layer of copies would fill it with the square of their number. */
    private static final int MOST_PAIRS = 16;

    private final double[][] correlations;
    private final int[] filters;

    /** @param lively which channels take part */
    Twins(final Moments moments, final boolean[] lively) {
        filters = IntStream.range(0, lively.length).filter(i -> lively[i]).toArray();
        correlations = new double[filters.length][filters.length];
        for (int i = 0; i < filters.length; i++) {
            for (int j = 0; j < i; j++) {
                final double scale = Math.sqrt(moments.variance(filters[i]) * moments.variance(filters[j]));
                correlations[i][j] = Math.clamp(moments.covariance(filters[i], filters[j]) / scale, -1, 1);
                correlations[j][i] = correlations[i][j];
            }
        }
    }

    /** Pairs with a correlation of at least 0.9 or at most −0.9, of each filter the 16 strongest; by channel. */
    List<SimilarRow> rows(final IncomingWeights weights) {
        final TreeSet<Pair> pairs = new TreeSet<>();
        for (int i = 0; i < filters.length; i++) {
            final double[] row = correlations[i];
            final int filter = i;
            IntStream.range(0, filters.length).filter(j -> j != filter && Math.abs(row[j]) >= ALIKE).boxed()
                    .sorted(Comparator.comparingDouble((Integer j) -> -Math.abs(row[j])).thenComparing(Comparator.naturalOrder()))
                    .limit(MOST_PAIRS).forEach(j -> pairs.add(new Pair(Math.min(filter, j), Math.max(filter, j))));
        }
        final List<SimilarRow> rows = new ArrayList<>();
        for (final Pair pair : pairs) {
            rows.add(new SimilarRow(filters[pair.low], filters[pair.high], correlations[pair.low][pair.high],
                    weights.cosine(filters[pair.low], filters[pair.high])));
        }
        return rows;
    }

    private record Pair(int low, int high) implements Comparable<Pair> {
        @Override
        public int compareTo(final Pair other) {
            return low != other.low ? Integer.compare(low, other.low) : Integer.compare(high, other.high);
        }
    }

    /** Adds each filter's strongest correlation to its scores; of equal ones that with the lower channel. */
    void addTo(final Scores[] scores) {
        for (int i = 0; i < filters.length && filters.length > 1; i++) {
            int twin = -1;
            for (int j = 0; j < filters.length; j++) {
                if (j != i && (twin < 0 || Math.abs(correlations[i][j]) > Math.abs(correlations[i][twin]))) {
                    twin = j;
                }
            }
            scores[filters[i]] = scores[filters[i]].with(Score.TWIN, (long) filters[twin]).with(Score.TWIN_CORRELATION, correlations[i][twin]);
        }
    }
}
