package org.filterscope.analysis.attribution;

import java.util.Set;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.graph.NetworkGraph;

/** The logit's gradient by the pixels, or what a rule for rectifiers makes of it. One pass. */
public final class PixelGradient implements HeatMapMethod {
    private final String name;
    private final ReluRule rule;

    private PixelGradient(final String name, final ReluRule rule) {
        this.name = name;
        this.rule = rule;
    }

    /** The largest |gradient| among a pixel's colours. Source: Simonyan, Vedaldi, Zisserman 2014. */
    public static PixelGradient saliency() {
        return new PixelGradient("saliency", ReluRule.GRADIENT);
    }

    /** The same by guided back-propagation. Source: Springenberg et al. 2015. For display: it hardly depends on the weights. */
    public static PixelGradient guided() {
        return new PixelGradient("guided back-propagation", ReluRule.GUIDED);
    }

    /** The same by deconvolution. Source: Zeiler and Fergus 2014. For display: it hardly depends on the weights. */
    public static PixelGradient deconvolution() {
        return new PixelGradient("deconvolution", ReluRule.DECONVOLUTION);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PassCount cost(final NetworkGraph graph) {
        return PassCount.gradients(1);
    }

    /** By colour, with its sign: {@code [1, channel, row, col]}. */
    public FeatureMaps byColour(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        return byColour(new ClassPasses(session, label, progress), picture, rule);
    }

    static FeatureMaps byColour(final ClassPasses passes, final FeatureMaps picture, final ReluRule rule) {
        return passes.gradients(picture, Set.of(passes.input()), rule).gradient(passes.input());
    }

    @Override
    public HeatMap explain(final NetworkSession session, final FeatureMaps picture, final int label, final Progress progress) {
        final ClassPasses passes = new ClassPasses(session, label, progress);
        final double[] values = Doubles.of(byColour(passes, picture, rule).values());
        return Colours.LARGEST_MAGNITUDE.heat(values, picture.shape(), passes.count());
    }
}
