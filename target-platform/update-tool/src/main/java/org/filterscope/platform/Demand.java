package org.filterscope.platform;

/**
 * An artifact that somebody asks for.
 *
 * @param versions a range such as {@code [1.2,2)}, or one version, which then is the lowest that will do
 */
record Demand(Coordinates coordinates, String versions) {
    private static final String ANY = "[0,)";

    static Demand any(final Coordinates coordinates) {
        return new Demand(coordinates, ANY);
    }

    static Demand exactly(final Pin pin) {
        return new Demand(pin.coordinates(), pin.version());
    }

    boolean isRange() {
        return versions.startsWith("[") || versions.startsWith("(");
    }
}
