package org.filterscope.examples.paint;

/** The pattern on a surface. */
public enum Texture {
    PLAIN, STRIPED, DOTTED, NOISY, WAVY
}
