package org.filterscope.analysis.classes;

import org.filterscope.engine.graph.Arithmetic;
import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Add;
import org.filterscope.engine.graph.Operator.BatchNormalization;
import org.filterscope.engine.graph.Operator.Concatenate;
import org.filterscope.engine.graph.Operator.Convolution;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.graph.Operator.Flatten;
import org.filterscope.engine.graph.Operator.GlobalPooling;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Input;
import org.filterscope.engine.graph.Operator.Pooling;
import org.filterscope.engine.graph.Operator.Reduction;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.graph.Operator.ZeroPadding;
import org.filterscope.engine.graph.Rearrangement;
import org.filterscope.engine.graph.TransposedConvolution;

/** Which operators are affine: their result is a fixed matrix times their inputs, plus constants. Told by the kind of operator alone. */
public final class AffineOperators {

    private AffineOperators() {
    }

    /** A product is affine in each factor, but the matrix then depends on the picture; so it does not count. */
    public static boolean contains(final Operator operator) {
        return switch (operator) {
            case final Convolution convolution -> true;
            case final TransposedConvolution convolution -> true;
            case final BatchNormalization normalization -> true;
            case final Dense dense -> true;
            case final Flatten flatten -> true;
            case final Add add -> true;
            case final Concatenate concatenate -> true;
            case final ZeroPadding padding -> true;
            case final Identity identity -> true;
            case final Rearrangement rearrangement -> true;
            case final Pooling pooling -> pooling.reduction() == Reduction.AVERAGE;
            case final GlobalPooling pooling -> pooling.reduction() == Reduction.AVERAGE;
            case final Arithmetic arithmetic -> arithmetic instanceof Arithmetic.Mean || arithmetic instanceof Arithmetic.Affine;
            case final Activation activation -> false;
            case final Softmax softmax -> false;
            case final Input input -> false;
        };
    }
}
