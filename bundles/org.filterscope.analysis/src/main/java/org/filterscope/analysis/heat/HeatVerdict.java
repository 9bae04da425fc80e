package org.filterscope.analysis.heat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.filterscope.analysis.heat.Change.Kind;

/** What the numbers of a method say, in words. */
public final class HeatVerdict {
    /** Rank correlation from which two maps are more alike than not. */
    private static final double ALIKE = 0.5;

    private final BenchmarkResult result;

    public HeatVerdict(final BenchmarkResult result) {
        this.result = result;
    }

    /** Whether peaks lie in objects more often than pixels by lot and the middle of the picture do. */
    public boolean pointsBetterThanChance(final MethodScore method) {
        return method.pointing().isAbove(Math.max(result.area(), result.centre().pointing().value()));
    }

    /** Whether boxes find objects more often than the best box in the middle of the picture. */
    public boolean findsBetterThanTheCentre(final MethodScore method) {
        return method.found().isAbove(result.centre().found().value());
    }

    /** Whether maps stay what they are when all layers but the lowest have forgotten what they have learned. */
    public boolean ignoresWeights(final MethodScore method) {
        return result.upperShuffled(method) >= ALIKE;
    }

    /** Whether maps stay what they are when the last layer has learned from labels that mean nothing. */
    public boolean ignoresLabels(final MethodScore method) {
        return result.relearned(method, Kind.PERMUTED) >= ALIKE;
    }

    /** A sentence for each thing that speaks against a method; none when nothing does. */
    public List<String> of(final MethodScore method) {
        final List<String> found = new ArrayList<>();
        if (result.masked() > 0 && !pointsBetterThanChance(method)) {
            found.add("its peak is in the object no more often than chance or the middle of the picture");
        }
        if (result.masked() > 0 && !findsBetterThanTheCentre(method)) {
            found.add("its box is no better than one in the middle of the picture");
        }
        if (ignoresWeights(method)) {
            found.add(text("it hardly changes when all layers but the lowest forget their weights (rank correlation %.2f): it shows the picture "
                    + "more than what the network has learned", result.upperShuffled(method)));
        }
        if (ignoresLabels(method)) {
            found.add(text("it hardly changes when the last layer learns from permuted labels (%.2f): it does not show the class",
                    result.relearned(method, Kind.PERMUTED)));
        }
        if (method.deletion() >= result.noise().deletion()) {
            found.add(text("taking its hottest pixels away (%.3f) does no more than taking any (%.3f)", method.deletion(),
                    result.noise().deletion()));
        }
        if (method.insertion() <= result.noise().insertion()) {
            found.add(text("bringing its hottest pixels in (%.3f) does no more than bringing any (%.3f)", method.insertion(),
                    result.noise().insertion()));
        }
        return List.copyOf(found);
    }

    private static String text(final String format, final Object... numbers) {
        return String.format(Locale.ROOT, format, numbers);
    }
}
