package org.filterscope.analysis.classes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The classes of a set of pictures.
 *
 * @param names   of the classes, by index
 * @param indices of the class of each picture; negative when not known; not copied
 */
public record PictureClasses(List<String> names, int[] indices) {

    public PictureClasses {
        names = List.copyOf(names);
        for (final int index : indices) {
            if (index >= names.size()) {
                throw new IllegalArgumentException("there is no class %d among %d".formatted(index, names.size()));
            }
        }
    }

    /** How many classes have a name, with pictures or without. */
    public int count() {
        return names.size();
    }

    /** The index of each name. */
    public static Map<String, Integer> indices(final List<String> names) {
        final Map<String, Integer> indices = new HashMap<>();
        names.forEach(name -> indices.put(name, indices.size()));
        return indices;
    }

    /** How many pictures each class has. */
    public int[] pictures() {
        final int[] pictures = new int[count()];
        for (final int index : indices) {
            if (index >= 0) {
                pictures[index]++;
            }
        }
        return pictures;
    }

    /** The same pictures; the class of those whose class has no output is not known. */
    PictureClasses only(final int[] outputs) {
        return new PictureClasses(names, Arrays.stream(indices).map(index -> index >= 0 && outputs[index] >= 0 ? index : -1).toArray());
    }

    /**
     * Pictures of known classes: one from each class in turn, each class in random order, until there are enough.
     *
     * @return their indices in the set, ascending
     */
    public int[] draw(final int limit, final long seed) {
        final List<List<Integer>> members = new ArrayList<>();
        names.forEach(name -> members.add(new ArrayList<>()));
        for (int picture = 0; picture < indices.length; picture++) {
            if (indices[picture] >= 0) {
                members.get(indices[picture]).add(picture);
            }
        }
        final Random random = new Random(seed);
        members.forEach(pictures -> Collections.shuffle(pictures, random));
        final int most = members.stream().mapToInt(List::size).max().orElse(0);
        final List<Integer> drawn = new ArrayList<>();
        for (int round = 0; round < most; round++) {
            for (final List<Integer> pictures : members) {
                if (round < pictures.size() && drawn.size() < limit) {
                    drawn.add(pictures.get(round));
                }
            }
        }
        return drawn.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
