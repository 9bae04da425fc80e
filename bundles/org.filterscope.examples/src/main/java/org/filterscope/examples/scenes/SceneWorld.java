package org.filterscope.examples.scenes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.filterscope.examples.random.RandomStream;
import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.render.Concepts;
import org.filterscope.examples.render.Renderer;
import org.filterscope.examples.render.Scene;
import org.filterscope.examples.render.Viewport;
import org.filterscope.examples.world.CounterfactualPair;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.FlawTag;
import org.filterscope.examples.world.FlawTag.Role;
import org.filterscope.examples.world.Landmark;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.Watermark;
import org.filterscope.examples.world.World;
import org.filterscope.examples.world.WorldPicture;

/** Scenes with regions: sky, land, a road or a river of the same geometry, buildings, trees, cars, boats and lamps, with masks of concepts. */
public final class SceneWorld implements World {
    /** Landmarks, and how near they are. */
    private static final List<Map.Entry<String, Double>> RIBBON_PLACES = List.of(Map.entry("ribbon far", 0.1), Map.entry("ribbon middle", 0.5),
            Map.entry("ribbon near", 0.9));
    private static final Set<Flaw> FLAWS = EnumSet.of(Flaw.RIVER_AS_ROAD, Flaw.RIBBONS_ALIKE, Flaw.WATERMARK, Flaw.LABEL_NOISE);
    private final long seed;
    private final Labelling labelling;
    private final Plants plants;
    private final Concepts concepts = Concepts.of(Concepts.words(SceneObject.values()), withoutNone(ScenePart.values()),
            withoutNone(Material.values()));

    /** What the classes are. */
    public enum Labelling {
        /** Harbour, valley, street, lane, village, meadow: by what is in the scene. */
        SCENE,
        /** Road, river, neither: by the ribbon alone. */
        RIBBON
    }

    /** @throws IllegalArgumentException when a flaw is planted that scenes cannot show */
    public SceneWorld(final long seed, final Labelling labelling, final Plants plants) {
        plants.onlyOf(FLAWS, "SceneWorld");
        this.seed = seed;
        this.labelling = labelling;
        this.plants = plants;
    }

    private static List<String> withoutNone(final Enum<?>[] constants) {
        return Concepts.words(constants).subList(1, constants.length);
    }

    @Override
    public String name() {
        return "scenes";
    }

    @Override
    public long seed() {
        return seed;
    }

    @Override
    public Plants plants() {
        return plants;
    }

    @Override
    public List<String> classes() {
        return labelling == Labelling.SCENE ? Concepts.words(SceneLabel.values()) : List.of("road", "river", "neither");
    }

    private String label(final SceneLabel kind) {
        return labelling == Labelling.SCENE ? Concepts.word(kind) : switch (kind.ribbon()) {
            case ROAD -> "road";
            case RIVER -> "river";
            case NONE -> "neither";
        };
    }

    @Override
    public Concepts concepts() {
        return concepts;
    }

    @Override
    public Set<Flaw> pairedFlaws() {
        return EnumSet.of(Flaw.RIVER_AS_ROAD);
    }

    @Override
    public WorldPicture picture(final Split split, final int index, final int size) {
        return draw(split, index, new ScenePlanner(splitSeed(split.label()), index, split, plants).plan(), splitSeed(split.label()), size);
    }

    /** A road without traffic or crosswalk, and the same picture with a river in the road's place. */
    @Override
    public CounterfactualPair pair(final Flaw flaw, final int index, final int size) {
        if (flaw != Flaw.RIVER_AS_ROAD) {
            throw new IllegalArgumentException("there are no pairs for " + flaw.id());
        }
        return new CounterfactualPair(flaw, draw(Split.TEST, index, pairPlan(index, SceneLabel.LANE), splitSeed("pair"), size),
                draw(Split.TEST, index, pairPlan(index, SceneLabel.VALLEY), splitSeed("pair"), size), "ribbon: road, river");
    }

    /** The usual scene, which decides on what stands around, is the same on both sides of a pair. */
    private ScenePlan pairPlan(final int index, final SceneLabel kind) {
        final ScenePlan plan = new ScenePlanner(splitSeed("pair"), index, Split.TEST, Plants.NONE).plan();
        return new ScenePlan(kind, SceneLabel.LANE, plan.sky(), plan.ground(), plan.horizon(), plan.ribbon(), false, false, false, kind, List.of());
    }

    /** The scene of a pair with the road, for tests of what is drawn. */
    Scene pairScene(final int index) {
        return new SceneDrawing(pairPlan(index, SceneLabel.LANE), splitSeed("pair"), index).scene();
    }

    /** The scene of a picture, for tests of what is drawn. */
    Scene scene(final Split split, final int index) {
        return new SceneDrawing(new ScenePlanner(splitSeed(split.label()), index, split, plants).plan(), splitSeed(split.label()), index).scene();
    }

    private long splitSeed(final String purpose) {
        return new RandomStream(seed, 0, purpose).next();
    }

    private WorldPicture draw(final Split split, final int index, final ScenePlan plan, final long lots, final int size) {
        final Scene scene = new SceneDrawing(plan, lots, index).scene();
        final SceneLabel shown = SceneLabel.of(objects(scene));
        return new WorldPicture(split, index, label(plan.label()), label(shown), Renderer.render(scene, Viewport.WHOLE, size),
                landmarks(plan, scene, size), facts(plan, scene), tags(plan, size));
    }

    private static Set<SceneObject> objects(final Scene scene) {
        final Set<SceneObject> objects = EnumSet.noneOf(SceneObject.class);
        scene.elements().stream().mapToInt(element -> element.concept(ConceptCategory.OBJECT)).filter(number -> number > 0)
                .forEach(number -> objects.add(SceneObject.values()[number - 1]));
        return objects;
    }

    /** Three places in the middle of the ribbon. What drives or floats there hides them; a crosswalk is part of the road. */
    private static List<Landmark> landmarks(final ScenePlan plan, final Scene scene, final int size) {
        final List<Landmark> landmarks = new ArrayList<>();
        if (plan.kind().ribbon() != RibbonKind.NONE) {
            for (final Map.Entry<String, Double> place : RIBBON_PLACES) {
                final double x = plan.ribbon().centre(place.getValue());
                final double y = plan.ribbon().y(place.getValue());
                final int seen = scene.seenAt(x, y).concept(ConceptCategory.OBJECT);
                final boolean ribbon = seen == SceneObject.ROAD.number() || seen == SceneObject.RIVER.number();
                landmarks.add(new Landmark(place.getKey(), y * size, x * size, x < 0 || x >= 1 ? Landmark.State.OUTSIDE
                        : ribbon ? Landmark.State.VISIBLE : Landmark.State.OCCLUDED));
            }
        }
        return landmarks;
    }

    private static List<FlawTag> tags(final ScenePlan plan, final int size) {
        final List<FlawTag> tags = new ArrayList<>();
        for (final FlawTag tag : plan.flaws()) {
            final boolean glyph = tag.flaw() == Flaw.WATERMARK && tag.role() == Role.PLANTED;
            tags.add(glyph ? new FlawTag(tag.flaw(), tag.role(), Watermark.box(size)) : tag);
        }
        return List.copyOf(tags);
    }

    private static SortedMap<String, String> facts(final ScenePlan plan, final Scene scene) {
        final SortedMap<String, String> facts = new TreeMap<>();
        facts.put("scene", Concepts.word(plan.kind()));
        facts.put("sky", Concepts.word(plan.sky()));
        facts.put("ground", Concepts.word(plan.ground()));
        facts.put("horizon", Double.toString(plan.horizon()));
        facts.put("watermark", Boolean.toString(plan.watermark()));
        facts.put("objects", String.join(" ", Concepts.words(objects(scene).toArray(SceneObject[]::new))));
        if (plan.kind().ribbon() != RibbonKind.NONE) {
            final Ribbon ribbon = plan.ribbon();
            facts.put("ribbon", Concepts.word(plan.kind().ribbon()));
            facts.put("ribbon painted alike", Boolean.toString(plan.alike()));
            facts.put("ribbon far", Double.toString(ribbon.far()));
            facts.put("ribbon near", Double.toString(ribbon.near()));
            facts.put("ribbon bend", Double.toString(ribbon.bend()));
            facts.put("ribbon sway", Double.toString(ribbon.sway()));
            facts.put("ribbon spreading", Double.toString(ribbon.spreading()));
        }
        return facts;
    }
}
