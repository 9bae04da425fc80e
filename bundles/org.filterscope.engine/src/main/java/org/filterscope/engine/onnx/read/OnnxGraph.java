package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import onnx.Onnx.NodeProto;
import onnx.Onnx.TensorProto;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.read.RefusedException;
import org.filterscope.engine.read.UnsupportedLayerException.Refusal;

/** Follows the nodes in their order; what is known of each value decides whether a node is computed now or becomes a layer. */
final class OnnxGraph {
    private final Operators operators = new Operators();
    private final Layers layers = new Layers();
    private final Map<String, Value> values = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, TensorProto> initializers;
    private final ModelContext model;
    private final LayerNames names;
    private final Folding folding;

    OnnxGraph(final Map<String, TensorProto> initializers, final ModelContext model, final LayerNames names) {
        this.initializers = initializers;
        this.model = model;
        this.names = names;
        folding = new Folding(model.room());
    }

    void input(final GraphInput input) throws InvalidNetworkException {
        try {
            values.put(input.name(), input.view(layers.append(LayerNames.clean(input.name()), new Input(input.shape()))));
        } catch (final RefusedException e) {
            throw new InvalidNetworkException(e.getMessage(), e);
        }
    }

    void add(final NodeProto node) throws InvalidNetworkException {
        final List<Optional<Value>> inputs = new ArrayList<>();
        for (final String input : node.getInputList()) {
            inputs.add(input.isEmpty() ? Optional.empty() : Optional.of(value(node, input)));
        }
        final List<Value> results = results(node, inputs);
        for (int i = 0; i < node.getOutputCount(); i++) {
            if (i < results.size()) {
                values.put(node.getOutput(i), results.get(i));
            }
        }
    }

    List<Refusal> refusals() {
        return refusals;
    }

    Layers layers() {
        return layers;
    }

    /** The layer whose result a value of the graph is. */
    String layer(final String output) throws InvalidNetworkException {
        if (!(values.get(output) instanceof View view)) {
            throw new InvalidNetworkException("the output '%s' does not depend on the input".formatted(LayerNames.clean(output)));
        }
        try {
            if (view.axes().isPresent()) {
                return view.layer();
            }
            return (view.dims().size() == 1 ? layers.vector(view) : layers.maps(view)).layer();
        } catch (final RefusedException | IllegalArgumentException | ArithmeticException e) {
            throw new InvalidNetworkException("the output '%s' cannot be read: %s".formatted(LayerNames.clean(output), e.getMessage()), e);
        }
    }

    private List<Value> results(final NodeProto node, final List<Optional<Value>> inputs) throws InvalidNetworkException {
        try {
            operators.checkSupported(node);
            if (inputs.stream().flatMap(Optional::stream).noneMatch(Value.Unknown.class::isInstance)) {
                final List<Value> results = compute(new Call(names.of(node), node, model, inputs, layers));
                if (node.getOutputList().stream().skip(results.size()).anyMatch(model.taken()::contains)) {
                    throw new RefusedException("only its first output is supported");
                }
                return results;
            }
        } catch (final RefusedException | IllegalArgumentException | ArithmeticException e) {
            refusals.add(new Refusal(names.of(node), LayerNames.clean(OperatorNames.of(node)), e.getMessage()));
        }
        return node.getOutputList().stream().<Value>map(output -> new Value.Unknown()).toList();
    }

    private List<Value> compute(final Call call) throws RefusedException, InvalidNetworkException {
        final Optional<Value> folded = folding.fold(call);
        if (folding.exhausted()) {
            throw new InvalidNetworkException("node '%s': the model computes more constants than it has weights".formatted(call.name()));
        }
        return folded.isPresent() ? List.of(folded.get()) : operators.build(call);
    }

    private Value value(final NodeProto node, final String name) throws InvalidNetworkException {
        if (!values.containsKey(name) && initializers.containsKey(name)) {
            values.put(name, model.tensors().read(initializers.get(name)));
        }
        final Value value = values.get(name);
        if (value == null) {
            throw new InvalidNetworkException("node '%s' (%s) takes '%s', which neither an input, nor weights, nor an earlier node make"
                    .formatted(names.of(node), LayerNames.clean(OperatorNames.of(node)), LayerNames.clean(name)));
        }
        return value;
    }
}
