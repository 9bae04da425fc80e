package org.filterscope.ui.trace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.HeatRequest;

/** The heat that can be laid over a picture, with what it costs in pictures that go through the network. */
enum HeatMethod {
    CONTRIBUTION(HeatRequest.CONTRIBUTION, Messages.HeatMethod_contribution, Look.SELECTION, 1, 1),
    ACTIVATION(HeatRequest.ACTIVATION, Messages.HeatMethod_activation, Look.SELECTION, 1, 0),
    CAM("cam", "CAM", Look.LAYER, 1, 1),
    GRAD_CAM("grad-cam", "Grad-CAM", Look.LAYER, 1, 1),
    GRAD_CAM_PLUS_PLUS("grad-cam++", "Grad-CAM++", Look.LAYER, 1, 1),
    GUIDED_GRAD_CAM("guided-grad-cam", "guided Grad-CAM", Look.LAYER, 2, 2),
    SALIENCY("saliency", Messages.HeatMethod_saliency, Look.PIXELS, 1, 1),
    GRADIENT_INPUT("gradient-times-input", Messages.HeatMethod_gradientInput, Look.PIXELS, 1, 1),
    GUIDED("guided-backpropagation", Messages.HeatMethod_guided, Look.PIXELS, 1, 1),
    DECONVOLUTION("deconvolution", Messages.HeatMethod_deconvolution, Look.PIXELS, 1, 1),
    SMOOTH_GRAD("smoothgrad", "SmoothGrad", Look.PIXELS, 50, 50),
    OCCLUSION("occlusion", Messages.HeatMethod_occlusion, Look.PIXELS, 600, 0),
    INTEGRATED("integrated-gradients", Messages.HeatMethod_integrated, Look.PIXELS, 302, 300),
    PERTURBATION("perturbation-mask", Messages.HeatMethod_perturbation, Look.PIXELS, 302, 300),
    LIME("lime", "LIME", Look.PIXELS, 1000, 0),
    RISE("rise", "RISE", Look.PIXELS, 2000, 0);

    private static final int DEAR = 50;

    private final String key;
    private final String words;
    private final Look look;
    private final int forward;
    private final int backward;

    /** What a heat depends on beside picture and class. */
    enum Look {
        /** What is selected in the tree. */
        SELECTION,
        /** The layer of what is selected. */
        LAYER,
        /** Nothing. */
        PIXELS
    }

    HeatMethod(final String key, final String words, final Look look, final int forward, final int backward) {
        this.key = key;
        this.words = words;
        this.look = look;
        this.forward = forward;
        this.backward = backward;
    }

    String key() {
        return key;
    }

    /** As people write it. */
    String words() {
        return words;
    }

    /** With its cost, where it is one. */
    String label() {
        return isDear()
                ? NLS.bind(backward == 0 ? Messages.HeatMethod_dearForward : Messages.HeatMethod_dear, new Object[] {words, forward, backward})
                : words;
    }

    /** Whether a person waits for it. */
    boolean isDear() {
        return forward >= DEAR;
    }

    /**
     * What is to be asked for.
     *
     * @return empty when there is nothing of that kind to show, as of layers without maps
     */
    Optional<HeatOf> of(final TraceRow row) {
        return switch (look) {
            case PIXELS -> Optional.of(new HeatOf(this, "", HeatRequest.NONE, HeatRequest.NONE));
            case LAYER -> Optional.of(new HeatOf(this, row.place().hasMaps() ? row.place().layer() : "", HeatRequest.NONE, HeatRequest.NONE));
            case SELECTION -> row.place().hasMaps() && (this == CONTRIBUTION || row.place().filter() >= 0)
                    ? Optional.of(new HeatOf(this, row.place().layer(), row.place().filter(), row.place().pattern())) : Optional.empty();
        };
    }

    static Optional<HeatMethod> find(final String key) {
        return Stream.of(values()).filter(method -> method.key.equals(key)).findFirst();
    }

    static List<String> labels() {
        return Stream.of(values()).map(HeatMethod::label).toList();
    }
}
