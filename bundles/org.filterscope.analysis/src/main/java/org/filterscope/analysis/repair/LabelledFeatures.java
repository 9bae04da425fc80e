package org.filterscope.analysis.repair;

import java.util.ArrayList;
import java.util.List;

/**
 * What the last layer sees of pictures, and what they show.
 *
 * @param features of each picture
 * @param classes  the right output for each
 */
public record LabelledFeatures(List<double[]> features, int[] classes) {

    public LabelledFeatures {
        features = List.copyOf(features);
        if (features.size() != classes.length) {
            throw new IllegalArgumentException("%d pictures but %d classes".formatted(features.size(), classes.length));
        }
    }

    int pictures() {
        return classes.length;
    }

    /** Some of the pictures. */
    LabelledFeatures only(final int... chosen) {
        final List<double[]> some = new ArrayList<>();
        final int[] labels = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            some.add(features.get(chosen[i]));
            labels[i] = classes[chosen[i]];
        }
        return new LabelledFeatures(some, labels);
    }
}
