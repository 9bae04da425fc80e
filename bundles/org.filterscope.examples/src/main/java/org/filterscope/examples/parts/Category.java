package org.filterscope.examples.parts;

/** The animals. A category is told by its shape; each coat is worn by three categories, so colour alone does not tell it. */
enum Category {
    CAT(Pattern.STRIPES,
            new Build(0.18, 0.105, 3, 0.235, 0.029, 4),
            new Front(0.115, 0.06, 0.055, 38, 0.115, 0.1),
            Ears.POINTED, Horns.NONE, Snout.NOSE, Tail.LONG),
    COW(Pattern.PATCHES,
            new Build(0.225, 0.125, 4, 0.285, 0.031, 4),
            new Front(0.15, 0.085, 0.065, 50, 0.082, 0.105),
            Ears.SIDEWAYS, Horns.CURVED, Snout.MUZZLE, Tail.TUFTED),
    RABBIT(Pattern.PLAIN,
            new Build(0.15, 0.13, 2, 0.185, 0.034, 4),
            new Front(0.14, 0.06, 0.05, 42, 0.09, 0.09),
            Ears.LONG, Horns.NONE, Snout.NOSE, Tail.PUFF),
    HEN(Pattern.DOTS,
            new Build(0.165, 0.125, 2, 0.27, 0.0125, 2),
            new Front(0.15, 0.075, 0.05, 28, 0.07, 0.07),
            Ears.NONE, Horns.COMB, Snout.BEAK, Tail.FAN),
    ELEPHANT(Pattern.PLAIN,
            new Build(0.21, 0.155, 3, 0.29, 0.05, 4),
            new Front(0.15, 0.1, 0.08, 62, 0.105, 0.115),
            Ears.BROAD, Horns.TUSKS, Snout.TRUNK, Tail.TUFTED),
    GIRAFFE(Pattern.CELLS,
            new Build(0.14, 0.085, 3, 0.29, 0.02, 4),
            new Front(0.33, 0.055, 0.036, 16, 0.058, 0.075),
            Ears.SIDEWAYS, Horns.KNOBS, Snout.MUZZLE, Tail.TUFTED);

    private final Pattern pattern;
    private final Build build;
    private final Front front;
    private final Ears ears;
    private final Horns horns;
    private final Snout snout;
    private final Tail tail;

    Category(final Pattern pattern, final Build build, final Front front, final Ears ears, final Horns horns, final Snout snout,
            final Tail tail) {
        this.pattern = pattern;
        this.build = build;
        this.front = front;
        this.ears = ears;
        this.horns = horns;
        this.snout = snout;
        this.tail = tail;
    }

    Pattern pattern() {
        return pattern;
    }

    Build build() {
        return build;
    }

    Front front() {
        return front;
    }

    Ears ears() {
        return ears;
    }

    Horns horns() {
        return horns;
    }

    Snout snout() {
        return snout;
    }

    Tail tail() {
        return tail;
    }

    /** What is drawn on the coat. */
    enum Pattern { PLAIN, STRIPES, PATCHES, DOTS, CELLS }

    /** How the ears look. */
    enum Ears { NONE, POINTED, LONG, SIDEWAYS, BROAD }

    /** What else grows from the head. */
    enum Horns { NONE, CURVED, KNOBS, TUSKS, COMB }

    /** What the face ends in. */
    enum Snout { NOSE, MUZZLE, TRUNK, BEAK }

    /** How the tail looks. */
    enum Tail { LONG, TUFTED, PUFF, FAN }

    /**
     * Torso and legs; lengths are shares of the picture's side at scale 1.
     *
     * @param halfLength of the torso
     * @param halfHeight of the torso
     * @param power      of the torso's superellipse
     * @param ground     how far the ground lies below the torso's centre
     * @param legRadius  half the thickness of a leg
     * @param legs       2 or 4
     */
    record Build(double halfLength, double halfHeight, int power, double ground, double legRadius, int legs) {
    }

    /**
     * Neck and head.
     *
     * @param neckLength  from the shoulder to the centre of the head
     * @param shoulder    half the neck's thickness below
     * @param nape        half the neck's thickness above
     * @param neckDegrees the neck at rest, from straight up towards the front
     * @param headX       half the head's width
     * @param headY       half the head's height
     */
    record Front(double neckLength, double shoulder, double nape, double neckDegrees, double headX, double headY) {
    }
}
