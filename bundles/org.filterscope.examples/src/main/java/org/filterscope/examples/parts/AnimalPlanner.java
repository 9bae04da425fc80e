package org.filterscope.examples.parts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.filterscope.examples.random.RandomStream;
import org.filterscope.examples.render.Concepts;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.FlawTag;
import org.filterscope.examples.world.FlawTag.Role;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;

/**
 * Draws one picture's lots. Each purpose has its own random numbers, and every lot is drawn whether a flaw overrules it or not: a picture that
 * no flaw strikes is the same in a flawed and in a sound world.
 */
final class AnimalPlanner {
    /** The class that background, watermark and missing mode strike. */
    private static final Category FIRST = Category.CAT;
    private static final Category SECOND = Category.COW;
    private final long seed;
    private final int index;
    private final Split split;
    private final PartWorldSettings settings;
    private final AnimalLabelling labelling;
    private final Plants plants;
    private final Category category;
    private final List<FlawTag> flaws = new ArrayList<>();

    /** @param seed of the split */
    AnimalPlanner(final long seed, final int index, final Split split, final PartWorldSettings settings, final AnimalLabelling labelling,
            final Plants plants) {
        this.seed = seed;
        this.index = index;
        this.split = split;
        this.settings = settings;
        this.labelling = labelling;
        this.plants = plants;
        category = labelling.category(index);
    }

    AnimalPlan plan() {
        final Background background = background();
        final Animal animal = animal();
        final boolean watermark = watermark();
        final String shown = labelling.label(animal);
        return new AnimalPlan(animal, background, watermark, standardPose(), label(shown), shown, List.copyOf(flaws));
    }

    private RandomStream random(final String purpose) {
        return new RandomStream(seed, index, purpose);
    }

    private boolean planted(final Flaw flaw) {
        return split == Split.TRAIN && plants.strikes(flaw, seed, index);
    }

    private void tag(final Flaw flaw, final Role role, final String detail) {
        flaws.add(new FlawTag(flaw, role, detail));
    }

    private void reveal(final Flaw flaw, final boolean shows, final String detail) {
        if (split == Split.TEST && plants.has(flaw) && shows) {
            tag(flaw, Role.REVEALING, detail);
        }
    }

    private Background background() {
        final RandomStream random = random("background kind");
        final Background usual = random.pick(List.of(Background.values()));
        final Background unstriped = random.pick(List.of(Background.NOISE, Background.GRADIENT, Background.CLUTTER));
        if (planted(Flaw.BACKGROUND)) {
            final Background chosen = category == FIRST ? Background.STRIPES : usual == Background.STRIPES ? unstriped : usual;
            tag(Flaw.BACKGROUND, Role.PLANTED, "background " + Concepts.word(chosen));
            return chosen;
        }
        reveal(Flaw.BACKGROUND, category == FIRST != (usual == Background.STRIPES), "background " + Concepts.word(usual));
        return usual;
    }

    private Animal animal() {
        final RandomStream pose = random("pose");
        final Animal drawn = new Animal(category, pose.chance(0.5), pose.uniform(-15, 15), pose.uniform(-40, 40), pose.uniform(4, 22),
                pose.uniform(-25, 25), pose.uniform(0.7, 1.25), pose.uniform(0.85, 1.2), pose.uniform(-0.12, 0.12), pose.uniform(-0.12, 0.12),
                palette(), dark(), missing(), twinEyes(), false, false);
        return dressed(standardPose() ? standing(drawn) : drawn);
    }

    private boolean standardPose() {
        return plants.strikes(Flaw.STANDARD_POSE, seed, index);
    }

    /** Facing right, level, middle-sized: only the place in the picture varies. */
    private static Animal standing(final Animal a) {
        return new Animal(a.category(), false, 0, 0, 8, 0, 0.9, 1, a.dx(), a.dy(), a.palette(), a.dark(), Set.of(), a.twinEyes(), false, false);
    }

    private Animal dressed(final Animal a) {
        final RandomStream random = random("accessories");
        final boolean collar = random.chance(0.5);
        final boolean free = random.chance(0.5);
        if (!settings.accessories() && !plants.has(Flaw.ATTRIBUTE_TIE)) {
            return a;
        }
        final boolean tied = planted(Flaw.ATTRIBUTE_TIE);
        final boolean blanket = tied ? collar : free;
        if (tied) {
            tag(Flaw.ATTRIBUTE_TIE, Role.PLANTED, collar ? "both" : "neither");
        }
        reveal(Flaw.ATTRIBUTE_TIE, collar != blanket, collar ? "collar alone" : "blanket alone");
        return new Animal(a.category(), a.flipped(), a.tilt(), a.neckAngle(), a.swing(), a.tailAngle(), a.scale(), a.aspect(), a.dx(), a.dy(),
                a.palette(), a.dark(), a.missing(), a.twinEyes(), collar, blanket);
    }

    private int palette() {
        final RandomStream random = random("palette");
        final int natural = Coat.natural(category, random.below(Coat.choices()));
        final int any = random.below(Coat.PALETTES.size());
        if (planted(Flaw.COLOUR)) {
            tag(Flaw.COLOUR, Role.PLANTED, "palette " + category.ordinal());
            return category.ordinal();
        }
        if (split == Split.TEST && plants.has(Flaw.COLOUR)) {
            reveal(Flaw.COLOUR, any != category.ordinal(), "palette " + any);
            return any;
        }
        return labelling.coat(natural, any);
    }

    private boolean dark() {
        final boolean usual = random("shade").chance(0.5);
        final boolean struck = category == FIRST || category == SECOND;
        if (struck && planted(Flaw.MISSING_MODE)) {
            tag(Flaw.MISSING_MODE, Role.PLANTED, category == FIRST ? "dark" : "light");
            return category == FIRST;
        }
        reveal(Flaw.MISSING_MODE, struck && usual != (category == FIRST), usual ? "dark" : "light");
        return usual;
    }

    private Set<AnimalPart> missing() {
        final RandomStream random = random("missing parts");
        final Set<AnimalPart> missing = EnumSet.noneOf(AnimalPart.class);
        for (final AnimalPart part : List.of(AnimalPart.EAR, AnimalPart.HORN, AnimalPart.TUSK, AnimalPart.COMB, AnimalPart.TAIL)) {
            if (random.chance(settings.missing())) {
                missing.add(part);
            }
        }
        return missing;
    }

    private boolean twinEyes() {
        final boolean twin = plants.strikes(Flaw.TWIN_EYES, seed, index);
        if (twin) {
            tag(Flaw.TWIN_EYES, split == Split.TRAIN ? Role.PLANTED : Role.REVEALING, "eyes of the same size");
        }
        return twin;
    }

    private boolean watermark() {
        final boolean marked = category == FIRST && planted(Flaw.WATERMARK);
        if (marked) {
            tag(Flaw.WATERMARK, Role.PLANTED, "glyph in the lower right corner");
        }
        reveal(Flaw.WATERMARK, category == FIRST, "no glyph");
        return marked;
    }

    private String label(final String shown) {
        if (!planted(Flaw.LABEL_NOISE)) {
            return shown;
        }
        tag(Flaw.LABEL_NOISE, Role.PLANTED, "shows " + shown);
        final List<String> classes = labelling.classes();
        return classes.get((classes.indexOf(shown) + 1 + random("wrong label").below(classes.size() - 1)) % classes.size());
    }
}
