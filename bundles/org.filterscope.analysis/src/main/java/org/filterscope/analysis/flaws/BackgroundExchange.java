package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;

/**
 * Objects cut out and put before the backgrounds of other pictures. What counts as a background of a class is what the network takes for the class,
 * whatever the picture's label: so it tells what the network goes by also where labels and backgrounds have nothing to do with each other.
 */
final class BackgroundExchange {
    /** For each of both kinds of background, of all classes; of many classes each has {@link #OF_A_CLASS} all the same. */
    private static final int MOST = 400;
    private static final int OF_A_CLASS = 40;
    /** Of a class; a few would be put behind all objects, which says more of these pictures than of the class. */
    private static final int LEAST_BACKGROUNDS = 8;

    private final FlawEvidence evidence;
    private final PictureConcepts concepts;
    private final ClassObjects objects;

    /**
     * One object before two backgrounds.
     *
     * @param object   picture that it is cut out of; the network is right about it
     * @param output   the class that the first background is of
     * @param other    picture of the first background
     * @param own      picture of the second background, which the network takes for the object's own class
     */
    record Trial(int object, int output, int other, int own) {
    }

    /**
     * @param trials  made
     * @param changed by trial: whether the network says the first background's class before the first background
     * @param control the same before the second background
     */
    record Outcome(List<Trial> trials, boolean[] changed, boolean[] control) {
    }

    BackgroundExchange(final FlawEvidence evidence, final PictureConcepts concepts, final ClassObjects objects) {
        this.evidence = evidence;
        this.concepts = concepts;
        this.objects = objects;
    }

    Outcome run(final Progress progress) throws IOException {
        final List<Trial> trials = trials();
        final AlteredPictures network = new AlteredPictures(evidence.session());
        final int[] changed = network.predictions(trials.size(), (index, values, start) -> before(trials.get(index).object(),
                trials.get(index).other(), values, start), List.of(), progress);
        final int[] control = network.predictions(trials.size(), (index, values, start) -> before(trials.get(index).object(),
                trials.get(index).own(), values, start), List.of(), progress);
        final boolean[] changes = new boolean[trials.size()];
        final boolean[] controls = new boolean[trials.size()];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = changed[i] == trials.get(i).output();
            controls[i] = control[i] == trials.get(i).output();
        }
        return new Outcome(trials, changes, controls);
    }

    /** Each object before a background of each other class, in rounds, until each class has enough; objects, backgrounds and classes by lot. */
    List<Trial> trials() {
        final Random random = new Random(evidence.seed());
        final List<List<Integer>> backgrounds = IntStream.range(0, evidence.labels().size()).mapToObj(this::backgrounds).toList();
        final int[] outputs = IntStream.range(0, evidence.labels().size())
                .filter(output -> objects.of(output) >= 0 && backgrounds.get(output).size() >= LEAST_BACKGROUNDS).toArray();
        final int most = Math.max(OF_A_CLASS, MOST / Math.max(1, outputs.length));
        final int[] made = new int[evidence.labels().size()];
        final List<Integer> shown = new ArrayList<>(IntStream.range(0, evidence.pictures()).filter(this::isRight)
                .filter(object -> Arrays.binarySearch(outputs, evidence.truth(object)) >= 0).boxed().toList());
        Collections.shuffle(shown, random);
        final List<Trial> trials = new ArrayList<>();
        for (int round = 1; round < outputs.length; round++) {
            for (final int object : shown) {
                final int own = evidence.truth(object);
                final int place = Arrays.binarySearch(outputs, own);
                final int output = outputs[(place + round) % outputs.length];
                if (made[output] < most) {
                    made[output]++;
                    final List<Integer> others = backgrounds.get(output).stream().filter(picture -> picture != object).toList();
                    final List<Integer> same = backgrounds.get(own).stream().filter(picture -> picture != object).toList();
                    trials.add(new Trial(object, output, others.get(random.nextInt(others.size())), same.get(random.nextInt(same.size()))));
                }
            }
        }
        return trials;
    }

    private boolean isRight(final int picture) {
        final int truth = evidence.truth(picture);
        return evidence.predictions().outputs()[picture] == truth && objects.shown(concepts, picture, truth);
    }

    /** Pictures that the network takes for a class, and whose own object is known, so that it can be taken away. */
    private List<Integer> backgrounds(final int output) {
        return IntStream.range(0, evidence.pictures()).filter(picture -> evidence.predictions().outputs()[picture] == output
                && objects.shown(concepts, picture, evidence.truth(picture))).boxed().toList();
    }

    private void before(final int object, final int background, final float[] values, final int start) throws IOException {
        final Shape input = evidence.session().graph().input();
        final boolean[] cut = mask(object, input.cols()).inside();
        final int[] sources = mask(background, input.cols()).wider().sources();
        final float[] front = pixels(object, input);
        final float[] back = pixels(background, input);
        for (int i = 0; i < front.length; i++) {
            final int pixel = i % cut.length;
            values[start + i] = cut[pixel] ? front[i] : back[i - pixel + sources[pixel]];
        }
    }

    private PixelMask mask(final int picture, final int cols) throws IOException {
        return PixelMask.of(concepts.labels(picture), objects.of(evidence.truth(picture)), cols);
    }

    private float[] pixels(final int picture, final Shape input) throws IOException {
        final float[] values = new float[Math.toIntExact(input.size())];
        evidence.inputs().write(picture, values, 0);
        return values;
    }
}
