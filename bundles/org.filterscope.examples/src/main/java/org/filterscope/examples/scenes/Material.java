package org.filterscope.examples.scenes;

/** What things are made of. */
enum Material {
    NONE, ASPHALT, WATER, GRASS, SAND, SNOW, BRICK, PLASTER, TILE, GLASS, WOOD, FOLIAGE, METAL, RUBBER, FABRIC;

    int number() {
        return ordinal();
    }
}
