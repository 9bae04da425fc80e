package org.filterscope.reference.definition;

import java.util.List;

import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Sampling;
import org.filterscope.engine.graph.Sampling.Coordinates;
import org.filterscope.engine.graph.Sampling.Interpolation;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;

/** The ways in which layers of real networks are wired, each in a few channels and positions. In all there is a layer called {@code middle}. */
final class SmallNetworks {
    private static final Shape INPUT = new Shape(3, 8, 8);

    private SmallNetworks() {
    }

    /** @param graph with a layer {@code middle} that some paths pass by */
    record Small(String name, NetworkGraph graph) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Small> all() {
        return List.of(new Small("chain", chain()), new Small("residual", residual()), new Small("dense block", denseBlock()),
                new Small("squeeze and excitation", squeezed()), new Small("encoder and decoder", encoderDecoder()),
                new Small("generator", generator()));
    }

    private static NetworkGraph chain() {
        return new NetworkBuilder(1, INPUT).convolution("one", 5, 3, 1).then("relu1", relu()).then("pool", pool(Reduction.MAXIMUM))
                .convolution("two", 6, 3, 1).then("middle", relu()).then("dropout", new Identity()).then("flat", new Flatten())
                .dense("hidden", 7).then("relu2", relu()).dense("logits", 4).then("output", new Softmax()).build();
    }

    private static NetworkGraph residual() {
        return new NetworkBuilder(2, INPUT).convolution("stem", 4, 3, 1).normalization("stem norm").then("shortcut", relu())
                .convolution("one", 4, 3, 1).normalization("middle").then("relu1", relu()).convolution("two", 4, 3, 1).normalization("norm")
                .add("sum", new Add(), "norm", "shortcut").then("relu2", relu()).convolution("three", 6, 3, 2).normalization("norm3")
                .convolution("down", 6, window(1, 2), 1, "relu2").add("sum2", new Add(), "norm3", "down").then("relu3", relu())
                .then("mean", new GlobalPooling(Reduction.AVERAGE)).dense("logits", 4).then("output", new Softmax()).build();
    }

    private static NetworkGraph denseBlock() {
        return new NetworkBuilder(3, INPUT).convolution("stem", 4, 3, 1).normalization("norm1").then("relu1", relu())
                .convolution("middle", 3, 3, 1).add("both", new Concatenate(), "stem", "middle").normalization("norm2").then("relu2", relu())
                .convolution("new", 3, 3, 1).add("all", new Concatenate(), "stem", "middle", "new").then("pool", pool(Reduction.AVERAGE))
                .then("best", new GlobalPooling(Reduction.MAXIMUM)).dense("logits", 4).build();
    }

    private static NetworkGraph squeezed() {
        final Window depthwise = window(3, 1);
        final NetworkBuilder network = new NetworkBuilder(4, INPUT).convolution("expand", 6, 1, 1)
                .then("swish", new Activation(Function.HARD_SWISH, 1.0 / 6, 0.5));
        return network.convolution("depthwise", 6, depthwise, 6, "swish").normalization("norm")
                .then("middle", new Activation(Function.CLIP, 0, 6)).then("squeeze", new GlobalPooling(Reduction.AVERAGE))
                .dense("fewer", 2).then("relu", relu()).dense("more", 6).then("gate", new Activation(Function.HARD_SIGMOID, 1.0 / 6, 0.5))
                .add("gated", new Multiply(), "gate", "middle").convolution("project", 6, 1, 1).add("sum", new Add(), "project", "swish")
                .then("mean", new GlobalPooling(Reduction.AVERAGE)).dense("logits", 4).then("output", new Softmax(true)).build();
    }

    private static NetworkGraph encoderDecoder() {
        final Sampling twice = new Sampling(4, 8, 2, Interpolation.LINEAR, Coordinates.HALF_PIXEL);
        return new NetworkBuilder(5, INPUT).convolution("down1", 4, 3, 1).then("shortcut", relu()).then("pool", pool(Reduction.MAXIMUM))
                .convolution("down2", 6, 3, 1).then("middle", relu()).then("pool2", pool(Reduction.MAXIMUM)).convolution("bottom", 6, 3, 1)
                .then("relu", relu()).transposed("up", 6, window(2, 2, 0), 0, 1).add("join", new Concatenate(), "up", "middle")
                .convolution("fused", 4, 3, 1).then("relu2", relu()).then("up2", new Resize(twice, twice))
                .add("join2", new Concatenate(), "up2", "shortcut").convolution("classes", 3, 1, 1).then("output", new Softmax()).build();
    }

    private static NetworkGraph generator() {
        return new NetworkBuilder(6, Shape.vector(5)).dense("project", 24)
                .then("shape", new Reshape(new Shape(6, 2, 2), Reshape.Order.CHANNELS_LAST)).normalization("norm").then("middle", relu())
                .transposed("up", 4, window(4, 2, 1), 0, 1).normalization("norm2").then("leaky", new Activation(Function.LEAKY_RELU, 0.2, 0))
                .transposed("up2", 3, window(4, 2, 1), 0, 1).then("picture", new Activation(Function.TANH)).build();
    }

    private static Activation relu() {
        return new Activation(Function.RELU);
    }

    private static Pooling pool(final Reduction reduction) {
        return new Pooling(reduction, window(2, 2, 0));
    }

    private static Window window(final int kernel, final int stride) {
        return window(kernel, stride, kernel / 2);
    }

    private static Window window(final int kernel, final int stride, final int padding) {
        return NetworkBuilder.square(kernel, stride, padding);
    }
}
