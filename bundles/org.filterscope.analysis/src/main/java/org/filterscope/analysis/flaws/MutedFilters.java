package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.BinomialTail;
import org.filterscope.core.finding.Effect;
import org.filterscope.core.progress.Progress;

/** What silencing some filters of a layer does to the right answers of each class, on pictures that no claim was made from. */
final class MutedFilters {
    private static final int PICTURES_OF_A_CLASS = 100;
    private static final int MOST_PICTURES = 1000;
    /** Changes that are as likely by accident do not count as help. */
    private static final double ACCIDENT = 0.05;

    private final KnownPictures known;
    private final FlawEvidence evidence;
    private final LayerProbe probe;
    private final int[] channels;
    private final int[] pictures;
    private final int[] before;
    private final int[] zero;
    private final int[] mean;

    private MutedFilters(final FlawEvidence evidence, final KnownPictures known, final LayerProbe probe, final int[] channels,
            final Progress progress) throws IOException {
        this.evidence = evidence;
        this.known = known;
        this.probe = probe;
        this.channels = channels;
        pictures = known.tried(Math.clamp(MOST_PICTURES / known.outputs().length, 1, PICTURES_OF_A_CLASS));
        before = probe.predictions(pictures, new int[0], new float[0], progress);
        zero = probe.predictions(pictures, channels, new float[channels.length], progress);
        mean = probe.predictions(pictures, channels, probe.means(pictures, channels, progress), progress);
    }

    static MutedFilters of(final FlawEvidence evidence, final KnownPictures known, final LayerProbe probe, final int[] channels,
            final Progress progress) throws IOException {
        return new MutedFilters(evidence, known, probe, channels, progress);
    }

    /** Whether there was a picture of the class to try it on. */
    boolean knows(final int output) {
        return IntStream.of(pictures).anyMatch(picture -> known.truth(picture) == output);
    }

    /** How far the share of right answers on a class changes when the filters are set to zero. */
    double changeByZero(final int output) {
        return right(zero, output) - right(before, output);
    }

    /** The same for their means. */
    double changeByMean(final int output) {
        return right(mean, output) - right(before, output);
    }

    /** How far the share of right answers on all classes changes when the filters are set to zero. */
    double changeOfAllByZero() {
        int balance = 0;
        for (int i = 0; i < pictures.length; i++) {
            final int truth = known.truth(pictures[i]);
            balance += (zero[i] == truth ? 1 : 0) - (before[i] == truth ? 1 : 0);
        }
        return (double) balance / pictures.length;
    }

    /** Whether zero mends more of a class's pictures than it breaks, beyond accident, and costs all classes together nothing. */
    boolean zeroHelps(final int output) {
        return helps(zero, output);
    }

    /** The same for the means. */
    boolean meanHelps(final int output) {
        return helps(mean, output);
    }

    private boolean helps(final int[] after, final int output) {
        int mended = 0;
        int broken = 0;
        int balance = 0;
        for (int i = 0; i < pictures.length; i++) {
            final int truth = known.truth(pictures[i]);
            final int change = (after[i] == truth ? 1 : 0) - (before[i] == truth ? 1 : 0);
            balance += change;
            mended += truth == output && change > 0 ? 1 : 0;
            broken += truth == output && change < 0 ? 1 : 0;
        }
        return balance >= 0 && BinomialTail.sign(mended, broken) <= ACCIDENT;
    }

    private double right(final int[] answers, final int output) {
        int right = 0;
        int all = 0;
        for (int i = 0; i < pictures.length; i++) {
            if (known.truth(pictures[i]) == output) {
                all++;
                right += answers[i] == output ? 1 : 0;
            }
        }
        return (double) right / all;
    }

    /** Accuracies of the classes concerned and of those that change. */
    Effect effect(final boolean toMean, final int... concerned) {
        final Effect all = EffectOfSilence.of("%s of '%s' set to %s".formatted(FlawText.filters(channels), probe.layer().name(),
                toMean ? channels.length == 1 ? "its mean" : "their means" : "zero"), evidence, pictures, before, toMean ? mean : zero);
        final List<String> labels = IntStream.of(concerned).mapToObj(evidence.labels()::get).toList();
        return new Effect(all.intervention(), all.pictures(),
                all.classes().stream().filter(each -> labels.contains(each.className()) || each.after() != each.before()).toList());
    }
}
