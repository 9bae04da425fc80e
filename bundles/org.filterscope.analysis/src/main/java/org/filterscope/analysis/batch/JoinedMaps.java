package org.filterscope.analysis.batch;

import java.util.HashMap;
import java.util.Map;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.ValueArrays;

/** The values of layers for a batch, from those for its parts. */
final class JoinedMaps {
    private final int images;
    private final ValueArrays arrays;
    private final Map<String, FeatureMaps> maps = new HashMap<>();

    /**
     * @param images of the whole batch
     * @param arrays for its values
     */
    JoinedMaps(final int images, final ValueArrays arrays) {
        this.images = images;
        this.arrays = arrays;
    }

    /**
     * Adding a part again changes nothing.
     *
     * @param from image of the batch that the part begins with
     */
    void add(final int from, final Map<String, FeatureMaps> part) {
        part.forEach((layer, some) -> {
            if (some.images() == images) {
                maps.put(layer, some);
                return;
            }
            final int size = Math.toIntExact(some.shape().size());
            final FeatureMaps all = maps.computeIfAbsent(layer,
                    missing -> new FeatureMaps(images, some.shape(), arrays.array(layer, Math.multiplyExact(images, size))));
            System.arraycopy(some.values(), 0, all.values(), from * size, some.values().length);
        });
    }

    Map<String, FeatureMaps> maps() {
        return maps;
    }
}
