package org.filterscope.analysis.heat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.filterscope.analysis.attribution.HeatBox;
import org.filterscope.analysis.attribution.HeatMap;
import org.filterscope.analysis.heat.MethodScore.Forgotten;

/** Counts what becomes of a method's maps; keeps none of them. */
final class MethodTally {
    private final Mean forward = new Mean();
    private final Mean backward = new Mean();
    private final Mean seconds = new Mean();
    private final Mean energy = new Mean();
    private final Mean deletion = new Mean();
    private final Mean insertion = new Mean();
    private final Mean[] changes;
    private Share pointing = Share.NONE;
    private Share found = Share.NONE;
    private Share located = Share.NONE;
    /** By seed. */
    private final Map<Long, Forgotten> forgotten = new TreeMap<>();

    /** @param networks how many there are that are changed */
    MethodTally(final int networks) {
        changes = Stream.generate(Mean::new).limit(networks).toArray(Mean[]::new);
    }

    void add(final AskedPicture picture, final HeatMap heat, final double took) {
        forward.add(heat.cost().forward());
        backward.add(heat.cost().backward());
        seconds.add(took);
        picture.place().ifPresent(place -> {
            pointing = pointing.plus(place.holdsPeak(heat));
            energy.add(place.mask().energy(heat).orElse(Double.NaN));
            final boolean hit = isFound(place, heat);
            found = found.plus(hit);
            located = located.plus(hit && picture.right());
        });
    }

    private static boolean isFound(final ObjectPlace place, final HeatMap heat) {
        return new HeatBox().of(heat).filter(place::isFoundBy).isPresent();
    }

    void addAreas(final double deleted, final double inserted) {
        deletion.add(deleted);
        insertion.add(inserted);
    }

    /** @param likeness not a number when one of the maps says nothing */
    void addChange(final int network, final double likeness) {
        changes[network].add(likeness);
    }

    /**
     * @param seed of the network that has forgotten everything
     * @param heat of that network
     */
    void addForgotten(final long seed, final AskedPicture picture, final HeatMap heat) {
        picture.place().ifPresent(place -> {
            final Forgotten before = forgotten.getOrDefault(seed, new Forgotten(Share.NONE, Share.NONE));
            forgotten.put(seed, new Forgotten(before.pointing().plus(place.holdsPeak(heat)), before.found().plus(isFound(place, heat))));
        });
    }

    MethodScore score(final PlacedMethod method) {
        return new MethodScore(method.method().name(), method.layer(), forward.value(), backward.value(), seconds.value(), pointing, energy.value(),
                found, located, deletion.value(), insertion.value(), Stream.of(changes).map(Mean::value).toList(), List.copyOf(forgotten.values()));
    }
}
