package org.filterscope.examples.parts;

import java.util.List;

import org.filterscope.examples.world.FlawTag;

/**
 * What a picture is going to show, before anything is drawn.
 *
 * @param standardPose F8: the animal stands in the one standard pose
 * @param label        the class it will be filed under
 * @param trueLabel    the class it shows
 * @param flaws        all that touch it, but for those that only the drawing can tell
 */
record AnimalPlan(Animal animal, Background background, boolean watermark, boolean standardPose, String label, String trueLabel,
        List<FlawTag> flaws) {
}
