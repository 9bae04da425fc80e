package org.filterscope.engine.read;

import java.util.List;
import java.util.Optional;

import org.filterscope.engine.graph.NetworkGraph;

/**
 * Where a network's weights lie in its file.
 *
 * @param places the network as it is read, but in place of each weight stands the {@linkplain PlaceNumbers number of its place}
 * @param blocks where the places are, by rising numbers; a place in no block cannot be written
 * @param entry  of the zip that holds the weights; empty when the file itself does
 */
public record NumberedModel(NetworkGraph places, List<WeightBlock> blocks, Optional<String> entry) {

    public NumberedModel {
        blocks = List.copyOf(blocks);
    }
}
