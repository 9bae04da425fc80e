package org.filterscope.benchmark.engine;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.training.GradientCollector;

/** libtorch through DJL: each layer the function that PyTorch has for it, one after the other, values given up as soon as nobody needs them. */
final class LibtorchPeer implements Peer {
    private final NetworkGraph network;
    private final Engine engine = Engine.getEngine("PyTorch");
    private final NDManager weights = engine.newBaseManager();
    private final Map<Tensor, NDArray> loaded = new HashMap<>();
    private final Map<String, String> lastUse = new HashMap<>();
    private final Map<Taps, Set<String>> tapped = new EnumMap<>(Taps.class);
    private final Set<String> all;

    LibtorchPeer(final NetworkGraph network) {
        this.network = network;
        all = network.nodes().stream().map(Node::name).collect(Collectors.toUnmodifiableSet());
        for (final Node node : network.nodes()) {
            node.inputs().forEach(input -> lastUse.put(input, node.name()));
        }
    }

    @Override
    public float[] forward(final FeatureMaps pictures) {
        try (NDManager manager = weights.newSubManager()) {
            return logits(input(pictures, manager), Set.of()).toFloatArray();
        }
    }

    @Override
    public float[] gradient(final FeatureMaps pictures) {
        try (NDManager manager = weights.newSubManager()) {
            final NDArray input = input(pictures, manager);
            input.setRequiresGradient(true);
            try (GradientCollector collector = engine.newGradientCollector()) {
                collector.backward(logits(input, all).get(":, 0").sum());
            }
            return input.getGradient().toFloatArray();
        }
    }

    @Override
    public float[] tapped(final FeatureMaps pictures, final Taps taps) {
        try (NDManager manager = weights.newSubManager()) {
            return logits(input(pictures, manager), tapped.computeIfAbsent(taps, key -> key.of(network))).toFloatArray();
        }
    }

    private static NDArray input(final FeatureMaps pictures, final NDManager manager) {
        return manager.create(pictures.values(),
                new Shape(pictures.images(), pictures.shape().channels(), pictures.shape().rows(), pictures.shape().cols()));
    }

    /** @param kept the layers whose values are not given up */
    private NDArray logits(final NDArray input, final Set<String> kept) {
        final Map<String, NDArray> values = new HashMap<>();
        values.put(network.nodes().getFirst().name(), input);
        for (final Node node : network.nodes().subList(1, network.nodes().size())) {
            final NDList inputs = new NDList();
            node.inputs().forEach(below -> inputs.add(values.get(below)));
            values.put(node.name(), result(node.operator(), inputs));
            node.inputs().stream().distinct().filter(below -> node.name().equals(lastUse.get(below)) && !kept.contains(below))
                    .forEach(below -> values.remove(below).close());
        }
        return values.get(network.output().name());
    }

    private NDArray result(final Operator operator, final NDList inputs) {
        final NDArray input = inputs.head();
        return switch (operator) {
            case Convolution(Tensor kernels, Tensor bias, Window window, int groups) -> Conv2d.conv2d(input, array(kernels), array(bias),
                    new Shape(window.strideRows(), window.strideCols()), new Shape(window.padding().top(), window.padding().left()),
                    new Shape(1, 1), groups).singletonOrThrow();
            case Pooling(var reduction, Window window, var counted) -> Pool.maxPool2d(input, new Shape(window.rows(), window.cols()),
                    new Shape(window.strideRows(), window.strideCols()), new Shape(window.padding().top(), window.padding().left()), false);
            case GlobalPooling pooling -> Pool.globalAvgPool2d(input);
            case BatchNormalization(Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon) -> BatchNorm.batchNorm(input,
                    array(mean), array(variance), array(gamma), array(beta), 1, 0, (float) epsilon, false).singletonOrThrow();
            case Operator.Activation relu -> Activation.relu(input);
            case Dense(Tensor matrix, Tensor bias) -> Linear.linear(input, array(matrix), array(bias)).singletonOrThrow();
            case Add add -> inputs.get(0).add(inputs.get(1));
            case Concatenate concatenate -> NDArrays.concat(inputs, 1);
            case Flatten flatten -> input.flatten(1, -1);
            default -> throw new IllegalArgumentException("no layer of these networks: " + operator.kind());
        };
    }

    private NDArray array(final Tensor tensor) {
        return loaded.computeIfAbsent(tensor,
                key -> weights.create(tensor.values(), new Shape(tensor.shape().stream().mapToLong(Integer::longValue).toArray())));
    }

    @Override
    public void close() {
        weights.close();
    }
}
