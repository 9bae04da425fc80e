package org.filterscope.engine.keras;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a layer is, whichever version wrote it: functions of TensorFlow that Keras 2 made layers of have the names of Keras 3's operations
 * here. And what to tell about layers that cannot be read.
 */
final class KerasKinds {
    /** Layers that work in training only. */
    static final Set<String> IDLE = Set.of("Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout", "AlphaDropout",
            "ActivityRegularization", "Identity", "RandomFlip", "RandomRotation", "RandomZoom", "RandomTranslation", "RandomContrast",
            "RandomBrightness", "RandomHeight", "RandomWidth", "RandomColorDegeneration", "RandomColorJitter", "RandomErasing",
            "RandomElasticTransform", "RandomGaussianBlur", "RandomGrayscale", "RandomHue", "RandomInvert", "RandomPerspective",
            "RandomPosterization", "RandomSaturation", "RandomSharpness", "RandomShear", "RandAugment", "AugMix", "CutMix", "MixUp");

    /** Operations that are activation functions, and the function's name. */
    static final Map<String, String> ACTIVATIONS = Map.ofEntries(entry("Relu", "relu"), entry("Relu6", "relu6"), entry("Sigmoid", "sigmoid"),
            entry("Silu", "silu"), entry("Tanh", "tanh"), entry("HardSigmoid", "hard_sigmoid"), entry("HardSilu", "hard_silu"),
            entry("HardTanh", "hard_tanh"), entry("Selu", "selu"), entry("Softplus", "softplus"), entry("Softsign", "softsign"));

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(entry("__operators__.add", "Add"), entry("math.add", "Add"),
            entry("math.subtract", "Subtract"), entry("math.multiply", "Multiply"), entry("math.truediv", "TrueDivide"),
            entry("math.divide", "TrueDivide"), entry("nn.bias_add", "BiasAdd"), entry("nn.relu", "Relu"), entry("nn.relu6", "Relu6"),
            entry("nn.sigmoid", "Sigmoid"), entry("math.sigmoid", "Sigmoid"), entry("nn.tanh", "Tanh"), entry("math.tanh", "Tanh"),
            entry("nn.silu", "Silu"), entry("nn.swish", "Silu"), entry("nn.selu", "Selu"), entry("nn.softplus", "Softplus"),
            entry("math.softplus", "Softplus"), entry("nn.softsign", "Softsign"), entry("nn.softmax", "Softmax"),
            entry("concat", "Concatenate"), entry("math.reduce_mean", "Mean"), entry("math.reduce_max", "Max"),
            entry("identity", "Identity"), entry("__operators__.getitem", "GetItem"), entry("stack", "Stack"));

    private static final Map<String, String> REASONS = Map.of(
            "Lambda", "a Lambda layer is Python code, which is never run; put layers in its place (Rescaling, for example) and save again",
            "TensorFlowOpLayer", "operations as TensorFlow 2.0 to 2.3 stored them are not supported; save the model again with a newer version",
            "TimeDistributed", "layers applied to each of several pictures are not supported",
            "LocallyConnected2D", "a layer with other weights at each position is not supported",
            "ThresholdedReLU", "this activation function is not supported",
            "Permute", "dimensions in another order are not supported");

    private KerasKinds() {
    }

    static String of(final KerasLayer layer) {
        if (layer.kind().equals("TFOpLambda") || layer.kind().equals("SlicingOpLambda")) {
            return FUNCTIONS.getOrDefault(function(layer), layer.kind());
        }
        return layer.kind();
    }

    /** Why layers of this kind are refused. */
    static String reason(final KerasLayer layer) {
        if (layer.kind().endsWith("OpLambda")) {
            return "the function '%s' is not supported".formatted(function(layer));
        }
        final String kind = layer.kind();
        if (REASONS.containsKey(kind)) {
            return REASONS.get(kind);
        }
        if (kind.endsWith("Normalization")) {
            return "only batch normalization is supported";
        }
        if (kind.endsWith("Attention")) {
            return "attention is not supported";
        }
        if (kind.toLowerCase(Locale.ROOT).matches(".*(1d|3d|lstm|gru|rnn|embedding)")) {
            return "only layers for pictures are supported";
        }
        return "layers of this kind are not supported";
    }

    private static String function(final KerasLayer layer) {
        return layer.config().has("function") ? layer.config().get("function").getAsString() : "";
    }
}
