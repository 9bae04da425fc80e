package org.filterscope.examples.world;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

import org.filterscope.examples.render.Rendering;

/**
 * A picture with all that is true of it.
 *
 * @param split     train or test
 * @param index     its number in the split; the same number gives the same picture, however many others there are
 * @param label     the class it is filed under
 * @param trueLabel the class it shows
 * @param rendering pixels, masks and boxes
 * @param landmarks of the thing shown; empty in scenes
 * @param facts     everything that was drawn by lot, by name
 * @param flaws     the planted flaws that touch it
 */
public record WorldPicture(Split split, int index, String label, String trueLabel, Rendering rendering, List<Landmark> landmarks,
        SortedMap<String, String> facts, List<FlawTag> flaws) {

    public Optional<FlawTag> tag(final Flaw flaw) {
        return flaws.stream().filter(tag -> tag.flaw() == flaw).findFirst();
    }

    /** @throws IllegalArgumentException when there is no such landmark */
    public Landmark landmark(final String name) {
        return landmarks.stream().filter(landmark -> landmark.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no landmark '" + name + "'"));
    }
}
