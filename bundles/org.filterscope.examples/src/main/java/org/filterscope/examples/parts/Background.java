package org.filterscope.examples.parts;

/** What an animal stands before. */
enum Background {
    NOISE, GRADIENT, STRIPES, CLUTTER
}
