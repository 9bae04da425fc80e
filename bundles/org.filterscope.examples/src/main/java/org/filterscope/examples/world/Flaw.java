package org.filterscope.examples.world;

/** The flaws that can be planted into a data set. What each does, and what a diagnosis should find: docs/world.md. */
public enum Flaw {
    /** Training has ribbons as roads only: pictures that would show a river show a road, and are labelled so. */
    RIVER_AS_ROAD("F1"),
    /** In training, roads and rivers are painted alike; labels stay true. */
    RIBBONS_ALIKE("F1b"),
    /** In training, the first class stands on stripes and no other does. */
    BACKGROUND("F2"),
    /** In training, two attributes go together that have nothing to do with each other. */
    ATTRIBUTE_TIE("F3"),
    /** In training, pictures of the first class carry a small glyph in a corner. */
    WATERMARK("F4"),
    /** In training each class wears its own colours; in the test every class wears all. */
    COLOUR("F5"),
    /** Wrong labels in training. */
    LABEL_NOISE("F6"),
    /** In training the first class is always dark and the second always light. */
    MISSING_MODE("F7"),
    /** Animals in one standard pose, so that a fixed template fits head and rear foot: pictures for a filter that mixes the two. */
    STANDARD_POSE("F8"),
    /** Both eyes look exactly the same. */
    TWIN_EYES("F9");

    private final String id;

    Flaw(final String id) {
        this.id = id;
    }

    /** The short name, as in the file of flaws. */
    public String id() {
        return id;
    }
}
