package org.filterscope.analysis.heat;

import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.heat.Change.Kind;

/**
 * Methods beside each other, all on the same pictures.
 *
 * @param methods  in the order asked for
 * @param centre   a map that knows nothing: the middle of the picture; its box is the best that one in the middle can be
 * @param noise    a map that knows nothing: pixels in random order
 * @param box      share of each side that the box in the middle has
 * @param area     mean share of the picture that the object covers: how often a pixel by lot lies in it; not a number without masks
 * @param changes  the changed networks, in the order of the methods' numbers of them
 * @param pictures that maps were made of
 * @param masked   of these, those that show the object of their class
 * @param tested   of these, those that were put to the tests that take many passes
 */
public record BenchmarkResult(List<MethodScore> methods, MethodScore centre, MethodScore noise, double box, double area, List<Change> changes,
        int pictures, int masked, int tested) {

    public BenchmarkResult {
        methods = List.copyOf(methods);
        changes = List.copyOf(changes);
    }

    private int[] shuffles() {
        return IntStream.range(0, changes.size()).filter(i -> changes.get(i).kind() == Kind.SHUFFLED).toArray();
    }

    /** How alike maps are when the uppermost layer has forgotten its weights; not a number when nothing was tested. */
    public double headShuffled(final MethodScore method) {
        return shuffles().length == 0 || method.changes().isEmpty() ? Double.NaN : method.changes().get(shuffles()[0]);
    }

    /** How alike maps are when all layers but the lowest have forgotten their weights; of a network with one layer, when that has. */
    public double upperShuffled(final MethodScore method) {
        final int[] shuffles = shuffles();
        return shuffles.length == 0 || method.changes().isEmpty() ? Double.NaN : method.changes().get(shuffles[Math.max(0, shuffles.length - 2)]);
    }

    /** How alike maps are when all layers have forgotten their weights. */
    public double allShuffled(final MethodScore method) {
        final int[] shuffles = shuffles();
        return shuffles.length == 0 || method.changes().isEmpty() ? Double.NaN : method.changes().get(shuffles[shuffles.length - 1]);
    }

    /** How alike maps are when the last layer has learned anew; not a number when that was not tried. */
    public double relearned(final MethodScore method, final Kind kind) {
        return IntStream.range(0, method.changes().size()).filter(i -> changes.get(i).kind() == kind).mapToDouble(i -> method.changes().get(i))
                .findFirst().orElse(Double.NaN);
    }
}
