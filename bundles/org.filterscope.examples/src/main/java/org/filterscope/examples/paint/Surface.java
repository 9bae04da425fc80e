package org.filterscope.examples.paint;

import org.filterscope.examples.geometry.Pose;

/**
 * How a thing looks, and what that is called.
 *
 * @param paint   its colour at every place
 * @param texture the name of its pattern
 * @param colour  the name of its colour; with two colours the one that covers most
 */
public record Surface(Paint paint, Texture texture, ColourName colour) {

    public static Surface plain(final Colour colour) {
        return new Surface(Paint.flat(colour.packed()), Texture.PLAIN, ColourName.of(colour));
    }

    public static Surface of(final Paint paint, final Texture texture, final Colour colour) {
        return new Surface(paint, texture, ColourName.of(colour));
    }

    public Surface painted(final Paint other) {
        return new Surface(other, texture, colour);
    }

    public Surface placed(final Pose pose) {
        return painted(paint.placed(pose));
    }
}
