package org.filterscope.analysis.heat;

import java.util.List;

import org.filterscope.analysis.maps.PictureInputs;

/**
 * Pictures to measure heat maps on.
 *
 * @param paths   below their folder
 * @param inputs  as the network takes them, by the same index
 * @param truths  the output that stands for each picture's class; negative when it is not known; not copied
 * @param objects of these pictures
 */
public record BenchmarkPictures(List<String> paths, PictureInputs inputs, int[] truths, ObjectMasks objects) {

    public BenchmarkPictures {
        paths = List.copyOf(paths);
        if (truths.length != paths.size()) {
            throw new IllegalArgumentException("%d pictures but %d classes".formatted(paths.size(), truths.length));
        }
    }
}
