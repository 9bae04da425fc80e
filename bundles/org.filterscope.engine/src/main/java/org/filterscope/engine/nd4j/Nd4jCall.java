package org.filterscope.engine.nd4j;

import java.util.List;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp.DynamicCustomOpsBuilder;
import org.nd4j.linalg.factory.Nd4j;

/** One call of a native operation by its name, into an array that exists already. */
final class Nd4jCall {
    private final DynamicCustomOpsBuilder builder;

    private Nd4jCall(final String name) {
        builder = DynamicCustomOp.builder(name);
    }

    static Nd4jCall of(final String name) {
        return new Nd4jCall(name);
    }

    Nd4jCall inputs(final List<INDArray> arrays) {
        builder.addInputs(arrays.toArray(INDArray[]::new));
        return this;
    }

    Nd4jCall integers(final int... arguments) {
        if (arguments.length > 0) {
            builder.addIntegerArguments(arguments);
        }
        return this;
    }

    Nd4jCall numbers(final double... arguments) {
        for (final double argument : arguments) {
            builder.addFloatingPointArguments(argument);
        }
        return this;
    }

    INDArray into(final INDArray result) {
        Nd4j.exec(builder.addOutputs(result).build());
        return result;
    }
}
