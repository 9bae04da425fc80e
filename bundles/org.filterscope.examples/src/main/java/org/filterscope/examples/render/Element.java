package org.filterscope.examples.render;

import org.filterscope.examples.geometry.Pose;
import org.filterscope.examples.geometry.Shape;
import org.filterscope.examples.paint.Paint;
import org.filterscope.examples.paint.Surface;

/** One shape of a scene: where it is, how it looks, what it is. */
public record Element(Shape shape, Surface surface, Identity identity) {

    public Element placed(final Pose pose) {
        return new Element(shape.placed(pose), surface.placed(pose), identity);
    }

    public Element painted(final Paint paint) {
        return new Element(shape, surface.painted(paint), identity);
    }

    /** The number of the concept of a category that this element stands for, 0 when none. */
    public int concept(final ConceptCategory category) {
        return switch (category) {
            case OBJECT -> identity.object();
            case PART -> identity.part();
            case TEXTURE -> surface.texture().ordinal();
            case COLOUR -> surface.colour().ordinal() + 1;
            case MATERIAL -> identity.material();
        };
    }
}
