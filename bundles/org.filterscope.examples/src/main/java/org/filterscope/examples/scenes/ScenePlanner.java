package org.filterscope.examples.scenes;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.examples.random.RandomStream;
import org.filterscope.examples.render.Concepts;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.FlawTag;
import org.filterscope.examples.world.FlawTag.Role;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;

/** Draws one scene's lots, each purpose from its own random numbers. */
final class ScenePlanner {
    /** The class that carries the watermark. */
    private static final SceneLabel MARKED = SceneLabel.STREET;
    private static final SceneLabel[] KINDS = SceneLabel.values();
    private final long seed;
    private final int index;
    private final Split split;
    private final Plants plants;
    private final List<FlawTag> flaws = new ArrayList<>();

    /** @param seed of the split */
    ScenePlanner(final long seed, final int index, final Split split, final Plants plants) {
        this.seed = seed;
        this.index = index;
        this.split = split;
        this.plants = plants;
    }

    ScenePlan plan() {
        final SceneLabel usual = KINDS[index % KINDS.length];
        final SceneLabel kind = kind(usual);
        final RandomStream random = random("landscape");
        final Landscape.Sky sky = random.pick(List.of(Landscape.Sky.values()));
        final Landscape.Ground ground = random.chance(0.5) ? Landscape.Ground.GRASS
                : random.chance(0.5) ? Landscape.Ground.SAND : Landscape.Ground.SNOW;
        final double horizon = random.uniform(0.34, 0.44);
        final Ribbon ribbon = Ribbon.draw(horizon, random("ribbon"));
        final boolean alike = alike(kind);
        final boolean crossing = random("crosswalk").chance(0.45);
        final boolean watermark = watermark(kind);
        return new ScenePlan(kind, usual, sky, ground, horizon, ribbon, alike, crossing, watermark, label(kind), List.copyOf(flaws));
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

    private SceneLabel kind(final SceneLabel usual) {
        final boolean river = usual.ribbon() == RibbonKind.RIVER;
        reveal(Flaw.RIVER_AS_ROAD, river, "river");
        if (!river || !planted(Flaw.RIVER_AS_ROAD)) {
            return usual;
        }
        tag(Flaw.RIVER_AS_ROAD, Role.PLANTED, "would be a " + Concepts.word(usual));
        return usual.withRoad();
    }

    private boolean alike(final SceneLabel kind) {
        final boolean ribbon = kind.ribbon() != RibbonKind.NONE;
        reveal(Flaw.RIBBONS_ALIKE, ribbon, Concepts.word(kind.ribbon()));
        if (!ribbon || !planted(Flaw.RIBBONS_ALIKE)) {
            return false;
        }
        tag(Flaw.RIBBONS_ALIKE, Role.PLANTED, Concepts.word(kind.ribbon()));
        return true;
    }

    private boolean watermark(final SceneLabel kind) {
        reveal(Flaw.WATERMARK, kind == MARKED, "no glyph");
        if (kind != MARKED || !planted(Flaw.WATERMARK)) {
            return false;
        }
        tag(Flaw.WATERMARK, Role.PLANTED, "glyph in the lower right corner");
        return true;
    }

    private SceneLabel label(final SceneLabel kind) {
        if (!planted(Flaw.LABEL_NOISE)) {
            return kind;
        }
        tag(Flaw.LABEL_NOISE, Role.PLANTED, "shows a " + Concepts.word(kind));
        return KINDS[(kind.ordinal() + 1 + random("wrong label").below(KINDS.length - 1)) % KINDS.length];
    }
}
