package org.filterscope.analysis.dissection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.filterscope.analysis.concepts.Concept;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;

/**
 * A layer, maps that know nothing of any mask, and masks: rectangles of five concepts of two categories. Some pictures carry one category only,
 * some none.
 */
record RandomCase(DissectedLayer layer, List<float[]> maps, List<Concept> concepts, List<short[]> labels) {
    private static final List<Concept> CONCEPTS = List.of(new Concept("car", "object"), new Concept("wheel", "part"),
            new Concept("tree", "object"), new Concept("crown", "part"), new Concept("never seen", "object"));
    private static final int SHOWN = 4;

    /** Maps of 4 × 6 positions for pictures of 11 × 17 pixels: so few that no threshold is tried on some of them only. */
    static RandomCase of(final int channels, final int pictures, final long seed) {
        final Random random = new Random(seed);
        final DissectedLayer layer = new DissectedLayer("layer", new Shape(channels, 4, 6), new Shape(3, 11, 17), new ReceptiveField(3, -2, 4),
                new ReceptiveField(3, -3, 2));
        final List<float[]> maps = new ArrayList<>();
        final List<short[]> labels = new ArrayList<>();
        for (int picture = 0; picture < pictures; picture++) {
            final float[] values = new float[channels * 24];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) Math.max(0, random.nextGaussian());
            }
            maps.add(values);
            labels.add(labels(layer.input(), random, picture % 4));
        }
        return new RandomCase(layer, maps, CONCEPTS, labels);
    }

    private static short[] labels(final Shape input, final Random random, final int kind) {
        final short[] labels = new short[input.rows() * input.cols()];
        Arrays.fill(labels, (short) -1);
        for (int i = 0; kind > 0 && i < 3; i++) {
            // Kind 1 shows objects only, kind 2 parts only, kind 3 both.
            final int drawn = random.nextInt(SHOWN);
            final int concept = kind == 1 ? drawn & ~1 : kind == 2 ? drawn | 1 : drawn;
            final int top = random.nextInt(input.rows());
            final int left = random.nextInt(input.cols());
            for (int row = top; row < Math.min(input.rows(), top + 5); row++) {
                for (int col = left; col < Math.min(input.cols(), left + 6); col++) {
                    labels[row * input.cols() + col] = (short) concept;
                }
            }
        }
        return labels;
    }

    MemoryMaps memoryMaps() {
        return new MemoryMaps(layer.maps(), maps);
    }

    MemoryConcepts memoryConcepts(final String name) {
        return new MemoryConcepts(name, concepts, labels);
    }

    /** The concepts of the same category. */
    List<Short> category(final int concept) {
        final List<Short> category = new ArrayList<>();
        for (short other = 0; other < concepts.size(); other++) {
            if (concepts.get(other).category().equals(concepts.get(concept).category())) {
                category.add(other);
            }
        }
        return category;
    }
}
