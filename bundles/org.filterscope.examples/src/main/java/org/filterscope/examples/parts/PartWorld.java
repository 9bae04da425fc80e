package org.filterscope.examples.parts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.filterscope.examples.geometry.Bounds;
import org.filterscope.examples.geometry.Point;
import org.filterscope.examples.geometry.Pose;
import org.filterscope.examples.random.RandomStream;
import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.render.Concepts;
import org.filterscope.examples.render.Renderer;
import org.filterscope.examples.render.Rendering;
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

/** Animals with parts: cat, cow, rabbit, hen, elephant and giraffe, one a picture, with masks of their parts and landmarks. */
public final class PartWorld implements World {
    private static final Set<Flaw> FLAWS = EnumSet.of(Flaw.BACKGROUND, Flaw.ATTRIBUTE_TIE, Flaw.WATERMARK, Flaw.COLOUR, Flaw.LABEL_NOISE,
            Flaw.MISSING_MODE, Flaw.STANDARD_POSE, Flaw.TWIN_EYES);
    private static final double CROP_MARGIN = 0.04;
    private final long seed;
    private final PartWorldSettings settings;
    private final AnimalLabelling labelling;
    private final Plants plants;
    private final Concepts concepts = Concepts.of(Concepts.words(Category.values()), Concepts.words(AnimalPart.values()), List.of());

    /**
     * Tells the six animals apart.
     *
     * @throws IllegalArgumentException when a flaw is planted that animals cannot show
     */
    public PartWorld(final long seed, final PartWorldSettings settings, final Plants plants) {
        this(seed, settings, AnimalLabelling.ANIMAL, plants);
    }

    /** @throws IllegalArgumentException when a flaw is planted that animals cannot show */
    public PartWorld(final long seed, final PartWorldSettings settings, final AnimalLabelling labelling, final Plants plants) {
        plants.onlyOf(FLAWS, "PartWorld");
        this.seed = seed;
        this.settings = settings;
        this.labelling = labelling;
        this.plants = plants;
    }

    @Override
    public String name() {
        return "animals";
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
        return labelling.classes();
    }

    @Override
    public Concepts concepts() {
        return concepts;
    }

    @Override
    public Set<Flaw> pairedFlaws() {
        return EnumSet.of(Flaw.BACKGROUND);
    }

    @Override
    public WorldPicture picture(final Split split, final int index, final int size) {
        return draw(split, index, plan(split, index), size);
    }

    /** An animal as the sound test world has it on a background without stripes, and the same on stripes. */
    @Override
    public CounterfactualPair pair(final Flaw flaw, final int index, final int size) {
        if (flaw != Flaw.BACKGROUND) {
            throw new IllegalArgumentException("there are no pairs for " + flaw.id());
        }
        final AnimalPlan plan = pairPlan(index);
        final Background plain = plan.background() == Background.STRIPES ? Background.NOISE : plan.background();
        return new CounterfactualPair(flaw, draw("pair", Split.TEST, index, before(plan, plain), size),
                draw("pair", Split.TEST, index, before(plan, Background.STRIPES), size), "background: %s, stripes".formatted(Concepts.word(plain)));
    }

    private AnimalPlan pairPlan(final int index) {
        return new AnimalPlanner(splitSeed("pair"), index, Split.TEST, settings, labelling, Plants.NONE).plan();
    }

    /** The scene of a pair before its background is swapped, for tests of what is drawn. */
    Scene pairScene(final int index) {
        return new AnimalScene(pairPlan(index), settings, splitSeed("pair"), index).scene();
    }

    private static AnimalPlan before(final AnimalPlan plan, final Background background) {
        return new AnimalPlan(plan.animal(), background, plan.watermark(), plan.standardPose(), plan.label(), plan.trueLabel(),
                plan.flaws());
    }

    private AnimalPlan plan(final Split split, final int index) {
        return new AnimalPlanner(splitSeed(split.label()), index, split, settings, labelling, plants).plan();
    }

    /** The scene of a picture, for tests of what is drawn. */
    Scene scene(final Split split, final int index) {
        return new AnimalScene(plan(split, index), settings, splitSeed(split.label()), index).scene();
    }

    private long splitSeed(final String purpose) {
        return new RandomStream(seed, 0, purpose).next();
    }

    private WorldPicture draw(final Split split, final int index, final AnimalPlan plan, final int size) {
        return draw(split.label(), split, index, plan, size);
    }

    private WorldPicture draw(final String purpose, final Split split, final int index, final AnimalPlan plan, final int size) {
        final AnimalScene animal = new AnimalScene(plan, settings, splitSeed(purpose), index);
        final Scene scene = animal.scene();
        final Viewport view = settings.crop() ? around(animal.bounds()) : Viewport.WHOLE;
        final Rendering rendering = Renderer.render(scene, view, size);
        final List<Landmark> landmarks = landmarks(animal, plan.animal(), scene, view, size);
        return new WorldPicture(split, index, plan.label(), plan.trueLabel(), rendering, landmarks, facts(plan, animal.pose()),
                tags(plan, landmarks, size));
    }

    private static Viewport around(final Bounds box) {
        final double left = box.left() - CROP_MARGIN * box.width();
        final double top = box.top() - CROP_MARGIN * box.height();
        return new Viewport(left, top, box.width() * (1 + 2 * CROP_MARGIN), box.height() * (1 + 2 * CROP_MARGIN));
    }

    private static List<Landmark> landmarks(final AnimalScene animal, final Animal what, final Scene scene, final Viewport view,
            final int size) {
        final List<Landmark> landmarks = new ArrayList<>();
        animal.landmarks().forEach((name, place) -> {
            final Point pixel = view.toPixels(place.point(), size);
            landmarks.add(new Landmark(name, pixel.y(), pixel.x(), state(what, scene, place, pixel, size)));
        });
        return landmarks;
    }

    private static Landmark.State state(final Animal animal, final Scene scene, final AnimalScene.Place place, final Point pixel,
            final int size) {
        if (!animal.has(place.part())) {
            return Landmark.State.MISSING;
        }
        if (pixel.x() < 0 || pixel.y() < 0 || pixel.x() >= size || pixel.y() >= size) {
            return Landmark.State.OUTSIDE;
        }
        final int seen = scene.seenAt(place.point().x(), place.point().y()).identity().part();
        return seen == place.part().number() ? Landmark.State.VISIBLE : Landmark.State.OCCLUDED;
    }

    private List<FlawTag> tags(final AnimalPlan plan, final List<Landmark> landmarks, final int size) {
        final List<FlawTag> tags = new ArrayList<>();
        for (final FlawTag tag : plan.flaws()) {
            final boolean glyph = tag.flaw() == Flaw.WATERMARK && tag.role() == Role.PLANTED;
            tags.add(glyph ? new FlawTag(tag.flaw(), tag.role(), Watermark.box(size)) : tag);
        }
        if (plan.standardPose()) {
            final List<Landmark> templates = landmarks.stream()
                    .filter(landmark -> landmark.visible() && (landmark.name().equals("head") || landmark.name().equals("rear foot"))).toList();
            if (templates.size() == 2) {
                tags.add(new FlawTag(Flaw.STANDARD_POSE, Role.TEMPLATE, "head and rear foot are seen"));
            }
        }
        return List.copyOf(tags);
    }

    private static SortedMap<String, String> facts(final AnimalPlan plan, final Pose pose) {
        final Animal animal = plan.animal();
        final SortedMap<String, String> facts = new TreeMap<>();
        facts.put("facing", animal.flipped() ? "left" : "right");
        facts.put("tilt", Double.toString(animal.tilt()));
        facts.put("neck angle", Double.toString(animal.neckAngle()));
        facts.put("leg swing", Double.toString(animal.swing()));
        facts.put("tail angle", Double.toString(animal.tailAngle()));
        facts.put("scale", Double.toString(pose.scale()));
        facts.put("aspect", Double.toString(animal.aspect()));
        facts.put("x", Double.toString(pose.x()));
        facts.put("y", Double.toString(pose.y()));
        facts.put("palette", Integer.toString(animal.palette()));
        facts.put("shade", animal.dark() ? "dark" : "light");
        facts.put("missing", String.join(" ", Concepts.words(animal.missing().toArray(AnimalPart[]::new))));
        facts.put("collar", Boolean.toString(animal.collar()));
        facts.put("blanket", Boolean.toString(animal.blanket()));
        facts.put("twin eyes", Boolean.toString(animal.twinEyes()));
        facts.put("background", Concepts.word(plan.background()));
        facts.put("watermark", Boolean.toString(plan.watermark()));
        return facts;
    }
}
