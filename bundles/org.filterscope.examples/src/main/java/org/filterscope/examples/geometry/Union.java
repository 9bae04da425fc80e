package org.filterscope.examples.geometry;

import java.util.List;

/** What any of several shapes covers. */
public record Union(List<Shape> shapes) implements Shape {

    public Union {
        shapes = List.copyOf(shapes);
    }

    public static Union of(final Shape... shapes) {
        return new Union(List.of(shapes));
    }

    @Override
    public double distance(final double x, final double y) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i < shapes.size(); i++) {
            least = Math.min(least, shapes.get(i).distance(x, y));
        }
        return least;
    }

    @Override
    public Bounds bounds() {
        return shapes.stream().map(Shape::bounds).reduce(Bounds::with).orElseThrow();
    }

    @Override
    public Shape placed(final Pose pose) {
        return new Union(shapes.stream().map(shape -> shape.placed(pose)).toList());
    }
}
