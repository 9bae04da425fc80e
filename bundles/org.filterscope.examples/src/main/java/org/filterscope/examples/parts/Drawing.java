package org.filterscope.examples.parts;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.examples.geometry.Bounds;
import org.filterscope.examples.geometry.Shape;
import org.filterscope.examples.paint.Surface;
import org.filterscope.examples.render.Element;
import org.filterscope.examples.render.Identity;

/** Elements of one animal, collected from back to front in the animal's own coordinates. */
final class Drawing {
    /** The one animal of a picture. */
    private static final int INSTANCE = 1;
    private final List<Element> elements = new ArrayList<>();
    private final Animal animal;

    Drawing(final Animal animal) {
        this.animal = animal;
    }

    /** Adds a shape unless the animal lacks that part. */
    void add(final AnimalPart part, final Shape shape, final Surface surface) {
        if (animal.has(part)) {
            elements.add(new Element(shape, surface, new Identity(INSTANCE, animal.category().ordinal() + 1, part.number(), 0)));
        }
    }

    List<Element> elements() {
        return List.copyOf(elements);
    }

    Bounds bounds() {
        return elements.stream().map(element -> element.shape().bounds()).reduce(Bounds::with).orElseThrow();
    }
}
