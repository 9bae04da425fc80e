package org.filterscope.analysis.contribution;

import java.io.IOException;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;

/** The maps of one picture, in memory. */
record OnePicture(FeatureMaps maps) implements LayerMaps {

    @Override
    public Shape shape() {
        return maps.shape();
    }

    @Override
    public int pictures() {
        return 1;
    }

    @Override
    public void forEach(final Visitor visitor) throws IOException {
        visitor.visit(0, maps.values());
    }
}
