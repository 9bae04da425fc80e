package org.filterscope.analysis.flaws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.ClassHead;

/**
 * The pictures whose class is one of the network's outputs. Each class's are cut in two at random: from one half claims are made, on the other they
 * are tried.
 *
 * <p>Not {@link Halves}: those split all pictures whatever their class, also such without one, and may leave a class on one side. Here each class is
 * split for itself, because claims are about classes; so a class with two pictures has one on each side.
 */
final class KnownPictures {
    private final int[] truths;
    private final int[][] made;
    private final int[][] tried;
    private final int[] outputs;
    private final boolean[] makes;

    KnownPictures(final FlawEvidence evidence) {
        truths = IntStream.range(0, evidence.pictures()).map(evidence::truth).toArray();
        final int count = evidence.labels().size();
        final List<List<Integer>> members = new ArrayList<>();
        for (int output = 0; output < count; output++) {
            members.add(new ArrayList<>());
        }
        for (int picture = 0; picture < truths.length; picture++) {
            if (truths[picture] >= 0) {
                members.get(truths[picture]).add(picture);
            }
        }
        made = new int[count][];
        tried = new int[count][];
        final Random random = new Random(evidence.seed());
        for (int output = 0; output < count; output++) {
            final List<Integer> all = members.get(output);
            Collections.shuffle(all, random);
            made[output] = array(all.subList(0, Math.ceilDiv(all.size(), 2)));
            tried[output] = array(all.subList(Math.ceilDiv(all.size(), 2), all.size()));
        }
        makes = new boolean[truths.length];
        Arrays.stream(made).flatMapToInt(IntStream::of).forEach(picture -> makes[picture] = true);
        outputs = IntStream.range(0, count).filter(output -> made[output].length > 0).toArray();
    }

    private static int[] array(final List<Integer> pictures) {
        return pictures.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Why nothing can be said of classes, in a sentence for the user; empty when something can. */
    static Optional<String> obstacle(final FlawEvidence evidence) {
        final Optional<String> general = new ClassHead(evidence.session().graph(), evidence.session().graph().nodes().getFirst().name(),
                evidence.labels(), evidence.classes()).obstacle();
        return general.isEmpty() && evidence.labels().size() < 2
                ? Optional.of("the network has a single output, so that there is no class to take for another") : general;
    }

    /** Outputs with pictures, ascending. */
    int[] outputs() {
        return outputs.clone();
    }

    /** Index of the output that stands for the picture's class; negative when there is none. */
    int truth(final int picture) {
        return truths[picture];
    }

    /** Whether it is one of the pictures to make claims from. */
    boolean isMade(final int picture) {
        return makes[picture];
    }

    int count(final int output) {
        return made[output].length + tried[output].length;
    }

    /** Pictures to make claims from, of one class, in random order, so many at most. */
    int[] made(final int output, final int most) {
        return Arrays.copyOf(made[output], Math.min(most, made[output].length));
    }

    /** Pictures to try claims on, of one class, in random order, so many at most. */
    int[] tried(final int output, final int most) {
        return Arrays.copyOf(tried[output], Math.min(most, tried[output].length));
    }

    /** Pictures to try claims on, of all classes, so many of each at most; in the order of the outputs. */
    int[] tried(final int most) {
        return IntStream.of(outputs).flatMap(output -> IntStream.of(tried(output, most))).toArray();
    }
}
