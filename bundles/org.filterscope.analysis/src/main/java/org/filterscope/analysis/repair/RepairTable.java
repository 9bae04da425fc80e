package org.filterscope.analysis.repair;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What became of the answers: the same pictures before and after.
 *
 * @param rows       one a class that has pictures, in the order of the outputs
 * @param all        all pictures together
 * @param confusions every pair of classes of which the one was taken for the other, before or after; the greatest change first
 */
public record RepairTable(List<Row> rows, Row all, List<Confusion> confusions) {
    private static final int RESAMPLINGS = 2000;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /**
     * @param label    of the class; empty for all
     * @param pictures how many
     * @param before   share of right answers
     * @param after    share of right answers
     * @param low      lower end of the 95 % interval of {@code after − before}
     * @param high     upper end
     */
    public record Row(String label, int pictures, double before, double after, double low, double high) {
    }

    /**
     * @param label    of the class
     * @param taken    for which it was taken
     * @param pictures of the class
     * @param before   how many of them
     * @param after    how many of them
     */
    public record Confusion(String label, String taken, int pictures, int before, int after) {
    }

    public RepairTable {
        rows = List.copyOf(rows);
        confusions = List.copyOf(confusions);
    }

    /**
     * The intervals are percentiles of the change on pictures drawn anew, with replacement, from those of each class (Efron and Tibshirani, An
     * Introduction to the Bootstrap, 1993): a picture is drawn with both its answers.
     *
     * @param labels  of the outputs
     * @param classes the right output of each picture
     * @param before  the answer to each
     * @param after   likewise
     */
    public static RepairTable of(final List<String> labels, final int[] classes, final int[] before, final int[] after, final long seed) {
        final List<Row> rows = new ArrayList<>();
        final List<Confusion> confusions = new ArrayList<>();
        final double[] sums = new double[RESAMPLINGS];
        for (int c = 0; c < labels.size(); c++) {
            final int label = c;
            final int[] own = IntStream.range(0, classes.length).filter(i -> classes[i] == label).toArray();
            if (own.length > 0) {
                final double[] changes = resampled(own, classes, before, after, new Random(seed + c));
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += changes[i];
                }
                rows.add(row(labels.get(c), own, classes, before, after, changes));
                confusions.addAll(confusions(labels, c, own, before, after));
            }
        }
        final List<Confusion> changed = confusions.stream()
                .sorted((one, other) -> Integer.compare(Math.abs(other.after() - other.before()), Math.abs(one.after() - one.before()))).toList();
        return new RepairTable(rows, row("", IntStream.range(0, classes.length).toArray(), classes, before, after, sums), changed);
    }

    /** Changes of the number of right answers. */
    private static double[] resampled(final int[] own, final int[] classes, final int[] before, final int[] after, final Random random) {
        final double[] changes = new double[RESAMPLINGS];
        for (int i = 0; i < changes.length; i++) {
            for (int draw = 0; draw < own.length; draw++) {
                final int picture = own[random.nextInt(own.length)];
                changes[i] += right(picture, classes, after) - right(picture, classes, before);
            }
        }
        return changes;
    }

    private static Row row(final String label, final int[] pictures, final int[] classes, final int[] before, final int[] after,
            final double[] changes) {
        final double[] rising = changes.clone();
        Arrays.sort(rising);
        final double count = Math.max(1, pictures.length);
        return new Row(label, pictures.length, Arrays.stream(pictures).map(i -> right(i, classes, before)).sum() / count,
                Arrays.stream(pictures).map(i -> right(i, classes, after)).sum() / count, rising[(int) (LOW * (rising.length - 1))] / count,
                rising[(int) Math.ceil(HIGH * (rising.length - 1))] / count);
    }

    private static int right(final int picture, final int[] classes, final int[] answers) {
        return answers[picture] == classes[picture] ? 1 : 0;
    }

    private static List<Confusion> confusions(final List<String> labels, final int label, final int[] own, final int[] before, final int[] after) {
        final List<Confusion> found = new ArrayList<>();
        for (int other = 0; other < labels.size(); other++) {
            final int taken = other;
            final int earlier = (int) Arrays.stream(own).filter(i -> before[i] == taken).count();
            final int later = (int) Arrays.stream(own).filter(i -> after[i] == taken).count();
            if (other != label && earlier + later > 0) {
                found.add(new Confusion(labels.get(label), labels.get(other), own.length, earlier, later));
            }
        }
        return found;
    }
}
