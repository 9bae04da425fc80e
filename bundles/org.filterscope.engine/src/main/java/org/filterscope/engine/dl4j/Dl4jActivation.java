package org.filterscope.engine.dl4j;

import java.util.Locale;
import java.util.Optional;

import com.google.gson.JsonElement;

import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.read.RefusedException;

/** The activation functions, by the words of all versions. */
final class Dl4jActivation {

    private Dl4jActivation() {
    }

    /** The activation that a layer's settings name; {@link Identity} for none. */
    static Operator of(final Dl4jSettings settings) throws RefusedException {
        // Up to 0.7 "activationFunction": "relu", then "activationFn": {…}.
        final Optional<JsonElement> given = settings.find("activationFn").or(() -> settings.find("activationFunction"));
        if (given.isEmpty()) {
            throw new RefusedException("it does not tell its activation");
        }
        final Dl4jObject function;
        try {
            function = Dl4jObject.of(given.get());
        } catch (final IllegalStateException e) {
            throw new RefusedException("its activation %s cannot be understood".formatted(given.get()));
        }
        return switch (function.kind().replaceFirst("^Activation", "").toLowerCase(Locale.ROOT)) {
            case "identity" -> new Identity();
            case "relu" -> relu(function.settings());
            case "sigmoid" -> new Activation(Function.SIGMOID);
            case "tanh" -> new Activation(Function.TANH);
            case "softmax" -> new Softmax();
            case "lrelu", "leakyrelu" -> new Activation(Function.LEAKY_RELU, function.settings().number("alpha", 0.01), 0);
            case "elu" -> new Activation(Function.ELU, function.settings().number("alpha", 1), 0);
            // Outside training it takes the middle of its slopes.
            case "rrelu" -> new Activation(Function.LEAKY_RELU,
                    (function.settings().number("l", 1 / 8.0) + function.settings().number("u", 1 / 3.0)) / 2, 0);
            case "hardtanh" -> new Activation(Function.CLIP, -1, 1);
            case "selu" -> new Activation(Function.SELU);
            case "hardsigmoid" -> new Activation(Function.HARD_SIGMOID, 0.2, 0.5);
            case "relu6" -> new Activation(Function.CLIP, 0, 6);
            case "softplus" -> new Activation(Function.SOFTPLUS);
            case "softsign" -> new Activation(Function.SOFTSIGN);
            case "swish" -> new Activation(Function.SWISH);
            case "mish" -> new Activation(Function.MISH);
            default -> throw new RefusedException("the activation '%s' is not supported".formatted(function.kind()));
        };
    }

    private static Activation relu(final Dl4jSettings settings) throws RefusedException {
        final double slope = settings.number("negativeSlope", 0);
        final boolean bounded = settings.find("max").isPresent() && settings.number("max", 0) > 0;
        if (settings.number("threshold", 0) != 0 || slope != 0 && bounded) {
            throw new RefusedException("a ReLU with a threshold, or with both a slope and a maximum, is not supported");
        }
        if (slope != 0) {
            return new Activation(Function.LEAKY_RELU, slope, 0);
        }
        return bounded ? new Activation(Function.CLIP, 0, settings.number("max", 0)) : new Activation(Function.RELU);
    }
}
