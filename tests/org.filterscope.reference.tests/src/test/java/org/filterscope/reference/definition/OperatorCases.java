package org.filterscope.reference.definition;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.Arithmetic.ParametricRelu;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator;
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
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Sampling;
import org.filterscope.engine.graph.Sampling.Coordinates;
import org.filterscope.engine.graph.Sampling.Interpolation;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.Window;

/** One small network for every operator, and for every setting of it that makes a difference to an executor. */
final class OperatorCases {
    private static final Shape MAPS = new Shape(4, 7, 6);
    private static final List<Padding> PADDINGS = List.of(Padding.NONE, new Padding(1, 1, 1, 1), new Padding(0, 0, 1, 1), new Padding(2, 0, 1, 2));

    private final List<Case> cases = new ArrayList<>();
    private long seed;

    /** @param graph whose last layer is the operator in question */
    record Case(String name, NetworkGraph graph) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> all() {
        final OperatorCases all = new OperatorCases();
        all.convolutions();
        all.transposedConvolutions();
        all.pooling();
        all.functions();
        all.vectors();
        all.combinations();
        all.rearrangements();
        return all.cases;
    }

    private void convolutions() {
        for (final int groups : new int[] {1, 2, 4}) {
            for (final Padding padding : PADDINGS) {
                for (final int stride : new int[] {1, 2, 4}) {
                    for (int dilation = 1; dilation <= 2; dilation++) {
                        final Window window = new Window(3, 2, stride, Math.max(1, 3 - stride), dilation, 1, padding);
                        final NetworkBuilder network = maps();
                        keep("convolution, groups %d, %s".formatted(groups, window),
                                network.convolution("layer", 8, window, groups, network.last()));
                    }
                }
            }
        }
        for (final int groups : new int[] {1, 4}) {
            for (int stride = 1; stride <= 3; stride++) {
                final Window window = Window.same(1, 3, stride, 2, 1, 1, MAPS);
                keep("convolution, groups %d, TensorFlow's same padding, %s".formatted(groups, window),
                        maps().convolution("layer", 4, window, groups, "maps"));
            }
        }
        final NetworkBuilder normalized = maps().convolution("convolution", 5, 3, 1).normalization("layer");
        keep("batch normalization", normalized);
        keep("one convolution, two normalizations", maps().convolution("convolution", 5, 3, 2).normalization("one").then("relu", relu())
                .convolution("next", 5, 1, 1).normalization("two").add("layer", new Add(), "one", "two"));
    }

    private void transposedConvolutions() {
        for (final int groups : new int[] {1, 2}) {
            for (int stride = 1; stride <= 3; stride++) {
                for (final Padding padding : PADDINGS) {
                    for (int dilation = 1; dilation <= 2; dilation++) {
                        final Window window = new Window(3, 4, stride, stride, 1, dilation, padding);
                        final int extra = Math.min(1, stride - 1);
                        keep("transposed convolution, groups %d, extra %d, %s".formatted(groups, extra, window),
                                maps().transposed("layer", 6, window, extra, groups));
                    }
                }
            }
        }
        keep("transposed convolution with rows that nothing paints", maps().transposed("layer", 6, NetworkBuilder.square(2, 4, 0), 3, 1));
        keep("transposed convolution, as many groups as channels", maps().transposed("layer", 8, NetworkBuilder.square(3, 2, 1), 1, 4));
        keep("transposed convolution with batch normalization",
                maps().transposed("transposed", 6, NetworkBuilder.square(4, 2, 1), 0, 1).normalization("layer"));
    }

    private void pooling() {
        for (final Reduction reduction : Reduction.values()) {
            for (final Padding padding : PADDINGS) {
                for (int stride = 1; stride <= 3; stride++) {
                    final Window window = new Window(3, 3, stride, stride, 1, 1, padding);
                    keep("%s pooling %s".formatted(reduction, window), maps().then("layer", new Pooling(reduction, window)));
                    if (reduction == Reduction.AVERAGE && !padding.equals(Padding.NONE)) {
                        keep("average that counts its padding %s".formatted(window),
                                maps().then("layer", new Pooling(reduction, window, padding)));
                        keep("average that counts a part of its padding %s".formatted(window),
                                maps().then("layer", new Pooling(reduction, window, new Padding(padding.top(), 0, 0, padding.right()))));
                    }
                }
            }
            for (int stride = 1; stride <= 3; stride++) {
                final Window same = Window.same(2, 3, stride, 2, 1, 1, MAPS);
                keep("%s pooling, TensorFlow's same padding, %s".formatted(reduction, same), maps().then("layer", new Pooling(reduction, same)));
                final Window gaps = new Window(3, 2, stride, 2, 2, 3, new Padding(1, 0, 0, 2));
                keep("%s pooling with gaps, %s".formatted(reduction, gaps), maps().then("layer", new Pooling(reduction, gaps)));
            }
            final Window once = new Window(2, 2, 3, 2, MAPS.rows() - 1, MAPS.cols() - 1, Padding.NONE);
            keep("%s pooling with gaps, room for one window %s".formatted(reduction, once), maps().then("layer", new Pooling(reduction, once)));
            keep("rectified maps, mostly equal, %s pooling".formatted(reduction), maps().then("relu", relu())
                    .then("layer", new Pooling(reduction, NetworkBuilder.square(3, 1, 1))));
            keep("global %s pooling".formatted(reduction), maps().then("layer", new GlobalPooling(reduction)));
        }
        keep("channels normalized by their neighbours", maps().then("layer", new LocalResponseNormalization(3, 1.5, 0.3, 0.75)));
        keep("channels normalized by all", maps().then("layer", new LocalResponseNormalization(9, 1, 0.2, 0.5)));
    }

    private void functions() {
        for (final Function function : Function.values()) {
            final boolean clip = function == Function.CLIP;
            keep(function.name(), maps().then("layer", new Activation(function, clip ? -0.8 : 0.3, clip ? 0.9 : 0.5)));
        }
        for (final Function function : Function.values()) {
            final NetworkBuilder far = maps();
            final Tensor forty = Tensor.vector(40, 40, 40, 40);
            keep(function + " far from zero", far.then("far", new Affine(forty, Tensor.vector(0, 0, 0, 0)))
                    .then("layer", new Activation(function, 0.3, 0.5)));
        }
        keep("relu6", maps().then("layer", new Activation(Function.CLIP, 0, 1.2)));
        keep("softmax", maps().then("layer", new Softmax()));
        keep("log softmax", maps().then("layer", new Softmax(true)));
        final NetworkBuilder sloped = maps();
        keep("parametric relu", sloped.then("layer", new ParametricRelu(sloped.tensor(0.4, 4))));
        final NetworkBuilder affine = maps();
        keep("affine", affine.then("layer", new Affine(affine.tensor(1, 4), affine.tensor(1, 4))));
    }

    private void vectors() {
        keep("dense", maps().then("flat", new Flatten()).dense("layer", 5));
        keep("softmax of a vector", maps().then("flat", new Flatten()).dense("logits", 5).then("layer", new Softmax()));
        keep("batch normalization of a vector", maps().then("flat", new Flatten()).dense("dense", 5).normalization("layer"));
        keep("identity", maps().then("layer", new Identity()));
    }

    private void combinations() {
        for (final Operator operator : List.of(new Add(), new Multiply(), new Maximum(), new Mean(), new Concatenate())) {
            keep(operator.kind() + " of three", branches(MAPS.channels()).add("layer", operator, "one", "two", "three"));
            keep(operator.kind() + " of a layer with itself", maps().add("layer", operator, "maps", "maps"));
        }
        for (final Operator operator : List.of(new Add(), new Multiply())) {
            keep(operator.kind() + " of maps and a value a channel",
                    maps().then("squeezed", new GlobalPooling(Reduction.AVERAGE)).add("layer", operator, "squeezed", "maps"));
            keep(operator.kind() + " of maps and one map", branches(1).add("layer", operator, "maps", "two"));
            keep(operator.kind() + " of one map and a value a channel",
                    branches(1).add("squeezed", new GlobalPooling(Reduction.MAXIMUM), "maps").add("layer", operator, "squeezed", "two"));
        }
    }

    private void rearrangements() {
        keep("zero padding", maps().then("layer", new ZeroPadding(new Padding(2, 0, 1, 3))));
        keep("cropping", maps().then("layer", new Cropping(new Padding(1, 0, 2, 3))));
        keep("channels picked, one twice", maps().then("layer", new ChannelSelection(List.of(2, 0, 2))));
        keep("reshape", maps().then("layer", new Reshape(new Shape(2, 12, 7), Reshape.Order.CHANNELS_FIRST)));
        keep("reshape in another order", maps().then("layer", new Reshape(new Shape(14, 4, 3), Reshape.Order.CHANNELS_LAST)));
        keep("a vector to maps in another order", maps().then("flat", new Flatten())
                .then("layer", new Reshape(new Shape(14, 4, 3), Reshape.Order.CHANNELS_LAST)));
        keep("every position twice", maps().then("layer", new Resize(Sampling.repeat(7, 2), Sampling.repeat(6, 2))));
        for (final Interpolation interpolation : Interpolation.values()) {
            for (final Coordinates coordinates : Coordinates.values()) {
                keep("resize %s %s".formatted(interpolation, coordinates), maps().then("layer",
                        new Resize(sampling(7, 12, interpolation, coordinates), sampling(6, 3, interpolation, coordinates))));
            }
        }
        keep("resize by a factor that does not fit", maps().then("layer", new Resize(
                new Sampling(7, 17, 2.5, Interpolation.LINEAR, Coordinates.HALF_PIXEL),
                new Sampling(6, 9, 1.6, Interpolation.NEAREST_FLOOR, Coordinates.ASYMMETRIC))));
    }

    private static Sampling sampling(final int from, final int to, final Interpolation interpolation, final Coordinates coordinates) {
        return new Sampling(from, to, (double) to / from, interpolation, coordinates);
    }

    private static Activation relu() {
        return new Activation(Function.RELU);
    }

    /** Values that are neither all positive nor those of the input itself. */
    private NetworkBuilder maps() {
        return new NetworkBuilder(seed++, MAPS).convolution("maps", MAPS.channels(), 1, 1);
    }

    private NetworkBuilder branches(final int channels) {
        final Window single = NetworkBuilder.square(1, 1, 0);
        return maps().convolution("one", channels, single, 1, "maps").convolution("two", channels, single, 1, "maps")
                .convolution("three", channels, single, 1, "input");
    }

    private void keep(final String name, final NetworkBuilder network) {
        cases.add(new Case(name, network.build()));
    }
}
