package org.filterscope.examples.scenes;

/** The parts that masks tell apart: a crosswalk is part of a road. */
enum ScenePart {
    NONE, CROSSWALK, WALL, WINDOW, ROOF, DOOR, TRUNK, CROWN, BODYWORK, WHEEL, HULL, MAST, SAIL;

    int number() {
        return ordinal();
    }
}
