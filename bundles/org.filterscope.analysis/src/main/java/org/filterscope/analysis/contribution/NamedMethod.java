package org.filterscope.analysis.contribution;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.filterscope.analysis.attribution.ClassActivationMap;
import org.filterscope.analysis.attribution.GradCam;
import org.filterscope.analysis.attribution.GradCamPlusPlus;
import org.filterscope.analysis.attribution.GradientTimesInput;
import org.filterscope.analysis.attribution.GuidedGradCam;
import org.filterscope.analysis.attribution.HeatMapMethod;
import org.filterscope.analysis.attribution.IntegratedGradients;
import org.filterscope.analysis.attribution.Lime;
import org.filterscope.analysis.attribution.Occlusion;
import org.filterscope.analysis.attribution.PerturbationMask;
import org.filterscope.analysis.attribution.PixelGradient;
import org.filterscope.analysis.attribution.Rise;
import org.filterscope.analysis.attribution.SmoothGrad;
import org.filterscope.core.InvalidInputException;

/** The heat maps that can be asked for by name. */
public enum NamedMethod {
    CAM("cam", true),
    GRAD_CAM("grad-cam", true),
    GRAD_CAM_PLUS_PLUS("grad-cam++", true),
    GUIDED_GRAD_CAM("guided-grad-cam", true),
    SALIENCY("saliency", false),
    GRADIENT_TIMES_INPUT("gradient-times-input", false),
    GUIDED("guided-backpropagation", false),
    DECONVOLUTION("deconvolution", false),
    SMOOTH_GRAD("smoothgrad", false),
    INTEGRATED_GRADIENTS("integrated-gradients", false),
    OCCLUSION("occlusion", false),
    PERTURBATION_MASK("perturbation-mask", false),
    LIME("lime", false),
    RISE("rise", false);

    /** Of what is drawn at random: the same question has the same answer. */
    private static final long SEED = 1;

    private final String key;
    private final boolean ofLayer;

    NamedMethod(final String key, final boolean ofLayer) {
        this.key = key;
        this.ofLayer = ofLayer;
    }

    /** As on the command line and in requests. */
    public String key() {
        return key;
    }

    /** Whether it looks at the maps of a layer. */
    public boolean isOfLayer() {
        return ofLayer;
    }

    /** @throws InvalidInputException when there is no such method */
    public static NamedMethod of(final String key) throws InvalidInputException {
        return Stream.of(values()).filter(method -> method.key.equals(key)).findFirst()
                .orElseThrow(() -> new InvalidInputException("there is no heat map '%s'; there are %s".formatted(key,
                        Stream.of(values()).map(NamedMethod::key).collect(Collectors.joining(", ")))));
    }

    /** @param layer that it looks at, where it looks at one */
    public HeatMapMethod method(final String layer) {
        return switch (this) {
            case CAM -> new ClassActivationMap(layer);
            case GRAD_CAM -> new GradCam(layer);
            case GRAD_CAM_PLUS_PLUS -> new GradCamPlusPlus(layer);
            case GUIDED_GRAD_CAM -> new GuidedGradCam(layer);
            case SALIENCY -> PixelGradient.saliency();
            case GRADIENT_TIMES_INPUT -> new GradientTimesInput();
            case GUIDED -> PixelGradient.guided();
            case DECONVOLUTION -> PixelGradient.deconvolution();
            case SMOOTH_GRAD -> new SmoothGrad(SEED);
            case INTEGRATED_GRADIENTS -> new IntegratedGradients();
            case OCCLUSION -> new Occlusion();
            case PERTURBATION_MASK -> new PerturbationMask(SEED);
            case LIME -> new Lime(SEED);
            case RISE -> new Rise(SEED);
        };
    }
}
