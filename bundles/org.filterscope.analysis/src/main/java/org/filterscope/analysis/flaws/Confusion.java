package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Edit;

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

    /** @param neither pictures over which the means of the filters are taken, at least one */
    static Confusion measure(final FlawEvidence evidence, final PairPictures pictures, final int[] neither, final double pValue,
            final Progress progress) throws IOException {
        final int[] filters = pictures.pair().filters();
        final LayerProbe probe = new LayerProbe(evidence, evidence.layers().get(pictures.pair().layer()));
        final float[] means = probe.means(neither, filters, progress);
        final List<Edit> edits = new ArrayList<>(List.of(probe.edit(new int[0], new float[0]), probe.edit(filters, means)));
        for (int i = 0; i < filters.length; i++) {
            edits.add(probe.edit(new int[] {filters[i]}, new float[] {means[i]}));
        }
        final List<Answers> answers = probe.answers(pictures.checked(), edits, progress);
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
