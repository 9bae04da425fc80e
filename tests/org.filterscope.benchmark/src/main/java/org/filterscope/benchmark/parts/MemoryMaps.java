package org.filterscope.benchmark.parts;

import java.io.IOException;
import java.util.List;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.engine.graph.Shape;

/** Maps of a few pictures. */
record MemoryMaps(Shape shape, List<float[]> values) implements LayerMaps {

    @Override
    public int pictures() {
        return values.size();
    }

    @Override
    public void forEach(final Visitor visitor) throws IOException {
        for (int picture = 0; picture < values.size(); picture++) {
            visitor.visit(picture, values.get(picture));
        }
    }
}
