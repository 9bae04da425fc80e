package org.filterscope.engine.nd4j;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.execution.ValueArrays;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Shape;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The way back along a route: from the target down to the layers asked for, and only along steps that lie between. Gradients of a result that
 * several steps take add up. Owns the gradients' arrays until closed; what a step needs of the way forward is given back when the step is done.
 */
final class Nd4jBackward implements AutoCloseable {
    private final NetworkGraph graph;
    private final Route route;
    private final int images;
    private final Nd4jForward forward;
    private final ReluRule rule;
    private final Nd4jPool pool;
    private final int from;
    private final Map<Integer, List<String>> asked;
    private final boolean[] between;
    private final INDArray[] gradients;

    Nd4jBackward(final NetworkGraph graph, final Route route, final int images, final Nd4jForward forward, final String target,
            final Set<String> layers, final ReluRule rule, final Nd4jPool pool) {
        this.graph = graph;
        this.route = route;
        this.images = images;
        this.forward = forward;
        this.rule = rule;
        this.pool = pool;
        from = route.place(target);
        asked = layers.stream().collect(Collectors.groupingBy(route::place));
        final boolean[] above = route.above(asked.keySet());
        final boolean[] below = route.below(from);
        between = new boolean[above.length];
        IntStream.range(0, above.length).forEach(place -> between[place] = above[place] && below[place]);
        gradients = new INDArray[above.length];
    }

    /** Says, before the way forward, what has to be kept for the way back. */
    void announce() {
        IntStream.range(0, between.length).forEach(place -> keptPlaces(place).forEach(forward::keep));
    }

    private List<Integer> keptPlaces(final int place) {
        final Step step = route.steps().get(place);
        final boolean computes = !(step instanceof Step.Given) && !(step instanceof Step.Passed);
        if (!computes || step.inputs().stream().noneMatch(input -> between[place] && between[input])
                || rule == ReluRule.DECONVOLUTION && isRectifier(step)) {
            return List.of();
        }
        return switch (forward.operation(place).kept()) {
            case NOTHING -> List.of();
            case INPUTS -> step.inputs();
            case RESULT -> List.of(place);
        };
    }

    /** @return gradients of the target by the layers asked for */
    Map<String, FeatureMaps> run(final Target target) {
        final Map<String, FeatureMaps> found = new LinkedHashMap<>();
        final ValueArrays arrays = new ValueArrays();
        if (between[from]) {
            gradients[from] = seed(target);
        }
        for (int place = from; place >= 0; place--) {
            if (gradients[place] != null) {
                for (final String layer : asked.getOrDefault(place, List.of())) {
                    found.put(layer, Nd4jArrays.copy(gradients[place], layer, images, graph.shape(layer), arrays));
                }
                step(place);
                close(place);
            }
        }
        asked.values().stream().flatMap(List::stream).forEach(layer -> found.computeIfAbsent(layer, this::zeros));
        return found;
    }

    private void step(final int place) {
        final Step step = route.steps().get(place);
        if (step.inputs().stream().noneMatch(input -> between[input])) {
            return;
        }
        final boolean rectifies = rule != ReluRule.GRADIENT && isRectifier(step);
        if (rectifies) {
            Nd4jCall.of("relu").inputs(List.of(gradients[place])).numbers(0).into(gradients[place]);
        }
        if (step instanceof Step.Passed || rectifies && rule == ReluRule.DECONVOLUTION) {
            passOn(place, step.inputs().get(0));
            return;
        }
        final List<Integer> kept = keptPlaces(place);
        final List<INDArray> arrays = kept.stream().map(forward::kept).toList();
        for (int input = 0; input < step.inputs().size(); input++) {
            if (between[step.inputs().get(input)]) {
                step(place, arrays, input, step.inputs().get(input));
            }
        }
        kept.forEach(forward::release);
    }

    private void step(final int place, final List<INDArray> kept, final int input, final int to) {
        final Nd4jOperation operation = forward.operation(place);
        if (operation.backwardInPlace()) {
            operation.backward(kept, gradients[place], input, gradients[place]);
            passOn(place, to);
        } else if (gradients[to] == null) {
            gradients[to] = pool.take(images, graph.shape(route.layer(to)));
            operation.backward(kept, gradients[place], input, gradients[to]);
        } else {
            final INDArray more = pool.take(images, graph.shape(route.layer(to)));
            try {
                gradients[to].addi(operation.backward(kept, gradients[place], input, more));
            } finally {
                pool.giveBack(more);
            }
        }
    }

    /** The gradient of one place becomes that of another, or a part of it. */
    private void passOn(final int place, final int to) {
        if (gradients[to] == null) {
            gradients[to] = gradients[place];
            gradients[place] = null;
        } else {
            gradients[to].addi(gradients[place]);
        }
    }

    /** Whether the step is one of those functions that {@link ReluRule} speaks of. */
    private static boolean isRectifier(final Step step) {
        return step instanceof Step.Computed computed && computed.node().operator() instanceof Activation(Function function, double first,
                double second) && (function == Function.RELU || function == Function.CLIP && first == 0);
    }

    private INDArray seed(final Target target) {
        final INDArray gradient = pool.take(images, graph.shape(target.layer()));
        gradients[from] = gradient;
        try (INDArray seed = Nd4jArrays.of(target.seed())) {
            return Nd4jCall.of("add").inputs(List.of(gradient.assign(0), seed)).into(gradient);
        }
    }

    private FeatureMaps zeros(final String layer) {
        final Shape shape = graph.shape(layer);
        return new FeatureMaps(images, shape, new float[Math.toIntExact(images * shape.size())]);
    }

    private void close(final int place) {
        if (gradients[place] != null) {
            pool.giveBack(gradients[place]);
            gradients[place] = null;
        }
    }

    @Override
    public void close() {
        IntStream.range(0, gradients.length).forEach(this::close);
    }
}
