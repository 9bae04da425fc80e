package org.filterscope.analysis.classes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.Shape;

/** Feature maps in memory. */
public record StoredMaps(Shape shape, List<float[]> values) implements LayerMaps {

    /** What a layer says of some inputs. */
    public static StoredMaps of(final NetworkSession session, final String layer, final List<float[]> inputs) {
        final List<float[]> values = new ArrayList<>();
        for (final float[] input : inputs) {
            values.add(session.forward(new FeatureMaps(1, session.graph().input(), input), Set.of(layer)).get(layer).values());
        }
        return new StoredMaps(session.graph().shape(layer), values);
    }

    /** The inputs themselves. */
    public static PictureInputs inputs(final List<float[]> inputs) {
        return (picture, values, start) -> System.arraycopy(inputs.get(picture), 0, values, start, inputs.get(picture).length);
    }

    @Override
    public int pictures() {
        return values.size();
    }

    @Override
    public void forEach(final Visitor visitor) throws IOException {
        for (int picture = 0; picture < values.size(); picture++) {
            visitor.visit(picture, values.get(picture).clone());
        }
    }
}
