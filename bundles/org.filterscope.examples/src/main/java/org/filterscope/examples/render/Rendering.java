package org.filterscope.examples.render;

import java.util.List;
import java.util.Map;

/**
 * A drawn scene.
 *
 * @param image  what is seen
 * @param labels for each category the concept that covers most of each pixel; the lower number on a tie
 * @param boxes  of all things that are seen, by instance
 */
public record Rendering(RgbImage image, Map<ConceptCategory, LabelMap> labels, List<ObjectBox> boxes) {

    public LabelMap labels(final ConceptCategory category) {
        return labels.get(category);
    }
}
