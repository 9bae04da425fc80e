package org.filterscope.examples.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;

import org.filterscope.examples.geometry.Point;
import org.filterscope.examples.paint.Colour;
import org.filterscope.examples.paint.Paint;
import org.filterscope.examples.render.ConceptCategory;
import org.filterscope.examples.render.Concepts;
import org.filterscope.examples.render.LabelMap;
import org.filterscope.examples.render.Renderer;
import org.filterscope.examples.render.RgbImage;
import org.filterscope.examples.render.Scene;
import org.filterscope.examples.render.Viewport;

/** Judges masks by colours: everything of one concept is painted white, all else black, and the picture is compared with the mask. */
public final class Truth {

    private Truth() {
    }

    /** Of each pixel the number of its 16 samples that show the concept. */
    public static int[] samples(final Scene scene, final ConceptCategory category, final int number, final int size) {
        final Scene painted = scene.with(element -> element.painted(Paint.flat(
                (element.concept(category) == number ? Colour.WHITE : Colour.BLACK).packed())));
        final RgbImage image = Renderer.render(painted, Viewport.WHOLE, size).image();
        final int[] samples = new int[size * size];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (int) Math.round((image.bytes()[3 * i] & 255) / 255.0 * 16);
        }
        return samples;
    }

    /** A pixel is in a concept's mask exactly when no other concept of the category, nor none of them, covers more of it. */
    public static void masksAreWhatIsDrawn(final Scene scene, final WorldPicture picture, final Concepts concepts, final int size) {
        for (final ConceptCategory category : ConceptCategory.values()) {
            final int[][] samples = new int[concepts.names(category).size() + 1][];
            for (int number = 0; number < samples.length; number++) {
                samples[number] = samples(scene, category, number, size);
            }
            final LabelMap labels = picture.rendering().labels(category);
            for (int i = 0; i < size * size; i++) {
                int best = 0;
                int all = 0;
                for (int number = 0; number < samples.length; number++) {
                    best = samples[number][i] > samples[best][i] ? number : best;
                    all += samples[number][i];
                }
                assertThat(all).as("%s samples of pixel %d", category, i).isEqualTo(16);
                assertThat(labels.at(i / size, i % size)).as("%s of pixel %d", category, i).isEqualTo(best);
            }
        }
    }

    public static Point point(final Landmark landmark, final int size) {
        return new Point(landmark.col() / size, landmark.row() / size);
    }

    /** Pixels, masks and labels are the same. */
    public static boolean same(final WorldPicture a, final WorldPicture b) {
        if (!a.label().equals(b.label()) || !Arrays.equals(a.rendering().image().bytes(), b.rendering().image().bytes())) {
            return false;
        }
        for (final ConceptCategory category : ConceptCategory.values()) {
            if (!Arrays.equals(a.rendering().labels(category).numbers(), b.rendering().labels(category).numbers())) {
                return false;
            }
        }
        return true;
    }

    /** Four standard deviations of a binomial count: with fixed seeds, a wrong strength fails and a right one is settled once. */
    public static void isBinomial(final String what, final int count, final int number, final double probability) {
        assertThat((double) count).as("%s: of %d", what, number).isCloseTo(number * probability,
                within(4 * Math.sqrt(number * probability * (1 - probability)) + 1e-9));
    }
}
