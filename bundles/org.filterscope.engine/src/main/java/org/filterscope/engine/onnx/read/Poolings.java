package org.filterscope.engine.onnx.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Padding;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.graph.Window;
import org.filterscope.engine.read.RefusedException;

/** Pooling over windows and over whole maps. */
final class Poolings {
    static final Map<String, Build> OPERATORS = Map.of(
            "MaxPool", Build.one(call -> pooling(call, Reduction.MAXIMUM)),
            "AveragePool", Build.one(call -> pooling(call, Reduction.AVERAGE)),
            "GlobalMaxPool", Build.one(call -> call.appendMaps(new GlobalPooling(Reduction.MAXIMUM), call.maps(0))),
            "GlobalAveragePool", Build.one(call -> call.appendMaps(new GlobalPooling(Reduction.AVERAGE), call.maps(0))),
            "ReduceMax", Build.one(call -> reduce(call, Reduction.MAXIMUM)),
            "ReduceMean", Build.one(call -> reduce(call, Reduction.AVERAGE)));

    private Poolings() {
    }

    private static View pooling(final Call call, final Reduction reduction) throws RefusedException {
        final View input = call.maps(0);
        final Attributes attributes = call.attributes();
        final int[] kernel = attributes.integers("kernel_shape", 0, 0);
        final Window window = OnnxWindow.of(attributes, kernel[0], kernel[1], input.shape());
        final boolean counted = attributes.integer("count_include_pad", 0) != 0;
        final boolean roundedUp = attributes.integer("ceil_mode", 0) != 0;
        return call.appendMaps(new Pooling(reduction, roundedUp ? OnnxWindow.roundedUp(window, input.shape()) : window,
                counted && reduction == Reduction.AVERAGE ? window.padding() : Padding.NONE), input);
    }

    private static View reduce(final Call call, final Reduction reduction) throws RefusedException {
        final View input = call.view(0);
        final Shape shape = input.shape();
        final long[] axes = call.integers("axes", 1)
                .orElseThrow(() -> new RefusedException("it works across images"));
        final List<Integer> reduced = Call.dimensions(axes, input);
        final boolean kept = call.attributes().integer("keepdims", 1) != 0;
        final List<Factor> gone = new ArrayList<>();
        final List<Factor> stay = new ArrayList<>();
        final List<List<Factor>> dims = new ArrayList<>();
        for (int i = 0; i < input.dims().size(); i++) {
            final List<Factor> dim = input.dims().get(i);
            final boolean goes = reduced.contains(i);
            (goes ? gone : stay).addAll(dim);
            if (!goes || kept) {
                dims.add(goes ? dim.stream().limit(1).map(digit -> new Factor(digit.axis(), 1, 1)).toList() : dim);
            }
        }
        final int positions = gone.stream().mapToInt(Factor::length).reduce(1, Math::multiplyExact);
        if (gone.stream().anyMatch(digit -> digit.axis() == Axis.CHANNELS && digit.length() > 1)
                || positions != shape.rows() * shape.cols()
                || stay.stream().anyMatch(digit -> digit.axis() != Axis.CHANNELS && digit.length() > 1)) {
            throw new RefusedException("it works over other dimensions than the rows and columns together");
        }
        final String layer = call.append(new GlobalPooling(reduction), input.layer());
        return new View(layer, call.layers().shape(layer), dims, layer);
    }
}
