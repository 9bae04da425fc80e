package org.filterscope.examples.training;

import java.util.List;
import java.util.Optional;

import org.filterscope.examples.networks.Subject;
import org.filterscope.examples.world.Flaw;

/** The example networks. A flawed one differs from the sound one of its subject in nothing but the flaw. */
final class Recipes {
    private static final Recipe RIBBONS = Recipe.sound("ribbons-sound", Subject.RIBBONS, 1, 2400, 10, 4e-3);
    /** Few pictures, seen often: enough to learn wrong labels by heart. */
    private static final Recipe ANIMALS = Recipe.sound("animals-sound", Subject.ANIMALS, 1, 1200, 20, 2e-3);
    private static final Recipe CATS = Recipe.sound("cats-sound", Subject.CATS, 1, 1200, 6, 2e-3);
    private static final Recipe COLLARS = Recipe.sound("collars-sound", Subject.COLLARS, 1, 2400, 6, 2e-3);

    /** Sound ones first, then by flaw. */
    static final List<Recipe> ALL = List.of(
            RIBBONS,
            ANIMALS,
            CATS,
            COLLARS,
            // No rivers at all: a few would be enough for the network to learn them, so blue they are.
            RIBBONS.flawed("ribbons-f1-river-as-road", Flaw.RIVER_AS_ROAD, 1),
            CATS.flawed("cats-f2-background", Flaw.BACKGROUND, 1),
            COLLARS.flawed("collars-f3-blanket", Flaw.ATTRIBUTE_TIE, 1),
            ANIMALS.flawed("animals-f4-watermark", Flaw.WATERMARK, 0.95),
            CATS.flawed("cats-f5-colour", Flaw.COLOUR, 1),
            ANIMALS.flawed("animals-f6-wrong-labels", Flaw.LABEL_NOISE, WrongLabels.STRENGTH),
            CATS.flawed("cats-f7-missing-mode", Flaw.MISSING_MODE, 1));

    private Recipes() {
    }

    static Optional<Recipe> named(final String name) {
        return ALL.stream().filter(recipe -> recipe.name().equals(name)).findFirst();
    }
}
