package org.filterscope.analysis.contribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.trace.TracedClass;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/** What the network would say of a picture without some filters of a layer: only the layers above are run. */
public final class SilencedFilters {
    private final ShownPicture picture;
    private final String layer;
    private final float[] values;

    /** Filters are set to 0. */
    public SilencedFilters(final ShownPicture picture, final String layer) {
        this(picture, layer, new float[picture.session().graph().shape(layer).channels()]);
    }

    /** @param values by filter: what it is set to at every position */
    public SilencedFilters(final ShownPicture picture, final String layer, final float[] values) {
        this.picture = picture;
        this.layer = layer;
        this.values = values.clone();
    }

    /**
     * Without some filters together.
     *
     * @return by the network's outputs
     * @throws IllegalArgumentException when there is no such filter
     */
    public List<TracedClass> without(final Set<Integer> filters) {
        return without(List.of(filters), Progress.NONE).getFirst();
    }

    /** @param sets of filters that are silenced together; @return by set, then class */
    List<List<TracedClass>> without(final List<Set<Integer>> sets, final Progress progress) {
        final NetworkGraph graph = picture.session().graph();
        final LayersAbove above = picture.above(layer);
        final int most = BatchSize.of(graph, above.nodes(), above.given());
        final List<List<TracedClass>> found = new ArrayList<>();
        for (int first = 0; first < sets.size(); first += most) {
            progress.checkCancelled();
            final List<Set<Integer>> batch = sets.subList(first, Math.min(sets.size(), first + most));
            found.addAll(picture.outputs().of(picture.session().run(pass(batch), picture.outputs().layers())));
        }
        return found;
    }

    private Pass pass(final List<Set<Integer>> sets) {
        final float[] amounts = new float[Math.multiplyExact(sets.size(), values.length)];
        for (int image = 0; image < sets.size(); image++) {
            for (final int filter : sets.get(image)) {
                if (filter < 0 || filter >= values.length) {
                    throw new IllegalArgumentException("there is no filter %d among %d".formatted(filter, values.length));
                }
                amounts[image * values.length + filter] = 1;
            }
        }
        final Map<String, FeatureMaps> given = new LinkedHashMap<>();
        picture.given(layer).forEach((name, maps) -> given.put(name, repeated(maps, sets.size())));
        final Shape channels = Shape.vector(values.length);
        return new Pass(given, List.of(new Edit(layer, new FeatureMaps(sets.size(), channels, amounts), new FeatureMaps(1, channels, values))));
    }

    private static FeatureMaps repeated(final FeatureMaps maps, final int times) {
        final int length = maps.values().length;
        final float[] all = Arrays.copyOf(maps.values(), Math.multiplyExact(length, times));
        for (int i = 1; i < times; i++) {
            System.arraycopy(maps.values(), 0, all, i * length, length);
        }
        return new FeatureMaps(times, maps.shape(), all);
    }
}
