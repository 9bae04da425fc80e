package org.filterscope.examples.render;

/**
 * What an element of a scene is. Numbers are those of the world's {@link Concepts}; 0 is none.
 *
 * @param instance which thing it belongs to, counted from 1; 0 for what has no box (sky, ground, background)
 * @param object   the kind of thing
 * @param part     the part of the thing
 * @param material what it is made of
 */
public record Identity(int instance, int object, int part, int material) {
    public static final Identity NOTHING = new Identity(0, 0, 0, 0);
}
