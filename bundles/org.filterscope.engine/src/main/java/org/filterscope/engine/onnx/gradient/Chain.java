package org.filterscope.engine.onnx.gradient;

import org.filterscope.engine.onnx.write.OnnxCall;
import org.filterscope.engine.onnx.write.OnnxGraph;

/** Writes small formulas: nodes that take values and constants, with names that all begin alike. */
record Chain(OnnxGraph graph, String prefix) {

    OnnxCall call(final String operator, final String... inputs) {
        return graph.call(operator, inputs);
    }

    String of(final String operator, final String... inputs) {
        return of(graph.call(operator, inputs));
    }

    String of(final OnnxCall call) {
        return call.to(prefix);
    }

    String number(final double value) {
        return graph.number(value);
    }

    String oneMinus(final String x) {
        return of("Sub", number(1), x);
    }
}
