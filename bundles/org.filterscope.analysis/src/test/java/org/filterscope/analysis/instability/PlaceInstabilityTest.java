package org.filterscope.analysis.instability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.filterscope.analysis.landmarks.Landmarks;
import org.filterscope.engine.graph.ReceptiveField;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;

class PlaceInstabilityTest {
    private static final int PICTURES = 40;
    private static final Shape INPUT = new Shape(3, 300, 400);
    private final double[][] rows = new double[2][PICTURES];
    private final double[][] cols = new double[2][PICTURES];
    private final float[] scores = new float[PICTURES];
    private final float[] placeRows = new float[PICTURES];
    private final float[] placeCols = new float[PICTURES];

    /** A head anywhere, a tail anywhere else; the place is always 10 and 20 pixels from the head. */
    @Test
    void aPlaceThatKeepsToAPartIsSteadyToItAlone() {
        final Random random = new Random(1);
        for (int picture = 0; picture < PICTURES; picture++) {
            for (int landmark = 0; landmark < 2; landmark++) {
                rows[landmark][picture] = 100 + 50 * random.nextDouble() + 100 * landmark;
                cols[landmark][picture] = 100 + 50 * random.nextDouble();
            }
            scores[picture] = 1;
            placeRows[picture] = (float) (rows[0][picture] + 10);
            placeCols[picture] = (float) (cols[0][picture] + 20);
        }
        final PlaceInstability.Numbers numbers = instability().of(scores, placeRows, placeCols);
        assertThat(numbers.part()).isZero();
        // Single precision.
        assertThat(numbers.vectorR2()).isCloseTo(1, within(1e-6));
        assertThat(numbers.ratio()).isCloseTo(0, within(1e-4));
        assertThat(numbers.purity()).isEqualTo(1);
        // To the tail it is as unsteady as two independent places: the mean over both landmarks is half of that.
        double mean = 0;
        double square = 0;
        for (int picture = 0; picture < PICTURES; picture++) {
            final double distance = Math.hypot(rows[1][picture] - placeRows[picture], cols[1][picture] - placeCols[picture]);
            mean += distance / PICTURES;
            square += distance * distance / PICTURES;
        }
        final double deviation = Math.sqrt((square - mean * mean) * PICTURES / (PICTURES - 1)) / 500;
        assertThat(numbers.instability()).isCloseTo(deviation / 2, within(1e-5));
    }

    @Test
    void aPlaceThatIsNowhereHasNoNumbers() {
        final PlaceInstability.Numbers numbers = instability().of(scores, placeRows, placeCols);
        assertThat(numbers.part()).isNegative();
        assertThat(numbers.instability()).isNaN();
        assertThat(numbers.ratio()).isNaN();
        assertThat(numbers.vectorR2()).isNaN();
        assertThat(numbers.purity()).isNaN();
    }

    /** On the 20 pictures with the highest scores it lies at the head 15 times; on all others at the tail. */
    @Test
    void purityLooksAtTheStrongestPictures() {
        for (int picture = 0; picture < PICTURES; picture++) {
            rows[1][picture] = 200;
            scores[picture] = PICTURES - picture;
            placeRows[picture] = picture < 15 ? 20 : 180;
        }
        assertThat(instability().of(scores, placeRows, placeCols).purity()).isEqualTo(0.75);
    }

    private PlaceInstability instability() {
        final ReceptiveField field = new ReceptiveField(1, 0, 0);
        return new PlaceInstability(new Landmarks(List.of("head", "tail"), rows, cols), new Shape(1, 300, 400), field, field, INPUT);
    }
}
