package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.filterscope.analysis.flaws.PictureColours.Turn;
import org.filterscope.analysis.statistics.BinomialTail;
import org.filterscope.core.progress.Progress;

/** What other colours do to the predictions of pictures, beside other changes of the same strength. */
final class ColourTrial {
    /** Wrong pictures of a class that are turned. */
    private static final int MOST_WRONG = 40;
    /** Pictures that get a class's colours, first few, then many where the few said that it is worth it. */
    private static final int FEW = 8;
    private static final int MANY = 40;
    private static final double WORTH = 0.25;

    private final FlawEvidence evidence;
    private final KnownPictures known;
    private final PictureColours colours;
    private final int length;

    ColourTrial(final FlawEvidence evidence, final KnownPictures known, final PictureColours colours) {
        this.evidence = evidence;
        this.known = known;
        this.colours = colours;
        length = Math.toIntExact(evidence.session().graph().input().size());
    }

    /** A picture, and how its colours were changed. */
    interface Recoloured {
        int picture();

        float[] values() throws IOException;
    }

    /**
     * How much more often a change of colours leads to a class than the control.
     *
     * @param pictures  that were changed
     * @param concerned of which these are: pictures of the class, or pictures of others
     * @param changed   how many became the class by colour
     * @param control   how many became it by the control
     * @param chance    of so many more by accident
     * @param became    those that colour made the class
     */
    record Outcome(int pictures, int concerned, int changed, int control, double chance, List<Recoloured> became) {

        /** Share of the pictures concerned. */
        double harm() {
            return concerned == 0 ? 0 : Math.max(0, (double) (changed - control) / concerned);
        }
    }

    /**
     * Of a class's wrong pictures those that come right when their hues are turned one way or another, and when blotches are put on them instead.
     *
     * @param least share of the class's pictures; where fewer come right there is no need for the control
     */
    Outcome mended(final int output, final double least, final Progress progress) throws IOException {
        final int[] all = IntStream.range(0, evidence.pictures()).filter(picture -> known.truth(picture) == output
                && evidence.predictions().outputs()[picture] != output).toArray();
        final int[] wrong = all.length <= MOST_WRONG ? all
                : IntStream.range(0, MOST_WRONG).map(i -> all[(int) ((long) i * all.length / MOST_WRONG)]).toArray();
        final Recoloured[] became = new Recoloured[wrong.length];
        for (final Turn turn : Turn.values()) {
            final List<Recoloured> turned = Arrays.stream(wrong).<Recoloured>mapToObj(picture -> new Turned(picture, turn)).toList();
            final boolean[] right = become(turned, output, progress);
            for (int i = 0; i < wrong.length; i++) {
                became[i] = right[i] ? turned.get(i) : became[i];
            }
        }
        final boolean[] byColour = flags(became);
        // Where not all wrong pictures were turned, as many of the class's are concerned in proportion.
        final int concerned = all.length == 0 ? known.count(output) : (int) Math.round((double) known.count(output) * wrong.length / all.length);
        if (count(byColour) < least * concerned) {
            return new Outcome(wrong.length, concerned, count(byColour), 0, 1, List.of());
        }
        final boolean[] byBlotches = new boolean[wrong.length];
        for (final Turn turn : Turn.values()) {
            final List<Recoloured> blotched = Arrays.stream(wrong).<Recoloured>mapToObj(picture -> new Blotched(picture, turn)).toList();
            final boolean[] right = become(blotched, output, progress);
            for (int i = 0; i < wrong.length; i++) {
                byBlotches[i] |= right[i];
            }
        }
        return outcome(byColour, byBlotches, concerned, Arrays.asList(became));
    }

    private static boolean[] flags(final Recoloured[] became) {
        final boolean[] flags = new boolean[became.length];
        for (int i = 0; i < became.length; i++) {
            flags[i] = became[i] != null;
        }
        return flags;
    }

    private static int count(final boolean[] flags) {
        int count = 0;
        for (final boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    /**
     * Of pictures of other classes those that become a class when they get the colours of its pictures, and of pictures of others instead. First a
     * few are tried; where these say that it is not worth it, there is no control.
     */
    Outcome taken(final int output, final Progress progress) throws IOException {
        final int[] others = others(output, false);
        final int[] own = known.made(output, MANY);
        final SplittableRandom random = new SplittableRandom(evidence.seed() + output);
        final List<Recoloured> changed = new ArrayList<>();
        final List<Recoloured> control = new ArrayList<>();
        for (int i = 0; i < others.length; i++) {
            changed.add(new Like(others[i], own[random.nextInt(own.length)]));
            control.add(new Like(others[i], others[(i + 1 + random.nextInt(Math.max(1, others.length - 1))) % others.length]));
        }
        final int few = Math.min(FEW, others.length);
        final boolean[] first = become(changed.subList(0, few), output, progress);
        if (count(first) < WORTH * few || few == 0) {
            return new Outcome(few, few, count(first), 0, 1, List.of());
        }
        final boolean[] rest = become(changed.subList(few, changed.size()), output, progress);
        final boolean[] all = Arrays.copyOf(first, others.length);
        System.arraycopy(rest, 0, all, few, rest.length);
        return outcome(all, become(control, output, progress), others.length, changed);
    }

    /**
     * Pictures to make claims from that become a class by colour.
     *
     * @param mended  wrong pictures of the class
     * @param byTaken whether pictures of other classes are meant, in the colours of the class's, instead of the wrong ones
     */
    List<Recoloured> made(final int output, final Outcome mended, final boolean byTaken, final Progress progress) throws IOException {
        if (!byTaken) {
            return mended.became().stream().filter(recoloured -> known.isMade(recoloured.picture())).toList();
        }
        final int[] others = others(output, true);
        final int[] own = known.made(output, MANY);
        final SplittableRandom random = new SplittableRandom(evidence.seed() + output);
        final List<Recoloured> changed = Arrays.stream(others)
                .<Recoloured>mapToObj(other -> new Like(other, own[random.nextInt(own.length)])).toList();
        final boolean[] become = become(changed, output, progress);
        return IntStream.range(0, become.length).filter(i -> become[i]).mapToObj(changed::get).toList();
    }

    /**
     * Pictures that are not taken for a class as they are, one of each other class in turn.
     *
     * @param made of those to make claims from, else of those to try them on
     */
    private int[] others(final int output, final boolean made) {
        final int each = Math.ceilDiv(MANY, Math.max(1, known.outputs().length - 1));
        final List<Integer> others = new ArrayList<>();
        for (int round = 0; round < each; round++) {
            for (final int other : known.outputs()) {
                final int[] pictures = made ? known.made(other, each) : known.tried(other, each);
                if (other != output && round < pictures.length && others.size() < MANY
                        && evidence.predictions().outputs()[pictures[round]] != output) {
                    others.add(pictures[round]);
                }
            }
        }
        return others.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Outcome outcome(final boolean[] changed, final boolean[] control, final int concerned, final List<Recoloured> pictures) {
        int changes = 0;
        int controls = 0;
        int both = 0;
        final List<Recoloured> became = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            changes += changed[i] ? 1 : 0;
            controls += control[i] ? 1 : 0;
            both += changed[i] && control[i] ? 1 : 0;
            if (changed[i]) {
                became.add(pictures.get(i));
            }
        }
        return new Outcome(changed.length, concerned, changes, controls, BinomialTail.sign(changes - both, controls - both), became);
    }

    private boolean[] become(final List<Recoloured> pictures, final int output, final Progress progress) throws IOException {
        final int[] found = new AlteredPictures(evidence.session()).predictions(pictures.size(),
                (index, values, start) -> System.arraycopy(pictures.get(index).values(), 0, values, start, length), List.of(), progress);
        final boolean[] become = new boolean[found.length];
        for (int i = 0; i < become.length; i++) {
            become[i] = found[i] == output;
        }
        return become;
    }

    private float[] picture(final int picture) throws IOException {
        final float[] values = new float[length];
        evidence.inputs().write(picture, values, 0);
        return values;
    }

    private final class Turned implements Recoloured {
        private final int picture;
        private final Turn turn;

        Turned(final int picture, final Turn turn) {
            this.picture = picture;
            this.turn = turn;
        }

        @Override
        public int picture() {
            return picture;
        }

        @Override
        public float[] values() throws IOException {
            return colours.turned(ColourTrial.this.picture(picture), turn);
        }
    }

    private final class Blotched implements Recoloured {
        private final int picture;
        private final Turn turn;

        Blotched(final int picture, final Turn turn) {
            this.picture = picture;
            this.turn = turn;
        }

        @Override
        public int picture() {
            return picture;
        }

        @Override
        public float[] values() throws IOException {
            final float[] values = ColourTrial.this.picture(picture);
            return colours.blotched(values, colours.turned(values, turn),
                    new SplittableRandom(evidence.seed() + (long) picture * Turn.values().length + turn.ordinal()));
        }
    }

    private final class Like implements Recoloured {
        private final int picture;
        private final int other;

        Like(final int picture, final int other) {
            this.picture = picture;
            this.other = other;
        }

        @Override
        public int picture() {
            return picture;
        }

        @Override
        public float[] values() throws IOException {
            return colours.like(ColourTrial.this.picture(picture), ColourTrial.this.picture(other));
        }
    }
}
