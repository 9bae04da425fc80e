package org.filterscope.engine.keras;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

import org.filterscope.engine.graph.Operator;
import org.filterscope.engine.graph.Operator.Activation;
import org.filterscope.engine.graph.Operator.Activation.Function;
import org.filterscope.engine.graph.Operator.Identity;
import org.filterscope.engine.graph.Operator.Softmax;
import org.filterscope.engine.read.RefusedException;

/**
 * Keras's activation functions.
 *
 * @param version of Keras that wrote the model: 3 changed the meaning of a name
 */
record KerasActivations(KerasVersion version) {
    private static final double SIXTH = 1.0 / 6;

    /** What a layer's setting {@code activation} says: a name, or a whole layer. */
    Operator of(final JsonElement given) throws RefusedException {
        if (given == null || given.isJsonNull()) {
            return new Identity();
        }
        if (given.isJsonPrimitive()) {
            return named(given.getAsString());
        }
        final JsonObject object = given.getAsJsonObject();
        final String kind = object.get("class_name").getAsString();
        if (kind.equals("function")) {
            throw new RefusedException("its activation is the Python function %s, whose code is not in the file".formatted(object.get("config")));
        }
        final KerasSettings settings = new KerasSettings(object.getAsJsonObject("config"));
        return switch (kind) {
            case "Activation" -> of(settings.config().get("activation"));
            case "ReLU" -> relu(settings);
            case "LeakyReLU" -> leakyRelu(settings);
            case "ELU" -> elu(settings);
            case "Softmax" -> {
                if (settings.number("axis", -1) != -1) {
                    throw new RefusedException("its softmax works along the axis %s".formatted(settings.config().get("axis")));
                }
                yield new Softmax();
            }
            default -> throw new RefusedException("a layer '%s' as its activation is not supported".formatted(kind));
        };
    }

    /** By the name that layers give in their setting {@code activation}. */
    Operator named(final String name) throws RefusedException {
        return switch (name) {
            case "linear" -> new Identity();
            case "softmax" -> new Softmax();
            case "log_softmax" -> new Softmax(true);
            case "relu" -> new Activation(Function.RELU);
            case "relu6" -> new Activation(Function.CLIP, 0, 6);
            case "leaky_relu" -> new Activation(Function.LEAKY_RELU, 0.2, 0);
            case "elu" -> new Activation(Function.ELU, 1, 0);
            case "selu" -> new Activation(Function.SELU);
            case "gelu" -> new Activation(Function.GELU);
            case "sigmoid" -> new Activation(Function.SIGMOID);
            case "hard_sigmoid" -> version.since(3, 0) ? new Activation(Function.HARD_SIGMOID, SIXTH, 0.5)
                    : new Activation(Function.HARD_SIGMOID, 0.2, 0.5);
            case "hard_tanh" -> new Activation(Function.CLIP, -1, 1);
            case "tanh" -> new Activation(Function.TANH);
            case "softplus" -> new Activation(Function.SOFTPLUS);
            case "softsign" -> new Activation(Function.SOFTSIGN);
            case "swish", "silu" -> new Activation(Function.SWISH);
            case "hard_swish", "hard_silu" -> new Activation(Function.HARD_SWISH, SIXTH, 0.5);
            case "mish" -> new Activation(Function.MISH);
            default -> throw new RefusedException("the activation '%s' is not supported".formatted(name));
        };
    }

    /** The layer {@code ReLU} with its bounds and slopes. */
    static Operator relu(final KerasSettings settings) throws RefusedException {
        final double slope = settings.number("negative_slope", 0);
        final double most = settings.number("max_value", Double.POSITIVE_INFINITY);
        if (settings.number("threshold", 0) != 0 || slope != 0 && Double.isFinite(most)) {
            throw new RefusedException("a ReLU with a threshold, or with both a slope and a maximum, is not supported");
        }
        if (slope != 0) {
            return new Activation(Function.LEAKY_RELU, slope, 0);
        }
        return Double.isFinite(most) ? new Activation(Function.CLIP, 0, most) : new Activation(Function.RELU);
    }

    /** The layer {@code LeakyReLU}; Keras 3 renamed its setting. */
    static Operator leakyRelu(final KerasSettings settings) throws RefusedException {
        return new Activation(Function.LEAKY_RELU, settings.number("negative_slope", settings.number("alpha", 0.3)), 0);
    }

    static Operator elu(final KerasSettings settings) throws RefusedException {
        return new Activation(Function.ELU, settings.number("alpha", 1), 0);
    }
}
