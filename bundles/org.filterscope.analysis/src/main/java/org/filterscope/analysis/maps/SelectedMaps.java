package org.filterscope.analysis.maps;

import java.io.IOException;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;

/** A layer's maps of some pictures of a set, numbered anew. */
public final class SelectedMaps implements LayerMaps {
    private final LayerMaps all;
    private final int[] pictures;

    /**
     * @param all      should find the maps of a picture fast
     * @param pictures indices among them, in the order wanted
     */
    public SelectedMaps(final LayerMaps all, final int... pictures) {
        this.all = all;
        this.pictures = pictures.clone();
    }

    @Override
    public Shape shape() {
        return all.shape();
    }

    @Override
    public int pictures() {
        return pictures.length;
    }

    @Override
    public void forEach(final Visitor visitor) throws IOException {
        for (int i = 0; i < pictures.length; i++) {
            visitor.visit(i, all.of(pictures[i]).values());
        }
    }

    @Override
    public FeatureMaps of(final int... chosen) throws IOException {
        final int[] among = new int[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            among[i] = pictures[chosen[i]];
        }
        return all.of(among);
    }
}
