package org.filterscope.analysis.instability;

import java.util.List;

/** The pictures by class, as far as they have landmarks; one group without a name where no class is known. */
final class PictureGroups {
    private final List<String> names;
    private final int[] groups;
    private final int[] sizes;

    /** @param marked which pictures have a landmark: only these belong to a group */
    PictureGroups(final List<String> classNames, final int[] classes, final boolean[] marked) {
        boolean known = false;
        for (final int label : classes) {
            known |= label >= 0;
        }
        names = known ? List.copyOf(classNames) : List.of("");
        groups = new int[classes.length];
        sizes = new int[names.size()];
        for (int picture = 0; picture < classes.length; picture++) {
            groups[picture] = !marked[picture] ? -1 : known ? classes[picture] : 0;
            if (groups[picture] >= 0) {
                sizes[groups[picture]]++;
            }
        }
    }

    int count() {
        return names.size();
    }

    String name(final int group) {
        return names.get(group);
    }

    /** Negative where a picture belongs to none. */
    int of(final int picture) {
        return groups[picture];
    }

    /** The group with the highest mean peak; of equal ones the first. Groups of fewer than two pictures count only where all are so small. */
    int strongest(final float[] peaks) {
        final double[] sums = new double[sizes.length];
        for (int picture = 0; picture < groups.length; picture++) {
            if (groups[picture] >= 0) {
                sums[groups[picture]] += peaks[picture];
            }
        }
        int strongest = -1;
        for (int group = 0; group < sums.length; group++) {
            if (sizes[group] >= 2 && (strongest < 0 || sums[group] / sizes[group] > sums[strongest] / sizes[strongest])) {
                strongest = group;
            }
        }
        return Math.max(0, strongest);
    }
}
