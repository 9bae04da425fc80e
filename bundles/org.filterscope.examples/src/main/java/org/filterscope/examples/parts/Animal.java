package org.filterscope.examples.parts;

import java.util.Set;

/**
 * Everything about an animal that is drawn by lot. Lengths are shares of the picture's side, angles are degrees.
 *
 * @param tilt      of the torso; positive raises the front
 * @param neckAngle added to the neck at rest; positive lowers the head forwards
 * @param swing     of the legs as it walks
 * @param tailAngle added to the tail at rest; positive raises it
 * @param aspect    the torso's length over its usual length
 * @param palette   number of the coat
 * @param dark      a dark variant of the coat, else a light one
 * @param missing   parts it lacks
 * @param twinEyes  both eyes are the same; else the far one is smaller
 */
record Animal(Category category, boolean flipped, double tilt, double neckAngle, double swing, double tailAngle, double scale, double aspect,
        double dx, double dy, int palette, boolean dark, Set<AnimalPart> missing, boolean twinEyes, boolean collar, boolean blanket) {

    boolean has(final AnimalPart part) {
        return !missing.contains(part);
    }
}
