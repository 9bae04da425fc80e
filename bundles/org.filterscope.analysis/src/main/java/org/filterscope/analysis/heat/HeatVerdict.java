package org.filterscope.analysis.heat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.filterscope.analysis.heat.Change.Kind;

/** What the numbers of a method say, in words. */
public final class HeatVerdict {
    /** Rank correlation from which two maps are more alike than not. */
    private static final double ALIKE = 0.5;
    /** Of an area under the probability: where there is less, the network never gives the class any, and there is nothing to take away. */
    private static final double LEAST = 0.01;

    private final BenchmarkResult result;

    public HeatVerdict(final BenchmarkResult result) {
        this.result = result;
    }

    /** Whether peaks lie in objects more often than pixels by lot, the middle of the picture and maps of networks with shuffled weights. */
    public boolean pointsBetterThanChance(final MethodScore method) {
        return method.pointing().isAbove(best(result.area(), result.centre().pointing().value(), method.forgottenPointing()));
    }

    /** Whether boxes find objects more often than the best box in the middle of the picture and maps of networks with shuffled weights. */
    public boolean findsBetterThanChance(final MethodScore method) {
        return method.found().isAbove(best(result.centre().found().value(), method.forgottenFound()));
    }

    private static double best(final double... levels) {
        return Arrays.stream(levels).filter(level -> !Double.isNaN(level)).max().orElse(0);
    }

    /** Whether maps stay what they are when the upper half of the layers has forgotten what it has learned. */
    public boolean ignoresWeights(final MethodScore method) {
        return result.halfShuffled(method) >= ALIKE;
    }

    /** Whether maps stay what they are when the last layer has learned from labels that mean nothing. */
    public boolean ignoresLabels(final MethodScore method) {
        return result.relearned(method, Kind.PERMUTED) >= ALIKE;
    }

    /** A sentence for each thing that speaks against a method; none when nothing does. */
    public List<String> of(final MethodScore method) {
        final List<String> found = new ArrayList<>();
        if (result.masked() > 0) {
            placed(method, found);
        }
        if (ignoresWeights(method)) {
            found.add(text("when the upper half of the layers forgets its weights, its maps stay more alike than not (rank correlation %.2f): "
                    + "they show the picture more than what was learned", result.halfShuffled(method)));
        }
        if (ignoresLabels(method)) {
            found.add(text("when the last layer learns from permuted labels, its maps stay more alike than not (rank correlation %.2f): "
                    + "they hardly show the class",
                    result.relearned(method, Kind.PERMUTED)));
        }
        if (result.noise().deletion() >= LEAST && method.deletion() >= result.noise().deletion()) {
            found.add(text("taking its hottest pixels away (%.3f) does no more than taking any (%.3f)", method.deletion(),
                    result.noise().deletion()));
        }
        if (result.noise().insertion() >= LEAST && method.insertion() <= result.noise().insertion()) {
            found.add(text("bringing its hottest pixels in (%.3f) does no more than bringing any (%.3f)", method.insertion(),
                    result.noise().insertion()));
        }
        return List.copyOf(found);
    }

    private void placed(final MethodScore method, final List<String> found) {
        if (!method.pointing().isAbove(best(result.area(), result.centre().pointing().value()))) {
            found.add("its peak is in the object no more often than chance or the middle of the picture");
        } else if (!pointsBetterThanChance(method)) {
            found.add(text("its peak is in the object no more often than with all weights shuffled (up to %.0f %%): it may go by the picture alone",
                    100 * method.forgottenPointing()));
        }
        if (!method.found().isAbove(result.centre().found().value())) {
            found.add("its box is no better than one in the middle of the picture");
        } else if (!findsBetterThanChance(method)) {
            found.add(text("its box is no better than with all weights shuffled (up to %.0f %% found): it may go by the picture alone",
                    100 * method.forgottenFound()));
        }
    }

    private static String text(final String format, final Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
