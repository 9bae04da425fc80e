package org.filterscope.analysis.dissection;

import java.util.List;

import org.filterscope.analysis.concepts.ConceptSet;
import org.filterscope.analysis.maps.LayerMaps;

/**
 * A layer's maps on some pictures, and what is known of these pictures.
 *
 * @param maps of the pictures
 * @param sets all of the same pictures, in the same order
 */
public record ConceptMaps(LayerMaps maps, List<ConceptSet> sets) {

    public ConceptMaps {
        sets = List.copyOf(sets);
        for (final ConceptSet set : sets) {
            if (set.pictures().size() != maps.pictures()) {
                throw new IllegalArgumentException("set '%s' has %d pictures, the maps %d".formatted(set.name(), set.pictures().size(),
                        maps.pictures()));
            }
        }
    }
}
