package org.filterscope.engine.onnxruntime;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.onnx.gradient.BackwardNodes;
import org.filterscope.engine.onnx.write.ForwardNodes;
import org.filterscope.engine.onnx.write.OnnxGraph;
import org.filterscope.engine.onnx.write.Value;
import org.filterscope.engine.onnxruntime.Request.Backward;
import org.filterscope.engine.onnxruntime.Request.Edited;

/** The ONNX graph that answers a request: just the layers that it needs, edited where it edits them, and the way back. */
final class RequestGraph {
    private final NetworkGraph network;
    private final Request request;
    private final OnnxGraph graph;
    private final ForwardNodes forward;
    private final List<Node> needed;
    private final Set<String> outputs = new HashSet<>();
    private final Map<String, String> given = new HashMap<>();
    private final Map<String, EditInputs> edits = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> gradients = new HashMap<>();
    private String seed;

    /**
     * Names of what an edit takes in.
     *
     * @param kept how much of the result is kept, which is computed from the amount
     */
    record EditInputs(String amount, String value, String kept) {
    }

    /** @throws IllegalArgumentException when a layer cannot be computed from what is given */
    RequestGraph(final NetworkGraph network, final Request request) {
        this.network = network;
        this.request = request;
        graph = new OnnxGraph(network);
        forward = new ForwardNodes(network, graph, false);
        needed = new NeededLayers(network, request.given()).below(request.layers());
        needed.forEach(this::forwards);
        request.layers().forEach(layer -> values.put(layer, output(forward.value(layer))));
        if (request.backward() != null) {
            backwards(request.backward());
        }
    }

    private void forwards(final Node node) {
        final String layer = node.name();
        if (request.given().contains(layer)) {
            forward.give(layer);
            given.put(layer, layer);
        } else {
            forward.compute(node);
        }
        if (request.edits().containsKey(layer)) {
            edit(layer, request.edits().get(layer));
        }
    }

    private void edit(final String layer, final Edited edited) {
        final Value result = graph.maps(forward.result(layer));
        final String amount = graph.input(graph.unique(layer + "/amount"), edited.amount());
        final String value = graph.input(graph.unique(layer + "/value"), edited.value());
        final String kept = graph.call("Sub", graph.number(1), amount).to(layer + "/kept");
        final String old = graph.call("Mul", kept, result.name()).to(layer + "/old");
        final String replaced = graph.call("Mul", amount, value).to(layer + "/new");
        forward.replace(layer, result.named(graph.call("Add", old, replaced).to(layer + "/edited")));
        edits.put(layer, new EditInputs(amount, value, kept));
    }

    private void backwards(final Backward backward) {
        final BackwardNodes nodes = new BackwardNodes(network, graph, forward, backward.rule());
        final Set<String> wanted = above(backward.layers());
        final Value target = graph.maps(forward.value(backward.target()));
        seed = graph.input(graph.unique(backward.target() + "/seed"), backward.seed());
        final String shape = graph.call("Shape", target.name()).to(backward.target() + "/shape");
        nodes.add(backward.target(), target.named(graph.call("Expand", seed, shape).to(backward.target() + "/seeded")));
        for (final Node node : needed.reversed()) {
            final Value gradient = nodes.gradient(node.name());
            if (gradient == null) {
                continue;
            }
            if (backward.layers().contains(node.name())) {
                gradients.put(node.name(), output(gradient));
            }
            if (!given.containsKey(node.name()) && node.inputs().stream().anyMatch(wanted::contains)) {
                nodes.through(node, unedited(node.name(), gradient), wanted);
            }
        }
    }

    /** The gradient at a layer's result, of that at its edited value. */
    private Value unedited(final String layer, final Value gradient) {
        if (!edits.containsKey(layer)) {
            return graph.ranked(gradient, forward.result(layer).flat());
        }
        final Value maps = graph.maps(gradient);
        final String kept = graph.call("Mul", maps.name(), edits.get(layer).kept()).to(layer + "/passed");
        return graph.ranked(maps.named(kept), forward.result(layer).flat());
    }

    /** The layers themselves and all that depend on them. */
    private Set<String> above(final Set<String> layers) {
        final Set<String> above = new HashSet<>();
        for (final Node node : needed) {
            final boolean computed = !given.containsKey(node.name());
            if (layers.contains(node.name()) || computed && node.inputs().stream().anyMatch(above::contains)) {
                above.add(node.name());
            }
        }
        return above;
    }

    private String output(final Value value) {
        if (outputs.add(value.name())) {
            graph.output(value);
        }
        return value.name();
    }

    OnnxGraph graph() {
        return graph;
    }

    /** Whether it takes pictures and goes forwards through the network as it is: what most batches are shown to. There are few such graphs. */
    boolean isPlain() {
        return request.isPlain(network.nodes().getFirst().name());
    }

    /** The layers that come in, by themselves. */
    Set<String> given() {
        return given.keySet();
    }

    Map<String, EditInputs> edits() {
        return edits;
    }

    /** The name of the seed; null without a backward pass. */
    String seed() {
        return seed;
    }

    /** Names of the layers' values. */
    Map<String, String> values() {
        return values;
    }

    /** Names of the layers' gradients; those that are zero are not among them. */
    Map<String, String> gradients() {
        return gradients;
    }
}
