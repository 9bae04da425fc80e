package org.filterscope.engine.onnx.read;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Rearrangement.ChannelSelection;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.graph.TransposedConvolution;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.onnx.read.Constant.Floats;
import org.filterscope.engine.read.RefusedException;

/** Convolutions, transposed ones, and what can be written as one. */
final class Convolutions {
    static final Map<String, Build> OPERATORS = Map.of(
            "Conv", Build.one(Convolutions::convolution),
            "ConvTranspose", Build.one(Convolutions::transposed),
            "DepthToSpace", Build.one(Convolutions::depthToSpace),
            "SpaceToDepth", Build.one(Convolutions::spaceToDepth));

    /** A small file could ask for kernels of any size to pick positions with. */
    private static final int MOST_PICKS = 1 << 24;

    private Convolutions() {
    }

    private static View convolution(final Call call) throws RefusedException {
        final View input = call.maps(0);
        final Tensor weights = call.tensor(1, 4);
        requireKernel(call, weights);
        final Window window = OnnxWindow.of(call.attributes(), weights.length(2), weights.length(3), input.shape());
        return call.appendMaps(new Convolution(weights, bias(call, weights.length(0)), window, groups(call, input.shape().channels())), input);
    }

    private static View transposed(final Call call) throws RefusedException {
        final View input = call.maps(0);
        final Tensor weights = call.tensor(1, 4);
        requireKernel(call, weights);
        final int groups = groups(call, input.shape().channels());
        final Attributes attributes = call.attributes();
        final int[] extra = attributes.integers("output_padding", 0, 0);
        final Window open = OnnxWindow.unpadded(attributes, weights.length(2), weights.length(3));
        final String rule = attributes.text("auto_pad", "NOTSET");
        final boolean same = rule.startsWith("SAME");
        final Shape in = input.shape();
        final int[] none = {in.rows() * open.strideRows(), in.cols() * open.strideCols()};
        final int[] given = attributes.integers("output_shape").orElse(new int[0]);
        if (given.length == 1) {
            throw new RefusedException("its output_shape has 1 number, rows and columns are expected");
        }
        final TransposedConvolution operator;
        if (given.length > 0 || same) {
            // Some exporters write the whole shape, with images and channels.
            final int[] wanted = given.length == 0 ? none : new int[] {given[given.length - 2], given[given.length - 1]};
            final int[] rows = cut(painted(in.rows(), open.strideRows(), open.spanRows(), extra[0]), wanted[0], rule.equals("SAME_UPPER"));
            final int[] cols = cut(painted(in.cols(), open.strideCols(), open.spanCols(), extra[1]), wanted[1], rule.equals("SAME_UPPER"));
            operator = new TransposedConvolution(weights, bias(call, weights.length(1) * groups),
                    OnnxWindow.padded(open, new Padding(rows[0], cols[0], rows[1], cols[1])), extra[0] + rows[2], extra[1] + cols[2], groups);
        } else {
            final Padding padding = rule.equals("VALID") ? Padding.NONE : OnnxWindow.padding(attributes);
            operator = new TransposedConvolution(weights, bias(call, weights.length(1) * groups), OnnxWindow.padded(open, padding), extra[0],
                    extra[1], groups);
        }
        return call.appendMaps(operator, input);
    }

    private static int painted(final int length, final int stride, final int span, final int extra) {
        return Math.addExact(Math.multiplyExact(length - 1, stride), Math.addExact(span, extra));
    }

    /** What is cut off before and after to get the wanted length, and what is added after. The odd one goes before, but for SAME_UPPER. */
    private static int[] cut(final int painted, final int wanted, final boolean upper) {
        final int total = Math.max(0, painted - wanted);
        final int before = upper ? total / 2 : total - total / 2;
        return new int[] {before, total - before, Math.max(0, wanted - painted)};
    }

    /** Each group of channels is painted into the positions of one channel: a transposed convolution with one 1 in every kernel. */
    private static View depthToSpace(final Call call) throws RefusedException {
        final View input = call.maps(0);
        final int block = block(call);
        final int channels = input.shape().channels();
        final int results = channels / (block * block);
        if (results * block * block != channels) {
            throw new RefusedException("%d channels cannot be spread over blocks of %d × %d".formatted(channels, block, block));
        }
        String from = input.layer();
        if (!call.attributes().text("mode", "DCR").equals("CRD")) {
            // The depth runs slowest: gather what belongs to one result.
            final List<Integer> order = IntStream.range(0, channels).map(i -> i % (block * block) * results + i / (block * block)).boxed().toList();
            from = call.layers().append(call.name() + "/order", new ChannelSelection(order), from);
        }
        return call.result(call.append(new TransposedConvolution(ones(channels, block), new Tensor(List.of(results), new float[results]),
                window(block), 0, 0, results), from));
    }

    private static View spaceToDepth(final Call call) throws RefusedException {
        final View input = call.maps(0);
        final int block = block(call);
        final int channels = input.shape().channels();
        final int results = Math.multiplyExact(channels, block * block);
        if (input.shape().rows() % block != 0 || input.shape().cols() % block != 0) {
            throw new RefusedException("maps of %s cannot be cut into blocks of %d × %d".formatted(input.shape(), block, block));
        }
        final String cut = call.layers().append(call.name() + "/blocks", new Convolution(ones(results, block),
                new Tensor(List.of(results), new float[results]), window(block), channels), input.layer());
        final List<Integer> order = IntStream.range(0, results).map(i -> i % channels * block * block + i / channels).boxed().toList();
        return call.result(call.append(new ChannelSelection(order), cut));
    }

    private static int block(final Call call) throws RefusedException {
        final int block = call.attributes().integer("blocksize", 0);
        if (block < 1 || block > 64) {
            throw new RefusedException("blocks of %d × %d are not supported".formatted(block, block));
        }
        return block;
    }

    /** Kernel i picks the i-th position of its block. */
    private static Tensor ones(final int kernels, final int block) throws RefusedException {
        final int positions = block * block;
        if ((long) kernels * positions > MOST_PICKS) {
            throw new RefusedException("blocks of %d × %d of so many channels are not supported".formatted(block, block));
        }
        final float[] values = new float[kernels * positions];
        for (int i = 0; i < kernels; i++) {
            values[i * positions + i % positions] = 1;
        }
        return new Tensor(List.of(kernels, 1, block, block), values);
    }

    private static Window window(final int block) {
        return new Window(block, block, block, block, 1, 1, Padding.NONE);
    }

    private static int groups(final Call call, final int channels) throws RefusedException {
        final int groups = call.attributes().integer("group", 1);
        if (groups < 1 || groups > channels) {
            throw new RefusedException("it has %d groups of %d channels".formatted(groups, channels));
        }
        return groups;
    }

    private static Tensor bias(final Call call, final int filters) throws RefusedException {
        final float[] values = call.floats(2).map(Floats::values).orElseGet(() -> new float[filters]);
        return new Tensor(List.of(values.length), values);
    }

    private static void requireKernel(final Call call, final Tensor weights) throws RefusedException {
        final int[] kernel = call.attributes().integers("kernel_shape", weights.length(2), weights.length(3));
        if (kernel[0] != weights.length(2) || kernel[1] != weights.length(3)) {
            throw new RefusedException("its kernel should be %d × %d, its weights are %d × %d".formatted(kernel[0], kernel[1],
                    weights.length(2), weights.length(3)));
        }
    }
}
