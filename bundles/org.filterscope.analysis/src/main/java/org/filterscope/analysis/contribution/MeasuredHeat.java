package org.filterscope.analysis.contribution;

import java.util.List;
import java.util.OptionalDouble;

import org.filterscope.analysis.attribution.Completeness;
import org.filterscope.analysis.attribution.HeatMap;
import org.filterscope.analysis.attribution.HeatMapMethod;
import org.filterscope.analysis.attribution.PixelRemoval;
import org.filterscope.analysis.attribution.Replacement;
import org.filterscope.analysis.attribution.WeightRandomisation;
import org.filterscope.analysis.attribution.WeightRandomisation.Alike;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.trace.HeatTrace;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;

/**
 * A heat map with what it cost and whether it can be trusted.
 *
 * @param heat    the map
 * @param seconds that it took
 */
public record MeasuredHeat(HeatMap heat, double seconds) {
    /** Standard deviation of the blur that pixels are brought into, as a share of the picture's shorter side. */
    private static final double BLUR = 10.0 / 224;
    private static final double NANOSECONDS = 1e9;
    private static final long SEED = 1;

    /** @throws IllegalStateException when the method has an obstacle */
    public static MeasuredHeat of(final ShownPicture picture, final int label, final HeatMapMethod method, final Progress progress) {
        final long begun = System.nanoTime();
        final HeatMap heat = method.explain(picture.session(), picture.input(), label, progress);
        return new MeasuredHeat(heat, (System.nanoTime() - begun) / NANOSECONDS);
    }

    /**
     * Puts the map to the test: pixels taken away and brought back, weights shuffled. Costs two more maps, and 102 pictures that go forwards.
     *
     * @param executor opens the network with shuffled weights
     * @param layer    that the method looks at; empty for none
     * @param file     that the map is drawn to
     */
    public HeatTrace tested(final ShownPicture picture, final int label, final HeatMapMethod method, final Executor executor, final String layer,
            final String file, final Progress progress) {
        final NetworkSession session = picture.session();
        final PixelRemoval removal = new PixelRemoval();
        final double deletion = removal.deletion(session, picture.input(), label, heat, Replacement.meanColour(), progress).area();
        final double insertion = removal.insertion(session, picture.input(), label, heat, Replacement.blurred(BLUR), progress).area();
        final List<Alike> alike = new WeightRandomisation(executor, SEED).run(session.graph(), method, picture.input(), label, 1, progress);
        return new HeatTrace(method.name(), layer, file, "", heat.cost().forward(), heat.cost().backward(), seconds,
                heat.completeness().map(Completeness::error).map(MeasuredHeat::ifFinite).orElse(OptionalDouble.empty()), ifFinite(deletion),
                ifFinite(insertion), alike.isEmpty() ? OptionalDouble.empty() : ifFinite(alike.getFirst().similarity()));
    }

    private static OptionalDouble ifFinite(final double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
