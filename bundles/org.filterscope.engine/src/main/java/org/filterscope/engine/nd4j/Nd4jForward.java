package org.filterscope.engine.nd4j;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.ValueArrays;
import org.filterscope.engine.graph.NetworkGraph;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Walks a route once, for one batch. Owns all arrays until closed; what later steps do not need is given back at once. */
final class Nd4jForward implements AutoCloseable {
    private final NetworkGraph graph;
    private final Route route;
    private final int images;
    private final Nd4jOperations operations;
    private final Nd4jPool pool;
    private final Nd4jValues values;
    private final Map<Integer, Nd4jOperation> edits = new HashMap<>();

    Nd4jForward(final NetworkGraph graph, final Route route, final int images, final Nd4jOperations operations, final Nd4jPool pool) {
        this.graph = graph;
        this.route = route;
        this.images = images;
        this.operations = operations;
        this.pool = pool;
        values = new Nd4jValues(route.steps().size(), pool);
    }

    /** Has an array kept beyond the walk, for a step's way back. */
    void keep(final int place) {
        values.expect(route.store(place));
    }

    INDArray kept(final int place) {
        return values.get(route.store(place));
    }

    void release(final int place) {
        values.release(route.store(place));
    }

    /** @return copies of these layers' values */
    Map<String, FeatureMaps> run(final Set<String> layers, final ValueArrays arrays) {
        final Map<Integer, List<String>> taps = new HashMap<>();
        for (final String layer : layers) {
            taps.computeIfAbsent(route.place(layer), place -> new ArrayList<>()).add(layer);
            keep(route.place(layer));
        }
        route.steps().forEach(step -> {
            if (!(step instanceof Step.Passed)) {
                step.inputs().forEach(this::keep);
            }
        });
        final Map<String, FeatureMaps> taken = new LinkedHashMap<>();
        for (int place = 0; place < route.steps().size(); place++) {
            step(place);
            for (final String layer : taps.getOrDefault(place, List.of())) {
                taken.put(layer, Nd4jArrays.copy(kept(place), layer, images, graph.shape(layer), arrays));
                release(place);
            }
        }
        return taken;
    }

    private void step(final int place) {
        final Step step = route.steps().get(place);
        switch (step) {
            case Step.Given(FeatureMaps maps) -> values.put(place, pool.take(maps));
            case Step.Passed passed -> { }
            default -> compute(place, step, operation(place));
        }
    }

    /** The operation of a step that computes something. */
    Nd4jOperation operation(final int place) {
        return switch (route.steps().get(place)) {
            case Step.Computed computed -> operations.of(computed.node());
            case Step.Folded folded -> operations.folded(folded.normalization(), folded.below());
            case Step.Edited edited -> edits.computeIfAbsent(place, key -> Nd4jAffine.of(edited.edit()));
            case Step.Given given -> throw new IllegalArgumentException("what is given is not computed");
            case Step.Passed passed -> throw new IllegalArgumentException("an identity computes nothing");
        };
    }

    private void compute(final int place, final Step step, final Nd4jOperation operation) {
        final List<INDArray> inputs = step.inputs().stream().map(this::kept).toList();
        final int first = route.store(step.inputs().get(0));
        if (operation.inPlace() && values.isLastUse(first)) {
            values.put(place, values.take(first));
            operation.run(inputs, values.get(place));
        } else {
            values.put(place, pool.take(images, graph.shape(route.layer(place))));
            operation.run(inputs, values.get(place));
            step.inputs().forEach(this::release);
        }
    }

    @Override
    public void close() {
        values.close();
        edits.values().forEach(Nd4jOperation::close);
    }
}
