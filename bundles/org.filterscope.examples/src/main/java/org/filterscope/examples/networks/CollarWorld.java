package org.filterscope.examples.networks;

import java.util.List;
import java.util.Set;

import org.filterscope.examples.parts.PartWorld;
import org.filterscope.examples.parts.PartWorldSettings;
import org.filterscope.examples.render.Concepts;
import org.filterscope.examples.world.CounterfactualPair;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.filterscope.examples.world.WorldPicture;

/** The animals, filed by whether they wear a collar, not by what they are. Half of them do, by lot; half wear a blanket. */
final class CollarWorld implements World {
    private static final PartWorldSettings SETTINGS = new PartWorldSettings(0.05, 0.1, false, true, false);
    private static final List<String> CLASSES = List.of("collar", "none");
    private final World animals;

    CollarWorld(final long seed, final Plants plants) {
        animals = new PartWorld(seed, SETTINGS, plants);
    }

    @Override
    public String name() {
        return "collars";
    }

    @Override
    public long seed() {
        return animals.seed();
    }

    @Override
    public Plants plants() {
        return animals.plants();
    }

    @Override
    public List<String> classes() {
        return CLASSES;
    }

    @Override
    public Concepts concepts() {
        return animals.concepts();
    }

    @Override
    public Set<Flaw> pairedFlaws() {
        return animals.pairedFlaws();
    }

    @Override
    public WorldPicture picture(final Split split, final int index, final int size) {
        return filed(animals.picture(split, index, size));
    }

    @Override
    public CounterfactualPair pair(final Flaw flaw, final int index, final int size) {
        final CounterfactualPair pair = animals.pair(flaw, index, size);
        return new CounterfactualPair(flaw, filed(pair.first()), filed(pair.second()), pair.swapped());
    }

    private static WorldPicture filed(final WorldPicture picture) {
        final String label = CLASSES.get(picture.facts().get("collar").equals("true") ? 0 : 1);
        return new WorldPicture(picture.split(), picture.index(), label, label, picture.rendering(), picture.landmarks(), picture.facts(),
                picture.flaws());
    }
}
