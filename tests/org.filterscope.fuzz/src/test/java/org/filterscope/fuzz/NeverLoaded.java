package org.filterscope.fuzz;

/** A class that files name and nobody may load. */
final class NeverLoaded {
    static {
        System.setProperty("filterscope.fuzz.loaded", "true");
    }

    private NeverLoaded() {
    }
}
