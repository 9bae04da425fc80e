package org.filterscope.analysis.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.report.Manifest;

/**
 * The pictures that two reports have in common, by path.
 *
 * @param before rows of the earlier report's arrays, ascending
 * @param after  rows of the later report's arrays, of the same pictures
 * @param notes  sentences on what was assumed
 */
record CommonPictures(int[] before, int[] after, List<String> notes) {

    /** @throws InvalidInputException when there are none, or when pictures of the same name are not the same */
    static CommonPictures of(final Side before, final Side after) throws InvalidInputException {
        final Map<String, Integer> rows = new HashMap<>();
        for (final String picture : after.pictures()) {
            rows.put(picture, rows.size());
        }
        final List<int[]> pairs = new ArrayList<>();
        for (int row = 0; row < before.pictures().size(); row++) {
            final Integer other = rows.get(before.pictures().get(row));
            if (other != null) {
                pairs.add(new int[] {row, other});
            }
        }
        final Manifest.Data first = before.report().manifest().data();
        final Manifest.Data second = after.report().manifest().data();
        if (pairs.isEmpty()) {
            throw new InvalidInputException("%s and %s: have no picture in common (%s, %s); reports of the same pictures can be compared"
                    .formatted(before.report().directory(), after.report().directory(), first.folder(), second.folder()));
        }
        return new CommonPictures(pairs.stream().mapToInt(pair -> pair[0]).toArray(), pairs.stream().mapToInt(pair -> pair[1]).toArray(),
                notes(before, after, pairs.size()));
    }

    private static List<String> notes(final Side before, final Side after, final int common) throws InvalidInputException {
        final Manifest.Data first = before.report().manifest().data();
        final Manifest.Data second = after.report().manifest().data();
        if (first.sha256().equals(second.sha256())) {
            return List.of();
        }
        if (before.pictures().equals(after.pictures())) {
            throw new InvalidInputException(("%s and %s: were made with different pictures of the same names (%s, %s); diagnose both with the "
                    + "same pictures").formatted(before.report().directory(), after.report().directory(), first.folder(), second.folder()));
        }
        final String where = first.folder().equals(second.folder()) ? "they were taken to be unchanged"
                : "pictures of the same path in %s and %s were taken to be the same".formatted(first.folder(), second.folder());
        return List.of("%s has %d pictures, %s has %d; the %d common ones were compared; %s.".formatted(before.name(),
                before.pictures().size(), after.name(), after.pictures().size(), common, where));
    }

    int count() {
        return before.length;
    }

    /** At most so many of them, drawn by chance, in the same order. */
    CommonPictures sample(final int most, final long seed) {
        if (count() <= most) {
            return this;
        }
        final int[] drawn = Arrays.copyOf(shuffled(count(), new SplittableRandom(seed)), most);
        Arrays.sort(drawn);
        return new CommonPictures(Arrays.stream(drawn).map(i -> before[i]).toArray(), Arrays.stream(drawn).map(i -> after[i]).toArray(), notes);
    }

    /** The numbers from 0. */
    static int[] inOrder(final int count) {
        return IntStream.range(0, count).toArray();
    }

    /** The numbers from 0 in random order (Fisher and Yates). */
    static int[] shuffled(final int count, final SplittableRandom random) {
        final int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            final int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
