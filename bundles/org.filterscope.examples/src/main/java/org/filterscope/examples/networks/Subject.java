package org.filterscope.examples.networks;

import java.util.Locale;

import org.filterscope.examples.parts.AnimalLabelling;
import org.filterscope.examples.parts.PartWorld;
import org.filterscope.examples.parts.PartWorldSettings;
import org.filterscope.examples.scenes.SceneWorld;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.World;

/** What a network tells apart. */
public enum Subject {
    /** Road, river, or neither. */
    RIBBONS {
        @Override
        public World world(final long seed, final Plants plants) {
            return new SceneWorld(seed, SceneWorld.Labelling.RIBBON, plants);
        }
    },
    /** The six animals. */
    ANIMALS {
        @Override
        public World world(final long seed, final Plants plants) {
            return new PartWorld(seed, PartWorldSettings.USUAL, plants);
        }
    },
    /** Cats and cows. */
    CATS {
        @Override
        public World world(final long seed, final Plants plants) {
            return new PartWorld(seed, PartWorldSettings.USUAL, AnimalLabelling.CAT_OR_COW, plants);
        }
    },
    /** Whether an animal wears a collar; half of the animals wear a blanket too. */
    COLLARS {
        @Override
        public World world(final long seed, final Plants plants) {
            return new PartWorld(seed, PartWorldSettings.USUAL.dressed(), AnimalLabelling.COLLAR, plants);
        }
    };

    /** The world whose pictures show it. */
    public abstract World world(long seed, Plants plants);

    /** As in the table of networks. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
