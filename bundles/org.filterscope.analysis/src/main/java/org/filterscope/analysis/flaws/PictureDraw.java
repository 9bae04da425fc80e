package org.filterscope.analysis.flaws;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Draws pictures by lot where a table with some numbers of each would not fit into memory: as many of each class as there are, up to the same
 * number.
 */
final class PictureDraw {
    /** In a table: 128 MB of doubles. */
    private static final long MOST_VALUES = 16L << 20;

    private PictureDraw() {
    }

    /**
     * @param pictures ascending
     * @param values   of each picture
     * @return ascending; all where they fit
     */
    static int[] of(final FlawEvidence evidence, final int[] pictures, final int values) {
        return of(pictures, IntStream.of(pictures).map(evidence::truth).toArray(), Math.clamp(MOST_VALUES / Math.max(1, values), 1,
                Integer.MAX_VALUE), evidence.seed());
    }

    /** @param classes by picture of these */
    static int[] of(final int[] pictures, final int[] classes, final int most, final long seed) {
        if (pictures.length <= most) {
            return pictures;
        }
        final TreeMap<Integer, List<Integer>> members = new TreeMap<>();
        for (int i = 0; i < pictures.length; i++) {
            members.computeIfAbsent(classes[i], key -> new ArrayList<>()).add(pictures[i]);
        }
        final Random random = new Random(seed);
        members.values().forEach(all -> Collections.shuffle(all, random));
        final List<Integer> drawn = new ArrayList<>();
        for (int round = 0; drawn.size() < most; round++) {
            for (final List<Integer> all : members.values()) {
                if (round < all.size() && drawn.size() < most) {
                    drawn.add(all.get(round));
                }
            }
        }
        return drawn.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
