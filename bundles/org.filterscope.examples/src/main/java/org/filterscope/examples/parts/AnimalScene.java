package org.filterscope.examples.parts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.examples.geometry.Bounds;
import org.filterscope.examples.geometry.Point;
import org.filterscope.examples.geometry.Pose;
import org.filterscope.examples.paint.Colour;
import org.filterscope.examples.random.RandomStream;
import org.filterscope.examples.render.Element;
import org.filterscope.examples.render.Scene;
import org.filterscope.examples.world.Watermark;

/** An animal in its picture: the elements, and where its landmarks came to lie. */
final class AnimalScene {
    /** What is left free at the picture's edges. */
    private static final double MARGIN = 0.025;
    private final AnimalPlan plan;
    private final PartWorldSettings settings;
    private final long seed;
    private final int index;
    private final Skeleton bones;
    private final Drawing drawing;
    private final TailDrawing tail;
    private final HeadDrawing head;
    private final Pose pose;

    AnimalScene(final AnimalPlan plan, final PartWorldSettings settings, final long seed, final int index) {
        this.plan = plan;
        this.settings = settings;
        this.seed = seed;
        this.index = index;
        bones = new Skeleton(plan.animal());
        drawing = new Drawing(plan.animal());
        final CoatPaints paints = paints();
        final BodyDrawing body = new BodyDrawing(drawing, bones, paints);
        tail = new TailDrawing(bones);
        head = new HeadDrawing(drawing, bones, paints);
        tail.draw(drawing, paints);
        body.legs();
        body.neck();
        body.torso();
        head.draw();
        // Last, or ears and chin would hide it.
        body.collar();
        pose = fitted(plan.animal(), drawing.bounds());
    }

    private CoatPaints paints() {
        final RandomStream random = new RandomStream(seed, index, "coat");
        final Coat coat = Coat.PALETTES.get(plan.animal().palette());
        final Coat shaded = plan.animal().dark() ? coat.towards(Colour.BLACK, 0.42) : coat.towards(Colour.WHITE, 0.12);
        final Coat jittered = new Coat(shaded.base().jittered(random, 0.04), shaded.pattern().jittered(random, 0.03),
                shaded.pale().jittered(random, 0.03));
        return new CoatPaints(jittered, plan.animal().category().pattern(), random);
    }

    /** Stands the animal's box where the lot says, made smaller and moved as far as needed to stay inside of the picture. */
    private static Pose fitted(final Animal animal, final Bounds bounds) {
        final double free = 1 - 2 * MARGIN;
        final double scale = Math.min(animal.scale(), free / Math.max(bounds.width(), bounds.height()));
        final double halfWidth = bounds.width() * scale / 2;
        final double halfHeight = bounds.height() * scale / 2;
        final double x = inside(0.5 + animal.dx(), halfWidth);
        final double y = inside(0.5 + animal.dy(), halfHeight);
        final double middleX = (bounds.left() + bounds.right()) / 2 * scale * (animal.flipped() ? -1 : 1);
        final double middleY = (bounds.top() + bounds.bottom()) / 2 * scale;
        return new Pose(x - middleX, y - middleY, scale, animal.flipped());
    }

    private static double inside(final double middle, final double half) {
        return Math.max(MARGIN + half, Math.min(1 - MARGIN - half, middle));
    }

    Scene scene() {
        final List<Element> elements = new ArrayList<>(Backdrop.draw(plan.background(), new RandomStream(seed, index, "background")));
        if (settings.distractors()) {
            final RandomStream random = new RandomStream(seed, index, "distractor");
            if (random.chance(0.5)) {
                elements.addAll(Backdrop.distractor(random));
            }
        }
        drawing.elements().forEach(element -> elements.add(element.placed(pose)));
        final RandomStream random = new RandomStream(seed, index, "occluder");
        if (random.chance(settings.occluders())) {
            elements.add(Backdrop.occluder(random));
        }
        if (plan.watermark()) {
            elements.addAll(Watermark.elements());
        }
        return new Scene(elements);
    }

    Pose pose() {
        return pose;
    }

    /** The animal's box in the scene, whether seen or not. */
    Bounds bounds() {
        return drawing.elements().stream().map(element -> element.placed(pose).shape().bounds()).reduce(Bounds::with).orElseThrow();
    }

    /** Landmarks by name: where they are, and the part they belong to. */
    Map<String, Place> landmarks() {
        final Map<String, Place> places = new LinkedHashMap<>();
        final boolean flipped = plan.animal().flipped();
        put(places, "head", bones.head(), AnimalPart.HEAD);
        put(places, "left eye", head.eyePlace(!flipped), AnimalPart.LEFT_EYE);
        put(places, "right eye", head.eyePlace(flipped), AnimalPart.RIGHT_EYE);
        put(places, "neck", bones.neck(), AnimalPart.NECK);
        put(places, "torso", new Point(0, 0), AnimalPart.TORSO);
        put(places, "front foot", bones.foot(true, true), AnimalPart.FRONT_LEG);
        put(places, "rear foot", bones.foot(false, true), AnimalPart.REAR_LEG);
        if (plan.animal().category().build().legs() == 4) {
            put(places, "far front foot", bones.foot(true, false), AnimalPart.FRONT_LEG);
            put(places, "far rear foot", bones.foot(false, false), AnimalPart.REAR_LEG);
        }
        put(places, "tail root", tail.root(), AnimalPart.TAIL);
        put(places, "tail tip", tail.tip(), AnimalPart.TAIL);
        return places;
    }

    private void put(final Map<String, Place> places, final String name, final Point local, final AnimalPart part) {
        places.put(name, new Place(pose.place(local), part));
    }

    /** A landmark in the scene. */
    record Place(Point point, AnimalPart part) {
    }
}
