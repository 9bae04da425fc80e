package org.filterscope.examples.training;

import java.util.List;

import org.filterscope.examples.render.RgbImage;

/** A network to be questioned, whoever computes it. */
@FunctionalInterface
public interface Classifier {

    /** The number of the likeliest class of each picture. */
    List<Integer> classify(List<RgbImage> pictures);
}
