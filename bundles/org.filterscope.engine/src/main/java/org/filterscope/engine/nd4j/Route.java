package org.filterscope.engine.nd4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.NormalizationFolding;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;

/**
 * What one pass has to compute, in order, for the layers that somebody looks at: nothing below what is given, nothing that no such layer needs.
 * A layer with an edit has two places, before and after it; its name means the one after it. Batch normalisation is folded into the layer below
 * it when only the normalisation sees that layer's result. Plain data: no array is touched here.
 */
final class Route {
    private final NetworkGraph graph;
    private final Pass pass;
    private final Set<String> looked;
    private final Map<String, Edit> edits;
    private final Set<String> needed = new HashSet<>();
    private final Map<String, Integer> consumers = new HashMap<>();
    private final Map<String, Node> folded = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> stores = new ArrayList<>();
    private final List<String> layers = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param looked layers whose results must be there: asked for, or a target
     * @throws IllegalArgumentException when a layer does not exist, or is not determined by what is given
     */
    Route(final NetworkGraph graph, final Pass pass, final Set<String> looked) {
        pass.check(graph);
        looked.forEach(graph::shape);
        this.graph = graph;
        this.pass = pass;
        this.looked = looked;
        edits = pass.edits().stream().collect(Collectors.toMap(Edit::layer, edit -> edit));
        looked.stream().sorted().forEach(this::need);
        needed.stream().filter(name -> !isGiven(name)).flatMap(name -> node(name).inputs().stream())
                .forEach(input -> consumers.merge(input, 1, Integer::sum));
        final Set<String> skipped = new HashSet<>();
        needed.forEach(name -> fold(node(name), skipped));
        needed.removeAll(skipped);
        graph.nodes().stream().filter(node -> needed.contains(node.name())).forEach(this::add);
    }

    private void need(final String layer) {
        final Deque<String> open = new ArrayDeque<>(List.of(layer));
        while (!open.isEmpty()) {
            final String name = open.pop();
            if (needed.add(name) && !isGiven(name)) {
                if (node(name).operator() instanceof Input) {
                    throw new IllegalArgumentException("layer '%s' cannot be computed from what is given: %s".formatted(layer,
                            pass.given().keySet().stream().sorted().collect(Collectors.joining("', '", "'", "'"))));
                }
                open.addAll(node(name).inputs());
            }
        }
    }

    private void fold(final Node node, final Set<String> skipped) {
        if (!(node.operator() instanceof BatchNormalization) || isGiven(node.name())) {
            return;
        }
        final List<String> between = new ArrayList<>();
        Node below = node(node.inputs().get(0));
        while (below.operator() instanceof Identity && isHidden(below.name())) {
            between.add(below.name());
            below = node(below.inputs().get(0));
        }
        if (NormalizationFolding.takes(below.operator()) && isHidden(below.name())) {
            folded.put(node.name(), below);
            skipped.add(below.name());
            skipped.addAll(between);
        }
    }

    /** Whether nobody but one other layer sees its result. */
    private boolean isHidden(final String name) {
        return consumers.get(name) == 1 && !looked.contains(name) && !isGiven(name) && !edits.containsKey(name);
    }

    private void add(final Node node) {
        final String name = node.name();
        if (isGiven(name)) {
            add(name, new Step.Given(pass.given().get(name)));
        } else if (folded.containsKey(name)) {
            final Node below = folded.get(name);
            add(name, new Step.Folded(node, below, places(below.inputs())));
        } else if (node.operator() instanceof Identity) {
            add(name, new Step.Passed(places.get(node.inputs().get(0))));
        } else {
            add(name, new Step.Computed(node, places(node.inputs())));
        }
        if (edits.containsKey(name)) {
            add(name, new Step.Edited(edits.get(name), places.get(name)));
        }
    }

    private void add(final String layer, final Step step) {
        stores.add(step instanceof Step.Passed(int input) ? stores.get(input) : steps.size());
        places.put(layer, steps.size());
        layers.add(layer);
        steps.add(step);
    }

    private List<Integer> places(final List<String> names) {
        return names.stream().map(places::get).toList();
    }

    private boolean isGiven(final String name) {
        return pass.given().containsKey(name);
    }

    private Node node(final String name) {
        return graph.node(name).orElseThrow();
    }

    /** In an order in which each comes after the steps whose results it takes. */
    List<Step> steps() {
        return steps;
    }

    /** Where a layer's final result is. */
    int place(final String layer) {
        return places.get(layer);
    }

    /** Whose result, or edited result, a place holds. */
    String layer(final int place) {
        return layers.get(place);
    }

    /** The place whose array holds the result: an identity's is that of its input. */
    int store(final int place) {
        return stores.get(place);
    }

    /** Which places depend on one of these, themselves included. */
    boolean[] above(final Collection<Integer> origins) {
        final boolean[] above = new boolean[steps.size()];
        for (int place = 0; place < above.length; place++) {
            above[place] = origins.contains(place) || steps.get(place).inputs().stream().anyMatch(input -> above[input]);
        }
        return above;
    }

    /** Which places one place depends on, itself included. */
    boolean[] below(final int origin) {
        final boolean[] below = new boolean[steps.size()];
        below[origin] = true;
        for (int place = origin; place >= 0; place--) {
            if (below[place]) {
                steps.get(place).inputs().forEach(input -> below[input] = true);
            }
        }
        return below;
    }
}
