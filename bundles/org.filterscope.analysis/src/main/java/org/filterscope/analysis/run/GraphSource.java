package org.filterscope.analysis.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.filterscope.analysis.graph.GraphMaps;
import org.filterscope.analysis.graph.GraphMiner;
import org.filterscope.analysis.graph.MapGrid;
import org.filterscope.analysis.graph.PatternCount;
import org.filterscope.analysis.landmarks.Landmarks;
import org.filterscope.analysis.maps.MapStore;
import org.filterscope.analysis.maps.SelectedMaps;
import org.filterscope.core.graph.GraphSubject;
import org.filterscope.core.report.FilterRow;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.PictureFile;

/** What the graphs of a run are mined from: maps of a kind's pictures, landmarks on them. */
final class GraphSource {
    private final RunContext context;
    private final GraphPlan plan;
    private final MapStore direct;
    private final Optional<MapStore> mirrored;
    /** By layer, then filter: what responses are divided by, from all pictures of the run. */
    private final Map<String, float[]> scales = new HashMap<>();

    /** @param mirrored of the plan's pictures, in their order */
    GraphSource(final RunContext context, final GraphPlan plan, final MapStore direct, final Optional<MapStore> mirrored,
            final List<LayerResult> results) {
        this.context = context;
        this.plan = plan;
        this.direct = direct;
        this.mirrored = mirrored;
        for (final LayerResult result : results) {
            final float[] deviations = new float[result.filters().size()];
            for (final FilterRow filter : result.filters()) {
                deviations[filter.channel()] = (float) filter.std();
            }
            scales.put(result.layer(), deviations);
        }
    }

    GraphSubject subject(final GraphPlan.Kind kind) {
        final Shape input = context.graph().input();
        return new GraphSubject(kind.name(), input.rows(), input.cols(), files(kind).stream().map(PictureFile::path).toList());
    }

    List<PictureFile> files(final GraphPlan.Kind kind) {
        return Arrays.stream(kind.pictures()).mapToObj(context.own().pictures()::get).toList();
    }

    /** Top layer first. */
    List<GraphMiner.Task> tasks(final GraphPlan.Kind kind) {
        final int[] all = plan.pictures();
        final int[] places = Arrays.stream(kind.pictures()).map(picture -> Arrays.binarySearch(all, picture)).toArray();
        final int wanted = context.configuration().graph().patterns();
        final List<GraphMiner.Task> tasks = new ArrayList<>();
        for (final String layer : plan.layers()) {
            final Shape shape = context.graph().shape(layer);
            final MapGrid grid = MapGrid.of(shape, context.fields().vertical(layer), context.fields().horizontal(layer));
            tasks.add(new GraphMiner.Task(new GraphMaps(layer, grid, new SelectedMaps(direct.layer(layer), kind.pictures()),
                    mirrored.map(store -> new SelectedMaps(store.layer(layer), places)).orElse(null), scales.get(layer)),
                    wanted == 0 ? PatternCount.usual(grid) : Math.min(wanted, grid.cells())));
        }
        return tasks;
    }

    /** Whether the run's own pictures have landmarks. */
    boolean hasLandmarks() {
        return context.evidence().landmarkPool() == 0 && context.evidence().landmarks().isPresent();
    }

    /**
     * The landmarks of the kind's pictures, as these were taken; empty where the run's own pictures have none.
     *
     * @param turned by picture, whether it was taken mirrored
     */
    Optional<Landmarks> landmarks(final GraphPlan.Kind kind, final boolean[] turned) {
        return context.evidence().landmarks().filter(all -> hasLandmarks()).map(all -> new Landmarks(all.names(), selected(all.rows(), kind.pictures(), turned, false),
                selected(all.cols(), kind.pictures(), turned, true)));
    }

    private double[][] selected(final double[][] places, final int[] pictures, final boolean[] turned, final boolean columns) {
        final double last = context.graph().input().cols() - 1.0;
        final double[][] chosen = new double[places.length][pictures.length];
        for (int landmark = 0; landmark < chosen.length; landmark++) {
            for (int i = 0; i < pictures.length; i++) {
                final double place = places[landmark][pictures[i]];
                chosen[landmark][i] = columns && turned[i] ? last - place : place;
            }
        }
        return chosen;
    }
}
