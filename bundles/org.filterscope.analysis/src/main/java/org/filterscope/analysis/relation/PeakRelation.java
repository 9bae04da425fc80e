package org.filterscope.analysis.relation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.maps.LayerPeaks;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.PairRow;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Scores;

/** How well the peaks of a layer's filters tell the classes of the pictures apart. Pictures of no known class do not count. */
public final class PeakRelation {
    /** With more classes not all pairs are looked at. */
    public static final int MOST_CLASSES_IN_PAIRS = 24;
    /** So many then: those with the highest mean peak of the filter. */
    public static final int CHOSEN_CLASSES = 8;

    private final PictureClasses classes;
    private final int[] pictures;
    private final double[][] auc;
    private final List<PairRow> pairs = new ArrayList<>();
    private final List<Scores> scores = new ArrayList<>();

    private PeakRelation(final PictureClasses classes, final int channels) {
        this.classes = classes;
        pictures = classes.pictures();
        auc = new double[channels][];
    }

    /** One step of progress is one channel. */
    public static PeakRelation of(final LayerPeaks peaks, final PictureClasses classes, final Progress progress) throws IOException {
        final PeakRelation relation = new PeakRelation(classes, peaks.channels());
        final RankedPeaks ranked = new RankedPeaks(classes.indices(), relation.pictures);
        peaks.forEach((channel, values, positions) -> {
            progress.checkCancelled();
            ranked.sort(values, classes.indices());
            relation.add(channel, ranked, relation.means(values));
            progress.advance(1);
        });
        return relation;
    }

    private double[] means(final float[] values) {
        final double[] means = new double[pictures.length];
        for (int i = 0; i < values.length; i++) {
            if (classes.indices()[i] >= 0) {
                means[classes.indices()[i]] += values[i];
            }
        }
        for (int c = 0; c < means.length; c++) {
            means[c] /= pictures[c];
        }
        return means;
    }

    private void add(final int channel, final RankedPeaks ranked, final double[] means) {
        auc[channel] = ranked.againstRest();
        Scores known = Scores.NONE.with(Score.SELECTIVITY, selectivity(means));
        if (ranked.areAllEqual()) {
            scores.add(known);
            return;
        }
        int best = -1;
        for (int c = 0; c < pictures.length; c++) {
            best = !Double.isNaN(auc[channel][c]) && (best < 0 || auc[channel][c] > auc[channel][best]) ? c : best;
        }
        if (best >= 0) {
            known = known.with(Score.CLASS, classes.names().get(best)).with(Score.CLASS_AUC, auc[channel][best]);
        }
        scores.add(known);
        addPairs(channel, ranked, chosen(means));
    }

    /** Ascending. */
    private int[] chosen(final double[] means) {
        final int[] present = IntStream.range(0, pictures.length).filter(c -> pictures[c] > 0).toArray();
        if (present.length <= MOST_CLASSES_IN_PAIRS) {
            return present;
        }
        return IntStream.of(present).boxed().sorted(Comparator.comparing((Integer c) -> means[c]).reversed().thenComparing(Comparator.naturalOrder()))
                .limit(CHOSEN_CLASSES).mapToInt(Integer::intValue).sorted().toArray();
    }

    private void addPairs(final int channel, final RankedPeaks ranked, final int[] chosen) {
        final double[][] each = ranked.againstEachOther(chosen);
        for (int a = 0; a < chosen.length; a++) {
            for (int b = a + 1; b < chosen.length; b++) {
                final String one = classes.names().get(chosen[a]);
                final String other = classes.names().get(chosen[b]);
                pairs.add(each[a][b] >= each[b][a] ? new PairRow(channel, one, other, each[a][b]) : new PairRow(channel, other, one, each[b][a]));
            }
        }
    }

    /** Not a number with fewer than two classes, when a mean is negative, and when all are zero. Source: Morcos et al. 2018. */
    private double selectivity(final double[] means) {
        double highest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int present = 0;
        for (int c = 0; c < means.length; c++) {
            if (pictures[c] > 0) {
                if (means[c] < 0) {
                    return Double.NaN;
                }
                highest = Math.max(highest, means[c]);
                sum += means[c];
                present++;
            }
        }
        // Of two classes or more, none negative; 0 / 0 when nothing fires.
        final double others = (sum - highest) / (present - 1);
        return present < 2 ? Double.NaN : (highest - others) / (highest + others);
    }

    /** Probability that the peak is higher on a picture of the class than on one of another; not a number where there are none of either. */
    public double auc(final int channel, final int classIndex) {
        return auc[channel][classIndex];
    }

    /** By channel; none for filters with the same peak everywhere. */
    public List<PairRow> pairs() {
        return List.copyOf(pairs);
    }

    /** By channel. */
    public List<Scores> scores() {
        return List.copyOf(scores);
    }

    /** The same rows with {@link ClassRow#auc()}. */
    public List<ClassRow> into(final List<ClassRow> rows) {
        final Map<String, Integer> indices = PictureClasses.indices(classes.names());
        return rows.stream().map(row -> row.withAuc(auc[row.channel()][indices.get(row.className())])).toList();
    }
}
