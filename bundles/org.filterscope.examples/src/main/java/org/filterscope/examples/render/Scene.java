package org.filterscope.examples.render;

import java.util.List;
import java.util.function.UnaryOperator;

/** All elements of a picture, from back to front; the first must cover everything. */
public record Scene(List<Element> elements) {

    public Scene {
        elements = List.copyOf(elements);
        if (elements.isEmpty() || elements.size() > Short.MAX_VALUE) {
            throw new IllegalArgumentException("a scene has 1 to %d elements, not %d".formatted(Short.MAX_VALUE, elements.size()));
        }
    }

    /** The element that is seen at a place. */
    public Element seenAt(final double x, final double y) {
        for (int i = elements.size() - 1; i > 0; i--) {
            if (elements.get(i).shape().distance(x, y) <= 0) {
                return elements.get(i);
            }
        }
        return elements.get(0);
    }

    public Scene with(final UnaryOperator<Element> change) {
        return new Scene(elements.stream().map(change).toList());
    }
}
