package org.filterscope.examples.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.filterscope.examples.geometry.Box;
import org.filterscope.examples.geometry.Everywhere;
import org.filterscope.examples.geometry.Point;
import org.filterscope.examples.geometry.Superellipse;
import org.filterscope.examples.paint.Colour;
import org.filterscope.examples.paint.Surface;
import org.junit.jupiter.api.Test;

class RendererTest {
    private static final Element DARK = new Element(new Everywhere(), Surface.plain(Colour.BLACK), Identity.NOTHING);

    private static Element white(final double right, final int object) {
        return new Element(new Box(-1, -1, right, 2), Surface.plain(Colour.WHITE), new Identity(1, object, 0, 0));
    }

    /** Columns of 1/4: the edge at 3/8 covers one column wholly and half of the next. */
    @Test
    void aPixelIsTheMeanOfItsSamples() {
        final Rendering rendering = Renderer.render(new Scene(List.of(DARK, white(0.375, 2))), Viewport.WHOLE, 4);
        assertThat(rendering.image().value(0, 0, 0)).isEqualTo(255);
        assertThat(rendering.image().value(3, 1, 2)).isEqualTo(128);
        assertThat(rendering.image().value(0, 2, 1)).isZero();
    }

    @Test
    void aMaskTakesThePixelsThatAreMostlyCovered() {
        final int[] expected = {1, 1, 2, 2};
        final double[] edges = {0.3125, 0.375, 0.4375, 0.5};
        for (int i = 0; i < edges.length; i++) {
            final LabelMap objects = Renderer.render(new Scene(List.of(DARK, white(edges[i], 7))), Viewport.WHOLE, 4)
                    .labels(ConceptCategory.OBJECT);
            // Half a pixel is a tie, and goes to the lower number, here 0.
            assertThat(objects.area(7)).isEqualTo(4 * expected[i]);
            assertThat(objects.mask(7)[0]).isTrue();
        }
    }

    @Test
    void theNearerElementIsSeenAndBoxesHoldWhatIsSeen() {
        final Element front = new Element(new Box(0.25, 0.5, 0.75, 1), Surface.plain(Colour.WHITE), new Identity(2, 5, 0, 0));
        final Rendering rendering = Renderer.render(new Scene(List.of(DARK, white(0.5, 7), front)), Viewport.WHOLE, 4);
        assertThat(rendering.labels(ConceptCategory.OBJECT).at(2, 1)).isEqualTo(5);
        assertThat(rendering.boxes()).containsExactly(new ObjectBox(1, 7, 0, 0, 4, 2), new ObjectBox(2, 5, 2, 1, 4, 3));
    }

    @Test
    void aViewportStretchesItsPartOfTheScene() {
        final Viewport right = new Viewport(0.5, 0, 0.5, 1);
        final LabelMap objects = Renderer.render(new Scene(List.of(DARK, white(0.75, 7))), right, 4).labels(ConceptCategory.OBJECT);
        assertThat(objects.area(7)).isEqualTo(8);
        assertThat(right.toPixels(new Point(0.75, 0.5), 4)).isEqualTo(new Point(2, 2));
    }

    /** The sum over all pixels is the disc's area; 16 samples a pixel leave an error of well under one in a thousand of the picture. */
    @Test
    void coverageAddsUpToTheArea() {
        final Element disc = new Element(Superellipse.circle(new Point(0.5, 0.5), 0.3), Surface.plain(Colour.WHITE), Identity.NOTHING);
        final RgbImage image = Renderer.render(new Scene(List.of(DARK, disc)), Viewport.WHOLE, 32).image();
        double sum = 0;
        for (int i = 0; i < image.bytes().length; i += 3) {
            sum += (image.bytes()[i] & 255) / 255.0;
        }
        assertThat(sum / 1024).isCloseTo(Math.PI * 0.09, within(0.001));
        assertThat(image.planes()).hasSize(3 * 1024);
    }
}
