package org.filterscope.analysis.repair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Divides pictures into parts in which all classes have their share, one more or less. */
public final class ClassParts {

    private ClassParts() {
    }

    /**
     * @param classes of the pictures
     * @param parts   how many
     * @return the part of each picture, from 0; the first parts get what is left over of a class
     */
    public static int[] of(final int[] classes, final int parts, final long seed) {
        final Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int picture = 0; picture < classes.length; picture++) {
            members.computeIfAbsent(classes[picture], label -> new ArrayList<>()).add(picture);
        }
        final Random random = new Random(seed);
        final int[] part = new int[classes.length];
        for (final List<Integer> pictures : members.values()) {
            Collections.shuffle(pictures, random);
            for (int i = 0; i < pictures.size(); i++) {
                part[pictures.get(i)] = i % parts;
            }
        }
        return part;
    }

    /** Indices of the pictures of a part, rising. */
    public static int[] only(final int[] parts, final int part) {
        return IntStream.range(0, parts.length).filter(i -> parts[i] == part).toArray();
    }

    static int[] without(final int[] parts, final int part) {
        return IntStream.range(0, parts.length).filter(i -> parts[i] != part).toArray();
    }
}
