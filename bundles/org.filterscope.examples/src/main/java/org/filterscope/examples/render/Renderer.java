package org.filterscope.examples.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.filterscope.examples.paint.Paint;

/**
 * Draws scenes. Each pixel is the mean of 4 × 4 samples (a box filter), rounded to a byte. The masks come from the same samples, not from
 * colours: they are the scene's geometry.
 */
public final class Renderer {
    private static final ConceptCategory[] CATEGORIES = ConceptCategory.values();
    private final Scene scene;
    private final int size;
    private final Samples samples;
    private final Paint[] paints;
    /** Of each pixel, or -1. Most pixels show one element, and need no vote. */
    private final int[] onlyElement;

    private Renderer(final Scene scene, final Viewport view, final int size) {
        this.scene = scene;
        this.size = size;
        samples = new Samples(scene, view, size);
        onlyElement = new int[size * size];
        for (int i = 0; i < onlyElement.length; i++) {
            onlyElement[i] = samples.only(i / size, i % size);
        }
        paints = scene.elements().stream().map(element -> element.surface().paint()).toArray(Paint[]::new);
    }

    /** @param size rows and columns of the picture */
    public static Rendering render(final Scene scene, final Viewport view, final int size) {
        final Renderer renderer = new Renderer(scene, view, size);
        final Map<ConceptCategory, LabelMap> labels = new EnumMap<>(ConceptCategory.class);
        for (final ConceptCategory category : CATEGORIES) {
            labels.put(category, new LabelMap(size, renderer.numbers(
                    scene.elements().stream().mapToInt(element -> element.concept(category)).toArray())));
        }
        return new Rendering(renderer.image(), Collections.unmodifiableMap(labels), renderer.boxes());
    }

    private RgbImage image() {
        final byte[] bytes = new byte[3 * size * size];
        for (int row = 0; row < size; row++) {
            for (int col = 0; col < size; col++) {
                paint(row, col, bytes, 3 * (row * size + col));
            }
        }
        return new RgbImage(size, bytes);
    }

    private void paint(final int row, final int col, final byte[] bytes, final int place) {
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int r = row * Samples.PER_SIDE; r < (row + 1) * Samples.PER_SIDE; r++) {
            for (int c = col * Samples.PER_SIDE; c < (col + 1) * Samples.PER_SIDE; c++) {
                final int colour = paints[samples.element(r, c)].at(samples.x(c), samples.y(r), samples.depth(r, c));
                red += colour >>> 16;
                green += colour >>> 8 & 255;
                blue += colour & 255;
            }
        }
        bytes[place] = mean(red);
        bytes[place + 1] = mean(green);
        bytes[place + 2] = mean(blue);
    }

    private static byte mean(final int sum) {
        return (byte) ((sum + Samples.PER_PIXEL / 2) / Samples.PER_PIXEL);
    }

    /** For each pixel the number that most of its samples have, given the number of each element. */
    private byte[] numbers(final int[] numberOfElement) {
        final byte[] numbers = new byte[size * size];
        final int[] votes = new int[Arrays.stream(numberOfElement).max().orElse(0) + 1];
        for (int row = 0; row < size; row++) {
            for (int col = 0; col < size; col++) {
                final int only = onlyElement[row * size + col];
                numbers[row * size + col] = (byte) (only < 0 ? winner(row, col, numberOfElement, votes) : numberOfElement[only]);
            }
        }
        return numbers;
    }

    private int winner(final int row, final int col, final int[] numberOfElement, final int[] votes) {
        int best = 0;
        for (int r = row * Samples.PER_SIDE; r < (row + 1) * Samples.PER_SIDE; r++) {
            for (int c = col * Samples.PER_SIDE; c < (col + 1) * Samples.PER_SIDE; c++) {
                final int number = numberOfElement[samples.element(r, c)];
                votes[number]++;
                if (votes[number] > votes[best] || votes[number] == votes[best] && number < best) {
                    best = number;
                }
            }
        }
        for (int r = row * Samples.PER_SIDE; r < (row + 1) * Samples.PER_SIDE; r++) {
            for (int c = col * Samples.PER_SIDE; c < (col + 1) * Samples.PER_SIDE; c++) {
                votes[numberOfElement[samples.element(r, c)]] = 0;
            }
        }
        return best;
    }

    private List<ObjectBox> boxes() {
        final byte[] instances = numbers(scene.elements().stream().mapToInt(element -> element.identity().instance()).toArray());
        final Map<Integer, Integer> objects = new TreeMap<>();
        scene.elements().forEach(element -> objects.putIfAbsent(element.identity().instance(), element.identity().object()));
        final Map<Integer, ObjectBox> boxes = new TreeMap<>();
        for (int i = 0; i < instances.length; i++) {
            final int instance = instances[i] & 255;
            if (instance != 0) {
                final int row = i / size;
                final int col = i % size;
                boxes.putIfAbsent(instance, new ObjectBox(instance, objects.get(instance), row, col, row + 1, col + 1));
                boxes.computeIfPresent(instance, (key, box) -> box.with(row, col));
            }
        }
        return new ArrayList<>(boxes.values());
    }
}
