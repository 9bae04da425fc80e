package org.filterscope.analysis.comparison;

import java.util.SplittableRandom;

import org.filterscope.core.progress.Progress;

/**
 * Two layers compared by the peaks of their filters, whatever the filters' numbers: filters matched one to one (Li, Yosinski, Clune, Lipson,
 * Hopcroft: Convergent learning, ICLR 2016), and numbers for the layers as a whole. What is not defined is not a number.
 *
 * @param columns         filter of the second layer's peaks matched with each of the first's; -1 for one that is left over
 * @param correlations    of each matched pair, as in {@code columns}
 * @param correlation     mean over the matched pairs
 * @param correlationNull mean of {@code correlation} over shuffles of the pictures of one side
 * @param half            share of the matched pairs above 0.5
 * @param matched         pairs
 * @param cka             debiased linear centred kernel alignment
 * @param ckaNull         mean over the same shuffles
 * @param svcca           mean canonical correlation
 * @param rsa             rank correlation of dissimilarities
 */
record LayerMatch(int[] columns, double[] correlations, double correlation, double correlationNull, double half, int matched, double cka,
        double ckaNull, double svcca, double rsa) {
    /** The mean over a layer's filters hardly differs from shuffle to shuffle. */
    static final int SHUFFLES = 3;
    private static final double HALF = 0.5;
    /** Decides between filters that are exactly alike: the same number wins. */
    private static final double TIE = 1e-9;

    /** Advances {@link #SHUFFLES} + 1 steps. */
    static LayerMatch of(final ComparedLayer first, final ComparedLayer second, final long seed, final Progress progress) {
        final int pictures = first.peaks().pictures();
        final Shown shown = new Shown(first, second, CommonPictures.inOrder(pictures), progress);
        final SplittableRandom random = new SplittableRandom(seed);
        double correlationNull = 0;
        double ckaNull = 0;
        for (int i = 0; i < SHUFFLES; i++) {
            final Shown shuffled = new Shown(first, second, CommonPictures.shuffled(pictures, random), progress);
            correlationNull += shuffled.mean() / SHUFFLES;
            ckaNull += shuffled.cka / SHUFFLES;
        }
        return new LayerMatch(shown.columns, shown.matchedCorrelations(), shown.mean(), correlationNull, shown.above(HALF), shown.matched(),
                shown.cka, ckaNull, first.canonicalCorrelation(second, shown.product, progress::checkCancelled), first.dissimilarityAgreement(second));
    }

    /** The layers with the pictures of the second in some order. */
    private static final class Shown {
        private final double[][] product;
        private final double[][] correlations;
        private final int[] columns;
        private final double cka;

        Shown(final ComparedLayer first, final ComparedLayer second, final int[] order, final Progress progress) {
            product = CrossProduct.of(first.peaks().centred(), second.peaks().centred(), order, progress::checkCancelled);
            cka = KernelAlignment.of(KernelAlignment.similarity(first.peaks(), second.peaks(), order, product), first.similarity(),
                    second.similarity());
            correlations = new double[product.length][];
            final double[][] weights = new double[product.length][];
            for (int a = 0; a < product.length; a++) {
                progress.checkCancelled();
                correlations[a] = new double[product[a].length];
                weights[a] = new double[product[a].length];
                for (int b = 0; b < product[a].length; b++) {
                    correlations[a][b] = product[a][b] / (first.peaks().length(a) * second.peaks().length(b));
                    weights[a][b] = correlations[a][b] + (first.peaks().channel(a) == second.peaks().channel(b) ? TIE : 0);
                }
            }
            columns = Assignment.ofHighest(weights, progress);
            progress.advance(1);
        }

        double[] matchedCorrelations() {
            final double[] result = new double[columns.length];
            for (int a = 0; a < result.length; a++) {
                result[a] = columns[a] < 0 ? Double.NaN : correlations[a][columns[a]];
            }
            return result;
        }

        int matched() {
            int count = 0;
            for (final int column : columns) {
                count += column < 0 ? 0 : 1;
            }
            return count;
        }

        double mean() {
            double sum = 0;
            for (final double correlation : matchedCorrelations()) {
                sum += Double.isNaN(correlation) ? 0 : correlation;
            }
            return matched() == 0 ? Double.NaN : sum / matched();
        }

        double above(final double bound) {
            double count = 0;
            for (final double correlation : matchedCorrelations()) {
                count += correlation > bound ? 1 : 0;
            }
            return matched() == 0 ? Double.NaN : count / matched();
        }
    }
}
