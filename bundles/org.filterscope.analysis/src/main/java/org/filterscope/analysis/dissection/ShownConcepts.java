package org.filterscope.analysis.dissection;

import java.util.List;

/**
 * What the concept sets say of one picture.
 *
 * @param all      by set: at every point
 * @param few      by set: at fewer points
 * @param coverage by set: what {@link PermutationGrid#coverage} gives; empty where masks of the picture are not shuffled
 */
record ShownConcepts(List<PictureLabels> all, List<PictureLabels> few, List<float[][]> coverage) {
}
