package org.filterscope.engine.dl4j;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

import org.filterscope.engine.graph.Arithmetic.Affine;
import org.filterscope.engine.graph.Arithmetic.Maximum;
import org.filterscope.engine.graph.Arithmetic.Mean;
import org.filterscope.engine.graph.Arithmetic.Multiply;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Rearrangement.Cropping;
import org.filterscope.engine.graph.Rearrangement.Reshape;
import org.filterscope.engine.graph.Rearrangement.Reshape.Order;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.read.RefusedException;

/** Makes the nodes of a graph's vertices that are no layers. */
record Dl4jVertices(Dl4jNodes nodes, Layout layout) {

    void merge(final Dl4jLayer vertex) throws RefusedException {
        requireOrder(vertex);
        final boolean vectors = nodes.isVector(vertex.input());
        if (vertex.settings().number("mergeAxis", 1) != (vectors ? 1 : layout.channels())) {
            throw new RefusedException("it joins along another dimension than the channels");
        }
        nodes.append(vertex.name(), new Concatenate(), vertex.inputs());
    }

    void elementWise(final Dl4jLayer vertex) throws RefusedException {
        requireOrder(vertex);
        final String operation = vertex.settings().text("op", "none");
        final Operator operator = switch (operation) {
            case "Add" -> new Add();
            case "Product" -> new Multiply();
            case "Max" -> new Maximum();
            case "Average" -> new Mean();
            case "Subtract" -> null;
            default -> throw new RefusedException("the operation '%s' is not supported".formatted(operation));
        };
        if (operator != null) {
            nodes.append(vertex.name(), operator, vertex.inputs());
            return;
        }
        if (vertex.inputs().size() != 2) {
            throw new RefusedException("it subtracts %d values; two are supported".formatted(vertex.inputs().size()));
        }
        final String second = vertex.inputs().get(1);
        final String negative = vertex.name() + "/negative";
        nodes.append(negative, affine(nodes.shape(second).channels(), -1, 0), List.of(second));
        nodes.append(vertex.name(), new Add(), List.of(vertex.input(), negative));
    }

    /** Channels from one to another, both inclusive. */
    void subset(final Dl4jLayer vertex) throws RefusedException {
        requireOrder(vertex);
        requireChannelsFirst(vertex);
        final int from = (int) vertex.settings().number("from", 0);
        final int to = (int) vertex.settings().number("to", 0);
        if (from < 0 || to < from || to >= nodes.shape(vertex.input()).channels()) {
            throw new RefusedException("it takes the channels %d to %d of %d".formatted(from, to, nodes.shape(vertex.input()).channels()));
        }
        nodes.append(vertex.name(), new ChannelSelection(IntStream.rangeClosed(from, to).boxed().toList()), vertex.inputs());
    }

    void affine(final Dl4jLayer vertex, final double factor, final double summand) throws RefusedException {
        nodes.append(vertex.name(), affine(nodes.shape(vertex.input()).channels(), factor, summand), vertex.inputs());
    }

    /** The same factor and summand for all channels. */
    static Affine affine(final int channels, final double factor, final double summand) {
        final float[] factors = new float[channels];
        final float[] summands = new float[channels];
        Arrays.fill(factors, (float) factor);
        Arrays.fill(summands, (float) summand);
        return new Affine(Tensor.vector(factors), Tensor.vector(summands));
    }

    /** The new shape begins with the number of images, which must be left open. */
    void reshape(final Dl4jLayer vertex) throws RefusedException {
        requireOrder(vertex);
        requireChannelsFirst(vertex);
        final int[] shape = shape(vertex.settings());
        if (!vertex.settings().text("reshapeOrder", "c").equals("c") || shape[0] != -1) {
            throw new RefusedException("only reshaping every image for itself is supported, with new lengths -1, channels, rows, columns");
        }
        if (shape.length == 2) {
            nodes.append(vertex.name(), nodes.isVector(vertex.input()) ? new Identity() : new Flatten(), vertex.inputs());
        } else {
            nodes.append(vertex.name(), new Reshape(new Shape(shape[1], shape[2], shape[3]), Order.CHANNELS_FIRST), vertex.inputs());
            nodes.markMaps(vertex.name());
        }
    }

    private static int[] shape(final Dl4jSettings settings) throws RefusedException {
        try {
            final JsonArray given = settings.find("newShape").map(JsonElement::getAsJsonArray).orElseThrow();
            final int[] shape = given.asList().stream().mapToInt(JsonElement::getAsInt).toArray();
            if (shape.length == 2 || shape.length == 4) {
                return shape;
            }
        } catch (final RuntimeException e) {
            // told below
        }
        throw new RefusedException("the new shape %s is not supported; only vectors and maps are".formatted(settings.json().get("newShape")));
    }

    /** Without the first row and the first column, as GoogLeNet of Keras's early days needs it. */
    void poolHelper(final Dl4jLayer vertex) throws RefusedException {
        requireChannelsFirst(vertex);
        nodes.append(vertex.name(), new Cropping(new Padding(1, 1, 0, 0)), vertex.inputs());
    }

    private void requireChannelsFirst(final Dl4jLayer vertex) throws RefusedException {
        if (layout != Layout.NCHW && !nodes.isVector(vertex.input())) {
            throw new RefusedException("it works on the rows of channels-last maps, which is not supported");
        }
    }

    /** Refuses to mix vectors whose values we have in another order than Deeplearning4j. */
    void requireOrder(final Dl4jLayer layer) throws RefusedException {
        if (layer.inputs().stream().anyMatch(nodes::isTurned)) {
            throw new RefusedException("only dense layers are supported on maps flattened channels-last");
        }
    }
}
