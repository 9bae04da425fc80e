package org.filterscope.fuzz.subject;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A damaged file. Subject and number tell all: the same two give the same bytes in every run.
 *
 * @param number from 0
 * @param path   where it lies below the subject's folder
 * @param bytes  its content
 */
public record Mutant(long number, String path, byte[] bytes) {
    private static final int MOST_DAMAGE = 4;
    /** Two files spliced again and again grow without telling anything new. */
    private static final int LARGEST = 1 << 20;

    /** The first numbers are the seeds, undamaged. */
    public static Mutant of(final Subject subject, final long number) {
        if (number < subject.seeds().size()) {
            final Seed whole = subject.seeds().get((int) number);
            return new Mutant(number, whole.path(), whole.bytes());
        }
        final RandomGenerator random = new SplittableRandom(31 * number + subject.name().hashCode());
        final Seed seed = subject.seeds().get(random.nextInt(subject.seeds().size()));
        final List<Seed> others = subject.alternatives(seed);
        byte[] bytes = seed.bytes();
        for (int damage = 1 + Math.min(random.nextInt(MOST_DAMAGE), random.nextInt(MOST_DAMAGE)); damage > 0; damage--) {
            final byte[] more = subject.mutators().get(random.nextInt(subject.mutators().size())).mutate(bytes,
                    others.get(random.nextInt(others.size())).bytes(), random);
            bytes = more.length > LARGEST ? bytes : more;
        }
        return new Mutant(number, seed.path(), bytes);
    }
}
