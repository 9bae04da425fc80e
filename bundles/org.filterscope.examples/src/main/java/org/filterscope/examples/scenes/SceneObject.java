package org.filterscope.examples.scenes;

/** The kinds of things in a scene. */
enum SceneObject {
    SKY, HILL, GROUND, ROAD, RIVER, BUILDING, TREE, CAR, BOAT, LAMP;

    int number() {
        return ordinal() + 1;
    }
}
