package org.filterscope.examples.world;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

import org.filterscope.examples.random.RandomStream;

/**
 * Which flaws are planted, and how strongly. The strength is the probability that a picture which can carry the flaw does carry it, decided
 * for each picture alone.
 */
public record Plants(Map<Flaw, Double> strengths) {
    /** The control: nothing is planted. */
    public static final Plants NONE = new Plants(Map.of());

    public Plants {
        strengths = Map.copyOf(strengths);
        strengths.forEach((flaw, strength) -> {
            if (!(strength >= 0 && strength <= 1)) {
                throw new IllegalArgumentException("the strength of %s must be 0 to 1, not %s".formatted(flaw.id(), strength));
            }
        });
    }

    public static Plants of(final Flaw flaw, final double strength) {
        return NONE.and(flaw, strength);
    }

    public Plants and(final Flaw flaw, final double strength) {
        final Map<Flaw, Double> more = new EnumMap<>(Flaw.class);
        more.putAll(strengths);
        more.put(flaw, strength);
        return new Plants(more);
    }

    public boolean has(final Flaw flaw) {
        return strengths.containsKey(flaw);
    }

    /** Whether the flaw strikes a picture that can carry it. */
    public boolean strikes(final Flaw flaw, final long seed, final long picture) {
        return has(flaw) && new RandomStream(seed, picture, "flaw " + flaw.id()).chance(strengths.get(flaw));
    }

    /** @throws IllegalArgumentException when a world is asked for a flaw that it cannot show */
    public void onlyOf(final Set<Flaw> possible, final String world) {
        for (final Flaw flaw : strengths.keySet()) {
            if (!possible.contains(flaw)) {
                throw new IllegalArgumentException("%s cannot be planted into %s; it shows %s".formatted(flaw.id(), world,
                        possible.stream().map(Flaw::id).sorted().toList()));
            }
        }
    }
}
