package org.filterscope.engine.onnx.read;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import onnx.Onnx.TensorProto;
import onnx.Onnx.TensorProto.DataLocation;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.Tensor;
import org.filterscope.engine.onnx.read.Constant.Floats;
import org.filterscope.engine.onnx.read.InitializerBytes.Span;
import org.filterscope.engine.read.PlaceNumbers;
import org.filterscope.engine.read.WeightBlock;

/**
 * Numbers for the places of some weights. Only initializers with the very values that are asked for, in whatever order, get them: many numbers in
 * the file are settings of operators, and with other settings the model would be another.
 *
 * @param firsts number of an initializer's first value, by its name
 * @param blocks where they lie; without those whose values do not lie side by side in the file
 */
record InitializerPlaces(Map<String, Integer> firsts, List<WeightBlock> blocks) {

    static InitializerPlaces of(final OnnxFile file, final List<Tensor> wanted) throws InvalidNetworkException {
        final List<float[]> sorted = wanted.stream().map(tensor -> sorted(tensor.values())).toList();
        final TensorValues values = new TensorValues(file.external());
        final PlaceNumbers numbers = new PlaceNumbers();
        final Map<String, Integer> firsts = new HashMap<>();
        final List<WeightBlock> blocks = new ArrayList<>();
        final List<Span> spans = spans(file);
        for (int i = 0; i < file.model().getGraph().getInitializerCount(); i++) {
            final TensorProto tensor = file.model().getGraph().getInitializer(i);
            if (tensor.getDataLocation() != DataLocation.EXTERNAL && values.isReal(tensor)
                    && values.read(tensor) instanceof Floats(var dims, var found) && isAmong(found, sorted)) {
                block(numbers.next(), found.length, spans.get(i), tensor.getDataType()).ifPresent(blocks::add);
                firsts.put(tensor.getName(), numbers.next());
                numbers.take(dims);
            }
        }
        return new InitializerPlaces(firsts, blocks);
    }

    private static Optional<WeightBlock> block(final int first, final int count, final Span span, final int type) {
        return span.encoding(type).filter(encoding -> span.holds(count, encoding))
                .map(encoding -> new WeightBlock(first, count, span.offset(), encoding, ByteOrder.LITTLE_ENDIAN));
    }

    private static List<Span> spans(final OnnxFile file) throws InvalidNetworkException {
        try {
            final List<Span> spans = InitializerBytes.of(file.stream());
            if (spans.size() != file.model().getGraph().getInitializerCount()) {
                throw new InvalidNetworkException("the file tells of its weights in a way that cannot be followed");
            }
            return spans;
        } catch (final IOException e) {
            throw new InvalidNetworkException("the file is no ONNX model, or it is truncated or damaged", e);
        }
    }

    private static boolean isAmong(final float[] values, final List<float[]> sorted) {
        if (sorted.stream().noneMatch(wanted -> wanted.length == values.length)) {
            return false;
        }
        final float[] own = sorted(values);
        return sorted.stream().anyMatch(wanted -> Arrays.equals(wanted, own));
    }

    private static float[] sorted(final float[] values) {
        final float[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
