package org.filterscope.engine.keras;

import java.util.ArrayList;
import java.util.List;

/** The weights that a layer has, in the order in which Keras makes them: {@code .keras} files have their numbers only. */
final class KerasRoles {

    private KerasRoles() {
    }

    static List<String> of(final KerasLayer layer) {
        final KerasSettings settings = new KerasSettings(layer.config());
        final List<String> bias = settings.truth("use_bias", true) ? List.of("bias") : List.of();
        return switch (layer.kind()) {
            case "Conv2D", "Conv2DTranspose", "Dense", "DepthwiseConv2D" -> join(List.of("kernel"), bias);
            case "SeparableConv2D" -> join(List.of("depthwise_kernel", "pointwise_kernel"), bias);
            case "BatchNormalization" -> join(settings.truth("scale", true) ? List.of("gamma") : List.of(),
                    join(settings.truth("center", true) ? List.of("beta") : List.of(), List.of("moving_mean", "moving_variance")));
            case "PReLU" -> List.of("alpha");
            case "Normalization" -> List.of("mean", "variance", "count");
            default -> List.of();
        };
    }

    private static List<String> join(final List<String> first, final List<String> second) {
        final List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
