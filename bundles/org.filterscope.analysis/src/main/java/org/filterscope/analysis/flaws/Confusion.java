package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.core.progress.Progress;

/**
 * How much of a confusion the filters carry.
 *
 * @param pictures on which it was measured
 * @param answers  with nothing silenced, with all filters silenced, with each of them, in the order of the pictures
 * @param harm     mean over the pictures of: 0 where the network is right or wrong in another way, else the share of the wrong output's probability
 *                 that goes when all the filters are silenced
 * @param shares   of the harm by filter: falls of the wrong output's log odds, negative ones zero, their sum 1
 * @param pValue   of so many wrong pictures, corrected
 */
record Confusion(PairPictures pictures, List<Answers> answers, MeanHarm harm, double[] shares, double pValue) {

    static Confusion measure(final FlawEvidence evidence, final PairPictures pictures, final SilencedFilters silenced, final double pValue,
            final Progress progress) throws IOException {
        final int[] filters = pictures.pair().filters();
        final List<int[]> groups = new ArrayList<>(List.of(new int[0], filters));
        IntStream.of(filters).forEach(filter -> groups.add(new int[] {filter}));
        final List<Answers> answers = silenced.answers(groups, pictures.checked(), progress);
        final double[] harm = new double[pictures.checked().length];
        final double[] shares = new double[filters.length];
        for (int i = 0; i < harm.length; i++) {
            if (pictures.taken()[i]) {
                final int output = evidence.predictions().outputs()[pictures.checked()[i]];
                final double before = answers.get(0).probability(i, output);
                harm[i] = Math.max(0, (before - answers.get(1).probability(i, output)) / before);
                for (int filter = 0; filter < filters.length; filter++) {
                    shares[filter] += answers.get(0).logOdds(i, output) - answers.get(filter + 2).logOdds(i, output);
                }
            }
        }
        return new Confusion(pictures, answers, MeanHarm.of(harm, evidence.seed()), normalised(shares), pValue);
    }

    private static double[] normalised(final double[] shares) {
        final double sum = Arrays.stream(shares).filter(share -> share > 0).sum();
        return Arrays.stream(shares).map(share -> sum > 0 ? Math.max(0, share) / sum : 0).toArray();
    }
}
