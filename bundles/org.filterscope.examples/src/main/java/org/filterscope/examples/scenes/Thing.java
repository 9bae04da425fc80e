package org.filterscope.examples.scenes;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.examples.geometry.Pose;
import org.filterscope.examples.geometry.Shape;
import org.filterscope.examples.paint.Surface;
import org.filterscope.examples.render.Element;
import org.filterscope.examples.render.Identity;

/** Elements of one thing, collected from back to front; its foot is the origin, its size about 1. */
final class Thing {
    private final List<Element> elements = new ArrayList<>();
    private final SceneObject object;

    Thing(final SceneObject object) {
        this.object = object;
    }

    SceneObject object() {
        return object;
    }

    void add(final ScenePart part, final Material material, final Shape shape, final Surface surface) {
        elements.add(new Element(shape, surface, new Identity(0, object.number(), part.number(), material.number())));
    }

    List<Element> placed(final Pose pose, final int instance) {
        return elements.stream().map(element -> element.placed(pose)).map(element -> new Element(element.shape(), element.surface(),
                new Identity(instance, element.identity().object(), element.identity().part(), element.identity().material()))).toList();
    }
}
