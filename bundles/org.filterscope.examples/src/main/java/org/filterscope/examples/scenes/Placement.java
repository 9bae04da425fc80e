package org.filterscope.examples.scenes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.filterscope.examples.geometry.Pose;
import org.filterscope.examples.random.RandomStream;

/** Puts things on the ground: beside the ribbon, which they must not cover, or on it. Sizes shrink with the distance. */
final class Placement {
    private static final int TRIES = 12;
    private final ScenePlan plan;
    private final List<Standing> things = new ArrayList<>();

    Placement(final ScenePlan plan) {
        this.plan = plan;
    }

    /** From the farthest to the nearest. */
    List<Standing> things() {
        return things.stream().sorted(Comparator.comparingDouble(Standing::nearness)).toList();
    }

    /**
     * Tries some places beside the ribbon and takes the first that is free.
     *
     * @param alone no other thing of its kind may overlap it
     */
    void beside(final RandomStream random, final Function<RandomStream, Thing> drawing, final Extent extent, final boolean alone) {
        final Thing thing = drawing.apply(random);
        for (int i = 0; i < TRIES; i++) {
            final Optional<Standing> place = attempt(random, thing, extent);
            if (place.isPresent() && (!alone || things.stream().filter(other -> other.thing().object() == thing.object())
                    .allMatch(place.get()::besides))) {
                things.add(place.get());
                return;
            }
        }
    }

    private Optional<Standing> attempt(final RandomStream random, final Thing thing, final Extent extent) {
        final double nearness = random.uniform(extent.farthest(), extent.nearest());
        final double x = random.uniform(0.04, 0.96);
        final double scale = extent.size() * (0.15 + 0.85 * nearness);
        final double halfWidth = extent.halfWidth() * scale;
        final boolean inside = x > halfWidth * 0.8 && x < 1 - halfWidth * 0.8;
        final boolean free = plan.kind().ribbon() == RibbonKind.NONE || plan.ribbon().free(x, halfWidth, nearness, extent.height() * scale);
        final boolean flipped = x > plan.ribbon().centre(nearness);
        return inside && free ? Optional.of(new Standing(thing, new Pose(x, plan.ribbon().y(nearness), scale, flipped), nearness, halfWidth))
                : Optional.empty();
    }

    /** @param across place on the ribbon, -1 to 1 */
    void on(final Thing thing, final double nearness, final double across, final double size) {
        final double x = plan.ribbon().centre(nearness) + across * plan.ribbon().half(nearness);
        things.add(new Standing(thing, new Pose(x, plan.ribbon().y(nearness), size * nearness, false), nearness, size * nearness / 2));
    }

    /**
     * How large things of a kind are and how far away they stand.
     *
     * @param size      in the picture at nearness 1
     * @param halfWidth of a thing of size 1
     * @param height    of a thing of size 1
     */
    record Extent(double size, double halfWidth, double height, double farthest, double nearest) {
    }
}
