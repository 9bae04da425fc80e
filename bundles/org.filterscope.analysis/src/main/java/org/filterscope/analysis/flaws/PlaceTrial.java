package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.filterscope.analysis.statistics.BinomialTail;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.graph.Shape;

/**
 * Whether a place of the picture decides about a class: what is there on a picture of the class is put into pictures of other classes, which the
 * network does not take for it as they are; and what is there on those is put into pictures of the class. On pictures that the place was not
 * found on.
 */
final class PlaceTrial {
    private static final int MOST = 40;

    private final FlawEvidence evidence;
    private final MapWindow pixels;
    private final int output;
    private final int[] others;
    private final int[] own;
    private final int[] donors;
    private final int[] controls;
    private final int[] strangers;
    private final Shape input;

    /** @param pixels of the place */
    PlaceTrial(final FlawEvidence evidence, final KnownPictures known, final int output, final MapWindow pixels) {
        this.evidence = evidence;
        this.pixels = pixels;
        this.output = output;
        input = evidence.session().graph().input();
        final int classes = known.outputs().length;
        final int[] predictions = evidence.predictions().outputs();
        others = IntStream.of(known.tried(Math.max(1, MOST / Math.max(1, classes - 1))))
                .filter(picture -> known.truth(picture) != output && predictions[picture] != output).toArray();
        final int[] tried = known.tried(output, MOST);
        own = IntStream.of(tried).filter(picture -> predictions[picture] == output).toArray();
        final SplittableRandom random = new SplittableRandom(evidence.seed() + output);
        donors = IntStream.range(0, others.length).map(i -> tried.length == 0 ? -1 : tried[random.nextInt(tried.length)]).toArray();
        controls = IntStream.range(0, others.length).map(i -> other(i, random)).toArray();
        strangers = own.length == 0 || others.length == 0 ? new int[0]
                : IntStream.range(0, own.length).map(i -> others[random.nextInt(others.length)]).toArray();
    }

    /** Another one of the others; the same where there is only one. */
    private int other(final int index, final SplittableRandom random) {
        return others[others.length == 1 ? 0 : (index + 1 + random.nextInt(others.length - 1)) % others.length];
    }

    /** Whether there are pictures to try it on. */
    boolean isPossible() {
        return others.length > 0 && strangers.length > 0;
    }

    /**
     * What came of it.
     *
     * @param others  pictures of other classes
     * @param taken   how many of them became the class
     * @param control how many became it with what is there on pictures of other classes
     * @param chance  of so many more by accident
     * @param own     pictures of the class
     * @param lost    how many of them were lost without what is there
     */
    record Outcome(int others, int taken, int control, double chance, int own, int lost) {

        /** Share of the other classes' pictures that become the class because of the place. */
        double harm() {
            return Math.max(0, (double) (taken - control) / others);
        }
    }

    Outcome run(final Progress progress) throws IOException {
        final boolean[] taken = becomes(others, donors, List.of(), progress);
        final boolean[] control = becomes(others, controls, List.of(), progress);
        final boolean[] kept = becomes(own, strangers, List.of(), progress);
        int worse = 0;
        int better = 0;
        for (int i = 0; i < taken.length; i++) {
            worse += taken[i] && !control[i] ? 1 : 0;
            better += control[i] && !taken[i] ? 1 : 0;
        }
        return new Outcome(others.length, count(taken), count(control), BinomialTail.sign(worse, better), own.length, own.length - count(kept));
    }

    /** How many of the other classes' pictures still become the class when layers are edited. */
    int takenWith(final Edit edit, final Progress progress) throws IOException {
        return count(becomes(others, donors, List.of(edit), progress));
    }

    private boolean[] becomes(final int[] pictures, final int[] from, final List<Edit> edits, final Progress progress) throws IOException {
        final float[] donor = new float[Math.toIntExact(input.size())];
        final int[] found = new AlteredPictures(evidence.session()).predictions(pictures.length, (index, values, start) -> {
            evidence.inputs().write(pictures[index], values, start);
            evidence.inputs().write(from[index], donor, 0);
            pixels.copy(donor, values, start, input);
        }, edits, progress);
        final boolean[] becomes = new boolean[found.length];
        for (int i = 0; i < found.length; i++) {
            becomes[i] = found[i] == output;
        }
        return becomes;
    }

    private static int count(final boolean[] flags) {
        int count = 0;
        for (final boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
