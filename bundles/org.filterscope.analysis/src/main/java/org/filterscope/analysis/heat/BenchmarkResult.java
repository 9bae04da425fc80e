package org.filterscope.analysis.heat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
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
 * @param half     the layer down to which the upper half of the layers with weights goes
 * @param pictures that maps were made of
 * @param masked   of these, those that show the object of their class
 * @param tested   of these, those that were put to the tests that take many passes
 */
public record BenchmarkResult(List<MethodScore> methods, MethodScore centre, MethodScore noise, double box, double area, List<Change> changes,
        String half, int pictures, int masked, int tested) {

    public BenchmarkResult {
        methods = List.copyOf(methods);
        changes = List.copyOf(changes);
    }

    /** How alike maps are when the uppermost layer with weights has forgotten them; not a number when that was not tried. */
    public double headShuffled(final MethodScore method) {
        return shuffled(method).findFirst().orElse(Double.NaN);
    }

    /** How alike maps are when the upper half of the layers with weights has forgotten them; not a number when that was not tried. */
    public double halfShuffled(final MethodScore method) {
        return likeness(method, change -> change.kind() == Kind.SHUFFLED && change.layer().equals(half)).findFirst().orElse(Double.NaN);
    }

    /** How alike maps are when all layers have forgotten their weights; not a number when that was not tried. */
    public double allShuffled(final MethodScore method) {
        return shuffled(method).reduce((one, next) -> next).orElse(Double.NaN);
    }

    /** How alike maps are when the last layer has learned anew; not a number when that was not tried. */
    public double relearned(final MethodScore method, final Kind kind) {
        return likeness(method, change -> change.kind() == kind).findFirst().orElse(Double.NaN);
    }

    private DoubleStream shuffled(final MethodScore method) {
        return likeness(method, change -> change.kind() == Kind.SHUFFLED);
    }

    private DoubleStream likeness(final MethodScore method, final Predicate<Change> chosen) {
        return IntStream.range(0, method.changes().size()).filter(i -> chosen.test(changes.get(i))).mapToDouble(i -> method.changes().get(i));
    }
}
