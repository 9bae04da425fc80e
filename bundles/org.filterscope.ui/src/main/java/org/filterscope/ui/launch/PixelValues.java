package org.filterscope.ui.launch;

import java.util.List;

import org.filterscope.core.configuration.ConfigurationText;

/** What trainings usually do with the values of pixels; no model tells which. */
public enum PixelValues {
    /** As they are: 0 to 255. */
    BYTES("", List.of(), List.of()),
    /** 0 to 1, as Keras' {@code Rescaling(1/255)}. */
    SHARES("0.00392156862745098", List.of(), List.of()),
    /** -1 to 1, as MobileNet and Inception of Keras. */
    SIGNED("0.00784313725490196", List.of("1"), List.of()),
    /** Mean and deviation of ImageNet's colours, as torchvision's models. */
    IMAGENET("0.00392156862745098", List.of("0.485", "0.456", "0.406"), List.of("0.229", "0.224", "0.225"));

    private final String scale;
    private final List<String> mean;
    private final List<String> std;

    PixelValues(final String scale, final List<String> mean, final List<String> std) {
        this.scale = scale;
        this.mean = mean;
        this.std = std;
    }

    ConfigurationText in(final ConfigurationText text) {
        final ConfigurationText scaled = scale.isEmpty() ? text : text.with("input.scale", scale);
        final ConfigurationText centred = mean.isEmpty() ? scaled : mean.size() == 1 ? scaled.with("input.mean", mean.getFirst())
                : scaled.with("input.mean", mean);
        return std.isEmpty() ? centred : centred.with("input.std", std);
    }
}
