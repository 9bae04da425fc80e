package org.filterscope.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.core.graph.GraphEdge;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.GraphPattern;
import org.filterscope.core.graph.GraphSubject;
import org.filterscope.core.graph.LayerContent;
import org.filterscope.core.graph.Places;

/** Layers of a graph with random numbers, as many as the authors' VGG-16 has: 61,440 patterns of four layers, 15 parents each below the top. */
final class RandomLayers {
    static final int PICTURES = 500;
    private static final String[] NAMES = {"conv5_3", "conv5_2", "conv4_3", "conv4_2"};
    private static final int[] PER_FILTER = {20, 20, 40, 40};
    private static final int FILTERS = 512;
    private static final int PARENTS = 15;
    private static final int INPUT = 224;

    private final Random random = new Random(7);
    private int above;
    private int first;

    static GraphSubject subject() {
        return new GraphSubject("bird", INPUT, INPUT, IntStream.range(0, PICTURES).mapToObj("bird/%03d.jpg"::formatted).toList());
    }

    static int layers() {
        return NAMES.length;
    }

    /** Top layer first; each once. */
    LayerContent next(final int number) {
        final int count = PER_FILTER[number] * FILTERS;
        final int side = PER_FILTER[number] == PER_FILTER[0] ? 14 : 28;
        final GraphLayer layer = new GraphLayer(NAMES[number], side, side, 7.5, 7.5, (double) INPUT / side, (double) INPUT / side, floats(FILTERS),
                0.1, Double.POSITIVE_INFINITY, true, first, count);
        final List<GraphPattern> patterns = new ArrayList<>();
        final List<GraphEdge> edges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            patterns.add(new GraphPattern(number, i / PER_FILTER[number], i % PER_FILTER[number], INPUT * random.nextDouble(),
                    INPUT * random.nextDouble(), random.nextDouble(), random.nextDouble(), 0, random.nextFloat()));
            for (int k = 0; k < PARENTS && number > 0; k++) {
                edges.add(new GraphEdge(first + i, above + random.nextInt(first - above), random.nextFloat(), random.nextFloat(),
                        random.nextFloat(), random.nextFloat()));
            }
        }
        above = first;
        first += count;
        final int places = count * PICTURES;
        return new LayerContent(layer, patterns, edges, new boolean[PICTURES],
                new Places(floats(places), floats(places), floats(places), floats(places)));
    }

    float[] floats(final int size) {
        final float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextFloat();
        }
        return values;
    }
}
