package org.filterscope.engine.dl4j;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

import org.filterscope.engine.dl4j.Dl4jWeights.Separable;
import org.filterscope.engine.dl4j.Dl4jWeights.Weighted;
import org.filterscope.engine.graph.Arithmetic.LocalResponseNormalization;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Resize;
import org.filterscope.engine.graph.Sampling;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.read.FlattenedOrder;
import org.filterscope.engine.read.RefusedException;

/**
 * Builds the network's graph layer by layer. A fused activation becomes a node of its own that keeps the layer's name, because that is the
 * value Deeplearning4j shows for the layer; the value before it is called {@code NAME/linear}. What happens to a layer's input first is
 * called {@code NAME/flatten} and {@code NAME/padding}.
 */
final class Dl4jGraph {
    private static final String SOFTMAX_OVER_MAPS = "softmax over maps is not supported";

    /** By the names of new and of old versions. */
    private static final Map<String, Build> KINDS = Map.ofEntries(
            entry(Dl4jLayer.INPUT, Dl4jGraph::input),
            entry("ConvolutionLayer", Dl4jGraph::convolution), entry("Convolution2D", Dl4jGraph::convolution),
            entry("convolution", Dl4jGraph::convolution),
            entry("SubsamplingLayer", Dl4jGraph::pooling), entry("Pooling2D", Dl4jGraph::pooling), entry("subsampling", Dl4jGraph::pooling),
            entry("GlobalPoolingLayer", Dl4jGraph::globalPooling), entry("GlobalPooling", Dl4jGraph::globalPooling),
            entry("BatchNormalization", Dl4jGraph::batchNormalization), entry("batchNormalization", Dl4jGraph::batchNormalization),
            entry("DenseLayer", Dl4jGraph::dense), entry("dense", Dl4jGraph::dense), entry("OutputLayer", Dl4jGraph::dense),
            entry("output", Dl4jGraph::dense),
            entry("ActivationLayer", Dl4jGraph::activation), entry("activation", Dl4jGraph::activation),
            entry("LossLayer", Dl4jGraph::activation), entry("loss", Dl4jGraph::activation),
            entry("CnnLossLayer", Dl4jGraph::lossOfMaps),
            entry("DepthwiseConvolution2D", Dl4jGraph::depthwise), entry("SeparableConvolution2D", Dl4jGraph::separable),
            entry("LocalResponseNormalization", Dl4jGraph::responseNormalization),
            entry("localResponseNormalization", Dl4jGraph::responseNormalization), entry("Cropping2D", Dl4jGraph::cropping),
            entry("ZeroPaddingLayer", Dl4jGraph::zeroPadding), entry("zeroPadding", Dl4jGraph::zeroPadding),
            entry("DropoutLayer", Dl4jGraph::identity), entry("dropout", Dl4jGraph::identity),
            entry("PreprocessorVertex", Dl4jGraph::identity),
            entry("Upsampling2D", Dl4jGraph::upsampling), entry("Deconvolution2D", Dl4jGraph::deconvolution),
            entry("PReLULayer", Dl4jGraph::parametricRelu), entry("CenterLossOutputLayer", Dl4jGraph::centerLoss),
            entry("MergeVertex", (graph, layer) -> graph.vertices.merge(layer)),
            entry("ElementWiseVertex", (graph, layer) -> graph.vertices.elementWise(layer)),
            entry("SubsetVertex", (graph, layer) -> graph.vertices.subset(layer)),
            entry("ScaleVertex", (graph, layer) -> graph.vertices.affine(layer, layer.settings().number("scaleFactor", 1), 0)),
            entry("ShiftVertex", (graph, layer) -> graph.vertices.affine(layer, 1, layer.settings().number("shiftFactor", 0))),
            entry("ReshapeVertex", (graph, layer) -> graph.vertices.reshape(layer)),
            entry("PoolHelperVertex", (graph, layer) -> graph.vertices.poolHelper(layer)));

    private final Dl4jInput input;
    private final Layout layout;
    private final Dl4jWeights weights;
    private final Dl4jNodes nodes = new Dl4jNodes();
    private final Dl4jPreprocessor preprocessor;
    private final Dl4jVertices vertices;

    /** Makes the nodes of one kind of layer. */
    private interface Build {
        void build(Dl4jGraph graph, Dl4jLayer layer) throws RefusedException, InvalidNetworkException;
    }

    Dl4jGraph(final Dl4jInput input, final Coefficients coefficients) {
        this.input = input;
        layout = Layout.of(input.topology());
        weights = new Dl4jWeights(coefficients);
        preprocessor = new Dl4jPreprocessor(nodes, layout);
        vertices = new Dl4jVertices(nodes, layout);
    }

    static void checkSupported(final Dl4jLayer layer) throws RefusedException {
        if (!KINDS.containsKey(layer.kind())) {
            throw new RefusedException("layers of this kind are not supported");
        }
    }

    /** Layers come in the order of the file, which is that of their parameters. */
    void add(final Dl4jLayer layer) throws RefusedException, InvalidNetworkException {
        checkSupported(layer);
        try {
            KINDS.get(layer.kind()).build(this, preprocessor.before(layer));
        } catch (final IllegalArgumentException | ArithmeticException e) {
            throw new RefusedException(e.getMessage());
        }
    }

    Dl4jNodes nodes() {
        return nodes;
    }

    private void input(final Dl4jLayer layer) throws RefusedException {
        nodes.append(layer.name(), new Input(input.shape(layer.name())), List.of());
    }

    private void convolution(final Dl4jLayer layer) throws RefusedException, InvalidNetworkException {
        layout.require(layer.settings());
        final Window window = Dl4jWindow.of(layer.settings(), maps(layer));
        final Weighted weighted = weights.convolution(layer, window.rows(), window.cols());
        activated(layer, new Convolution(weighted.weights(), weighted.bias(), window));
    }

    private void depthwise(final Dl4jLayer layer) throws RefusedException, InvalidNetworkException {
        layout.require(layer.settings());
        final Window window = Dl4jWindow.of(layer.settings(), maps(layer));
        final Weighted weighted = weights.depthwise(layer, window.rows(), window.cols());
        activated(layer, new Convolution(weighted.weights(), weighted.bias(), window, layer.settings().positive("nin")));
    }

    /** Two convolutions; the value between them is called {@code NAME/depthwise}. */
    private void separable(final Dl4jLayer layer) throws RefusedException, InvalidNetworkException {
        layout.require(layer.settings());
        final Window window = Dl4jWindow.of(layer.settings(), maps(layer));
        final Separable separable = weights.separable(layer, window.rows(), window.cols());
        final String first = layer.name() + "/depthwise";
        nodes.append(first, new Convolution(separable.depthwise().weights(), separable.depthwise().bias(), window,
                layer.settings().positive("nin")), layer.inputs());
        final Window point = new Window(1, 1, 1, 1, 1, 1, Padding.NONE);
        activated(layer.name(), layer.settings(), new Convolution(separable.pointwise().weights(), separable.pointwise().bias(), point),
                List.of(first));
    }

    private void responseNormalization(final Dl4jLayer layer) throws RefusedException {
        final Dl4jSettings settings = layer.settings();
        layout.require(settings);
        maps(layer);
        nodes.append(layer.name(), new LocalResponseNormalization(2 * ((int) settings.number("n", 5) / 2) + 1, settings.number("k", 2),
                settings.number("alpha", 1e-4), settings.number("beta", 0.75)), layer.inputs());
    }

    private void cropping(final Dl4jLayer layer) throws RefusedException {
        layout.require(layer.settings());
        final int[] sides = layer.settings().numbers("cropping", 0, 0, 0, 0);
        nodes.append(layer.name(), new Cropping(new Padding(sides[0], sides[2], sides[1], sides[3])), layer.inputs());
    }

    private void pooling(final Dl4jLayer layer) throws RefusedException {
        final Dl4jSettings settings = layer.settings();
        layout.require(settings);
        final Window window = Dl4jWindow.of(settings, maps(layer));
        if (window.dilationRows() != 1 || window.dilationCols() != 1) {
            throw new RefusedException("pooling with gaps between its rows is not supported");
        }
        final Reduction reduction = reduction(settings);
        // Networks older than the setting count the padding's zeros.
        final boolean counted = reduction == Reduction.AVERAGE && settings.truth("avgPoolIncludePadInDivisor", true);
        if (counted && !window.padding().equals(Padding.NONE)) {
            final String padded = layer.name() + "/padding";
            nodes.append(padded, new ZeroPadding(window.padding()), layer.inputs());
            final Window inside = new Window(window.rows(), window.cols(), window.strideRows(), window.strideCols(), 1, 1, Padding.NONE);
            nodes.append(layer.name(), new Pooling(reduction, inside), List.of(padded));
            return;
        }
        nodes.append(layer.name(), new Pooling(reduction, window), layer.inputs());
    }

    private void globalPooling(final Dl4jLayer layer) throws RefusedException {
        maps(layer);
        final int[] standard = {2, 3};
        final int[] dimensions = layer.settings().numbers("poolingDimensions", standard);
        if (dimensions[0] != layout.rows() || dimensions[1] != layout.rows() + 1) {
            throw new RefusedException("it pools over other dimensions than rows and columns");
        }
        if (layer.settings().text("poolingType", "MAX").equals("SUM")) {
            final String mean = layer.name() + "/mean";
            final Shape in = nodes.shape(layer.input());
            nodes.append(mean, new GlobalPooling(Reduction.AVERAGE), layer.inputs());
            nodes.append(layer.name(), Dl4jVertices.affine(in.channels(), (double) in.rows() * in.cols(), 0), List.of(mean));
        } else {
            nodes.append(layer.name(), new GlobalPooling(reduction(layer.settings())), layer.inputs());
        }
        if (!layer.settings().truth("collapseDimensions", true)) {
            nodes.markMaps(layer.name());
        }
    }

    private static Reduction reduction(final Dl4jSettings settings) throws RefusedException {
        final String word = settings.text("poolingType", "MAX");
        return switch (word) {
            case "MAX" -> Reduction.MAXIMUM;
            case "AVG" -> Reduction.AVERAGE;
            default -> throw new RefusedException("pooling of the type '%s' is not supported".formatted(word));
        };
    }

    private void batchNormalization(final Dl4jLayer layer) throws RefusedException, InvalidNetworkException {
        layout.require(layer.settings());
        vertices.requireOrder(layer);
        nodes.append(layer.name(), weights.batchNormalization(layer), layer.inputs());
    }

    private void dense(final Dl4jLayer layer) throws RefusedException, InvalidNetworkException {
        if (layer.settings().truth("hasLayerNorm", false)) {
            throw new RefusedException("layer normalization is not supported");
        }
        final Weighted weighted = weights.dense(layer);
        final Shape given = nodes.shape(layer.input());
        final boolean turned = nodes.isTurned(layer.input()) && given.channels() == weighted.weights().length(1);
        final Tensor own = turned ? FlattenedOrder.channelsFirst(weighted.weights(), nodes.maps(layer.input())) : weighted.weights();
        activated(layer, new Dense(own, weighted.bias()));
    }

    private void activation(final Dl4jLayer layer) throws RefusedException {
        final Operator operator = Dl4jActivation.of(layer.settings());
        if (operator instanceof Softmax) {
            vertices.requireOrder(layer);
            if (!nodes.isVector(layer.input())) {
                // Deeplearning4j takes it over the last dimension, the columns, which nobody can have meant; but for CnnLossLayer.
                throw new RefusedException(SOFTMAX_OVER_MAPS);
            }
        }
        nodes.append(layer.name(), operator, layer.inputs());
    }

    private void lossOfMaps(final Dl4jLayer layer) throws RefusedException {
        layout.require(layer.settings());
        nodes.append(layer.name(), Dl4jActivation.of(layer.settings()), layer.inputs());
    }

    private void zeroPadding(final Dl4jLayer layer) throws RefusedException {
        layout.require(layer.settings());
        final int[] sides = layer.settings().numbers("padding", 0, 0, 0, 0);
        nodes.append(layer.name(), new ZeroPadding(new Padding(sides[0], sides[2], sides[1], sides[3])), layer.inputs());
    }

    private void identity(final Dl4jLayer layer) throws RefusedException {
        nodes.append(layer.name(), new Identity(), layer.inputs());
    }

    /** Every position repeated. */
    private void upsampling(final Dl4jLayer layer) throws RefusedException {
        layout.require(layer.settings());
        final Shape in = maps(layer);
        final int[] times = layer.settings().numbers("size", 1, 1);
        nodes.append(layer.name(), new Resize(Sampling.repeat(in.rows(), times[0]), Sampling.repeat(in.cols(), times[1])), layer.inputs());
    }

    private void deconvolution(final Dl4jLayer layer) throws RefusedException, InvalidNetworkException {
        layout.require(layer.settings());
        final TransposedConvolution shaped = Dl4jWindow.transposed(layer.settings(), maps(layer));
        final Window window = shaped.window();
        final Weighted weighted = weights.transposed(layer, window.rows(), window.cols());
        activated(layer, new TransposedConvolution(weighted.weights(), weighted.bias(), window, shaped.extraRows(), shaped.extraCols(), 1));
    }

    private void parametricRelu(final Dl4jLayer layer) throws RefusedException, InvalidNetworkException {
        vertices.requireOrder(layer);
        nodes.append(layer.name(), weights.parametricRelu(layer, nodes.shape(layer.input()), layout), layer.inputs());
    }

    /** A dense layer; the centres of the classes only matter for training. */
    private void centerLoss(final Dl4jLayer layer) throws RefusedException, InvalidNetworkException {
        dense(layer);
        weights.skip(layer, Math.multiplyExact(layer.settings().positive("nin"), layer.settings().positive("nout")));
    }

    /** An operator and the layer's own activation behind it. */
    private void activated(final Dl4jLayer layer, final Operator operator) throws RefusedException {
        activated(layer.name(), layer.settings(), operator, layer.inputs());
    }

    private void activated(final String name, final Dl4jSettings settings, final Operator operator, final List<String> inputs)
            throws RefusedException {
        final Operator activation = Dl4jActivation.of(settings);
        if (activation instanceof Identity) {
            nodes.append(name, operator, inputs);
            return;
        }
        if (activation instanceof Softmax && !(operator instanceof Dense)) {
            throw new RefusedException(SOFTMAX_OVER_MAPS);
        }
        final String linear = name + "/linear";
        nodes.append(linear, operator, inputs);
        nodes.append(name, activation, List.of(linear));
    }

    private Shape maps(final Dl4jLayer layer) throws RefusedException {
        final Shape shape = nodes.shape(layer.input());
        if (nodes.isVector(layer.input())) {
            throw new RefusedException("it wants maps, its input is a vector of %d values".formatted(shape.channels()));
        }
        return shape;
    }
}
