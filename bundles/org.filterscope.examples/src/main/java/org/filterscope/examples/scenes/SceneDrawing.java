package org.filterscope.examples.scenes;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.examples.geometry.Box;
import org.filterscope.examples.geometry.Intersection;
import org.filterscope.examples.geometry.Point;
import org.filterscope.examples.geometry.Superellipse;
import org.filterscope.examples.paint.Colour;
import org.filterscope.examples.paint.Surface;
import org.filterscope.examples.random.RandomStream;
import org.filterscope.examples.render.Element;
import org.filterscope.examples.render.Identity;
import org.filterscope.examples.render.Scene;
import org.filterscope.examples.scenes.Placement.Extent;
import org.filterscope.examples.world.Watermark;

/** Turns a plan into the elements of a scene, from back to front. */
final class SceneDrawing {
    private static final Extent HOUSE = new Extent(0.32, 0.62, 1.7, 0.16, 0.5);
    private static final Extent TREE = new Extent(0.4, 0.44, 1.2, 0.08, 0.75);
    private static final Extent LAMP = new Extent(0.55, 0.36, 1.1, 0.3, 0.8);
    private static final int RIBBON_INSTANCE = 1;
    /** The middle of the right-hand lane across the road: a car there keeps all wheels on it. */
    private static final double LANE = 0.46;
    private final ScenePlan plan;
    private final long seed;
    private final int index;

    SceneDrawing(final ScenePlan plan, final long seed, final int index) {
        this.plan = plan;
        this.seed = seed;
        this.index = index;
    }

    private RandomStream random(final String purpose) {
        return new RandomStream(seed, index, purpose);
    }

    Scene scene() {
        final List<Element> elements = new ArrayList<>(new Landscape(plan.horizon(), random("landscape paint")).draw(plan.sky(), plan.ground()));
        if (plan.kind().ribbon() != RibbonKind.NONE) {
            ribbon(elements);
        }
        int instance = RIBBON_INSTANCE;
        for (final Standing standing : placed()) {
            if (standing.thing().object() == SceneObject.CAR) {
                elements.add(shadow(standing));
            }
            elements.addAll(standing.thing().placed(standing.pose(), ++instance));
        }
        if (plan.watermark()) {
            elements.addAll(Watermark.elements());
        }
        return new Scene(elements);
    }

    private void ribbon(final List<Element> elements) {
        final boolean road = plan.kind().ribbon() == RibbonKind.ROAD;
        final RibbonPaints paints = new RibbonPaints(plan.ribbon(), random("ribbon paint"));
        final Identity identity = ribbonIdentity(0);
        elements.add(new Element(plan.ribbon(), plan.alike() ? paints.alike() : road ? paints.road() : paints.river(), identity));
        if (road && plan.crossing() && !plan.alike()) {
            final double start = random("crosswalk place").uniform(0.5, 0.72);
            final Box band = new Box(-1, plan.ribbon().y(start), 2, plan.ribbon().y(start * 1.22));
            elements.add(new Element(new Intersection(plan.ribbon(), band), paints.crosswalk(),
                    ribbonIdentity(ScenePart.CROSSWALK.number())));
        }
    }

    private Identity ribbonIdentity(final int part) {
        final boolean road = plan.kind().ribbon() == RibbonKind.ROAD;
        return new Identity(RIBBON_INSTANCE, (road ? SceneObject.ROAD : SceneObject.RIVER).number(), part,
                (road ? Material.ASPHALT : Material.WATER).number());
    }

    /** Under a car; it lies on the road and is road. */
    private Element shadow(final Standing car) {
        final Point middle = new Point(car.pose().x(), car.pose().y());
        return new Element(new Intersection(plan.ribbon(), Superellipse.ellipse(middle, car.halfWidth() * 1.08, car.halfWidth() * 0.22, 0)),
                Surface.plain(new Colour(0.2, 0.2, 0.22)), ribbonIdentity(0));
    }

    private List<Standing> placed() {
        final Placement placement = new Placement(plan);
        buildings(placement);
        final RandomStream trees = random("trees");
        final int number = trees.below(4) + (plan.kind() == SceneLabel.MEADOW ? 2 : 0);
        for (int i = 0; i < number; i++) {
            placement.beside(trees, Trees::draw, TREE, true);
        }
        final RandomStream lamps = random("lamps");
        if (plan.usual() != SceneLabel.MEADOW && lamps.chance(0.35)) {
            placement.beside(lamps, unused -> Vehicles.lamp(), LAMP, true);
            placement.beside(lamps, unused -> Vehicles.lamp(), LAMP, true);
        }
        if (plan.kind().traffic()) {
            traffic(placement);
        }
        return placement.things();
    }

    /** As many as the scene would have in a sound world: a planted flaw changes ribbon and traffic, nothing else. */
    private void buildings(final Placement placement) {
        final RandomStream random = random("buildings");
        final int number = switch (plan.usual()) {
            case VILLAGE -> 2 + random.below(2);
            case STREET, HARBOUR -> random.below(3);
            case LANE, VALLEY -> random.below(2);
            case MEADOW -> 0;
        };
        for (int i = 0; i < number; i++) {
            placement.beside(random, Houses::draw, HOUSE, true);
        }
    }

    private void traffic(final Placement placement) {
        final RandomStream random = random("traffic");
        final boolean two = random.chance(0.5);
        final double nearness = random.uniform(0.62, 0.86);
        if (plan.kind().ribbon() == RibbonKind.ROAD) {
            final boolean away = random.chance(0.5);
            final double size = Math.min(0.32, 1.05 * plan.ribbon().spreading());
            placement.on(Vehicles.car(away, random), nearness, away ? LANE : -LANE, size);
            if (two) {
                placement.on(Vehicles.car(!away, random), random.uniform(0.4, 0.6), away ? -LANE : LANE, size);
            }
        } else {
            final double size = Math.min(0.34, 1.2 * plan.ribbon().spreading());
            placement.on(Vehicles.boat(random), nearness, random.uniform(-0.35, 0.35), size);
            if (two) {
                placement.on(Vehicles.boat(random), random.uniform(0.35, 0.5), random.uniform(-0.4, 0.4), size);
            }
        }
    }
}
