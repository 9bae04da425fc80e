package org.filterscope.examples.parts;

/** The parts that masks tell apart. Left and right are those of the picture. */
enum AnimalPart {
    HEAD, EAR, HORN, TUSK, BEAK, COMB, SNOUT, LEFT_EYE, RIGHT_EYE, NECK, TORSO, WING, FRONT_LEG, REAR_LEG, TAIL, COLLAR, BLANKET;

    int number() {
        return ordinal() + 1;
    }
}
