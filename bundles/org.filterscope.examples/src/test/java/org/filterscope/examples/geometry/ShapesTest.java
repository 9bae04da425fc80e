package org.filterscope.examples.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.filterscope.examples.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ShapesTest {
    static final List<Shape> SHAPES = List.of(
            Superellipse.ellipse(new Point(0.1, -0.2), 0.3, 0.12, 25), Superellipse.of(new Point(0, 0.1), 0.25, 0.2, 3, -40),
            Superellipse.of(new Point(0, 0.1), 0.25, 0.1, 4, 70), new Capsule(new Point(-0.2, 0), 0.05, new Point(0.3, 0.2), 0.12),
            Polygon.of(-0.3, -0.1, 0.1, -0.3, 0.35, 0.2, 0, 0.05), new Box(-0.2, -0.1, 0.3, 0.25),
            Union.of(Superellipse.circle(new Point(-0.2, 0), 0.1), new Box(0, 0, 0.2, 0.3)),
            new Intersection(Superellipse.circle(new Point(0, 0), 0.3), new Box(-1, 0, 1, 1)),
            new Curve(new Point(-0.3, 0), new Point(0, -0.4), new Point(0.3, 0.1), 0.06, 0.02).shape());

    @ParameterizedTest
    @FieldSource("SHAPES")
    void nothingIsInsideBeyondTheBounds(final Shape shape) {
        final RandomStream random = new RandomStream(1, 0, "points");
        int inside = 0;
        for (int i = 0; i < 20_000; i++) {
            final double x = random.uniform(-0.6, 0.6);
            final double y = random.uniform(-0.6, 0.6);
            if (shape.distance(x, y) <= 0) {
                inside++;
                final Bounds bounds = shape.bounds();
                assertThat(x).isBetween(bounds.left(), bounds.right());
                assertThat(y).isBetween(bounds.top(), bounds.bottom());
            }
        }
        assertThat(inside).isGreaterThan(200);
    }

    /** The distance grows with the scale; places keep their side of the edge, mirrored or not. */
    @ParameterizedTest
    @FieldSource("SHAPES")
    void aPlacedShapeIsTheSameShapeElsewhere(final Shape shape) {
        final RandomStream random = new RandomStream(2, 0, "points");
        for (final boolean flipped : new boolean[] {false, true}) {
            final Pose pose = new Pose(0.4, 0.7, 0.8, flipped);
            final Shape placed = shape.placed(pose);
            for (int i = 0; i < 500; i++) {
                final Point local = new Point(random.uniform(-0.6, 0.6), random.uniform(-0.6, 0.6));
                final Point there = pose.place(local);
                assertThat(placed.distance(there.x(), there.y())).isCloseTo(0.8 * shape.distance(local.x(), local.y()), within(1e-9));
                assertThat(pose.localX(there.x())).isCloseTo(local.x(), within(1e-12));
            }
        }
    }

    @Test
    void distancesOfSimpleShapesAreExact() {
        assertThat(new Capsule(new Point(0, 0), 1, new Point(4, 0), 1).distance(2, 3)).isEqualTo(2);
        assertThat(new Box(0, 0, 2, 2).distance(5, 6)).isEqualTo(5);
        assertThat(new Box(0, 0, 2, 2).distance(1, 1.5)).isEqualTo(-0.5);
        assertThat(Polygon.of(0, 0, 4, 0, 0, 4).distance(1, 1)).isEqualTo(-1);
        assertThat(Superellipse.circle(new Point(0, 0), 2).distance(2, 0)).isZero();
    }

    /** The share of random points inside is the area, within four standard errors. */
    @Test
    void anEllipseHasItsArea() {
        final RandomStream random = new RandomStream(3, 0, "points");
        final Shape ellipse = Superellipse.ellipse(new Point(0.5, 0.5), 0.4, 0.2, 33);
        int inside = 0;
        for (int i = 0; i < 200_000; i++) {
            inside += ellipse.distance(random.uniform(), random.uniform()) <= 0 ? 1 : 0;
        }
        assertThat(inside / 200_000.0).isCloseTo(Math.PI * 0.08, within(4 * Math.sqrt(0.25 * 0.75 / 200_000)));
    }
}
