package org.filterscope.platform;

import java.util.List;
import java.util.Set;

/**
 * How artifacts that are no bundles become some.
 *
 * @param label        of their location in the target definition
 * @param taken        {@code group:artifact}, or {@code group:*}
 * @param instructions for bnd
 */
record Wrapping(String label, Set<String> taken, List<String> instructions) {
    boolean takes(final Coordinates coordinates) {
        return taken.contains(coordinates.toString()) || taken.contains(coordinates.group() + ":*");
    }
}
