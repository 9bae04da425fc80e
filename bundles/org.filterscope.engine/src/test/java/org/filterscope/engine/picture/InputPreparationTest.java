package org.filterscope.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.configuration.InputSettings;
import org.filterscope.core.configuration.InputSettings.ChannelOrder;
import org.filterscope.core.configuration.InputSettings.Resampling;
import org.filterscope.core.configuration.InputSettings.Resize;
import org.filterscope.engine.graph.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputPreparationTest {
    private static final List<Double> ZERO = List.of(0.0, 0.0, 0.0);
    private static final List<Double> ONE = List.of(1.0, 1.0, 1.0);

    @Test
    void valuesAreScaledThenShiftedThenDividedChannelByChannel() throws Exception {
        final InputSettings settings = new InputSettings(Optional.empty(), 0.5, List.of(1.0, 2.0, 3.0), List.of(1.0, 2.0, 4.0),
                ChannelOrder.RGB, Resize.STRETCH, Resampling.PIL);
        assertThat(numbers(settings, new Shape(3, 1, 2), picture(1, 2, 10, 20, 30, 40, 50, 60))).containsExactly(4, 19, 4, 11.5f, 3, 6.75f);
    }

    @Test
    void blueComesFirstWhereTheNetworkWantsIt() throws Exception {
        final InputSettings settings = new InputSettings(Optional.empty(), 1, ZERO, ONE, ChannelOrder.BGR, Resize.STRETCH, Resampling.PIL);
        assertThat(numbers(settings, new Shape(3, 1, 1), picture(1, 1, 10, 20, 30))).containsExactly(30, 20, 10);
    }

    @Test
    void aGreyNetworkSeesTheLuma() throws Exception {
        assertThat(numbers(InputSettings.DEFAULT, new Shape(1, 1, 1), picture(1, 1, 255, 0, 0))).containsExactly(76);
        assertThat(numbers(InputSettings.DEFAULT, new Shape(1, 1, 1), picture(1, 1, 9, 9, 9))).containsExactly(9);
    }

    @Test
    void croppingKeepsTheMiddleAndTheProportions() throws Exception {
        final InputSettings settings = new InputSettings(Optional.empty(), 1, ZERO, ONE, ChannelOrder.RGB, Resize.CROP, Resampling.PIL);
        final Picture wide = picture(1, 3, 1, 1, 1, 2, 2, 2, 3, 3, 3);
        assertThat(numbers(settings, new Shape(3, 1, 1), wide)).containsExactly(2, 2, 2);
    }

    @Test
    void paddingKeepsTheWholePictureAndLeavesTheRestBlack() throws Exception {
        final Picture wide = picture(1, 2, 10, 20, 30, 40, 50, 60);
        final InputSettings settings = new InputSettings(Optional.empty(), 1, List.of(1.0, 1.0, 1.0), ONE, ChannelOrder.RGB, Resize.PAD,
                Resampling.PIL);
        assertThat(numbers(settings, new Shape(3, 3, 2), wide)).containsExactly(-1, -1, 9, 39, -1, -1, -1, -1, 19, 49, -1, -1, -1, -1, 29, 59,
                -1, -1);
    }

    /** What the two libraries do with pictures that leave an odd rest or no whole side; found by running them. */
    @ParameterizedTest
    @CsvSource({
        "300, 400, 224, 224, 168, 224, 28, 0, 168, 224, 28, 0",
        "333, 500, 227, 227, 151, 227, 38, 0, 151, 227, 37, 0",
        "10, 4, 5, 5, 5, 2, 0, 2, 5, 2, 0, 1",
        "18, 25, 5, 5, 4, 5, 0, 0, 3, 5, 0, 0",
        "7, 5, 5, 7, 5, 4, 0, 2, 5, 3, 0, 1",
        "100, 5, 20, 20, 20, 1, 0, 10, 20, 1, 0, 9"})
    void paddingLiesWhereTheLibrariesPutIt(final int rows, final int cols, final int height, final int width, final int pilRows,
            final int pilCols, final int pilTop, final int pilLeft, final int tfRows, final int tfCols, final int tfTop, final int tfLeft) {
        final PictureSize picture = new PictureSize(rows, cols);
        final Shape shape = new Shape(3, height, width);
        assertThat(Letterbox.pil(picture, shape)).isEqualTo(new Letterbox(pilRows, pilCols, pilTop, pilLeft));
        assertThat(Letterbox.tensorFlow(picture, shape)).isEqualTo(new Letterbox(tfRows, tfCols, tfTop, tfLeft));
    }

    /** Pixel i of a side of 5 reduced to 3 is {@code floor((i + ½) · 5 / 3)}: 0, 2, 4; enlarged to 7: 0, 1, 1, 2, 3, 3, 4. */
    @Test
    void aMaskTakesTheIdOfTheNearestPixel() throws Exception {
        final byte[] ids = {10, 11, 12, 13, (byte) 200};
        assertThat(fitted(Resize.STRETCH, new Shape(3, 1, 3), new Mask(1, 5, ids))).containsExactly(10, 12, 200);
        assertThat(fitted(Resize.STRETCH, new Shape(3, 2, 7), new Mask(1, 5, ids))).containsExactly(10, 11, 11, 12, 13, 13, 200, 10, 11, 11,
                12, 13, 13, 200);
    }

    @Test
    void aMaskIsCutAndPaddedAsItsPicture() throws Exception {
        assertThat(fitted(Resize.CROP, new Shape(3, 2, 2), new Mask(2, 4, new byte[] {1, 2, 3, 4, 5, 6, 7, 8}))).containsExactly(2, 3, 6, 7);
        assertThat(fitted(Resize.PAD, new Shape(3, 3, 2), new Mask(1, 2, new byte[] {0, 9}))).containsExactly(Mask.OUTSIDE, Mask.OUTSIDE, 0, 9,
                Mask.OUTSIDE, Mask.OUTSIDE);
    }

    /** Where a picture of two flat halves changes, its mask changes too, whatever is done to bring it to the input. */
    @ParameterizedTest
    @CsvSource({"STRETCH, 64, 48, 32, 32", "CROP, 40, 90, 30, 24", "PAD, 40, 90, 30, 24", "PAD, 33, 20, 44, 60", "CROP, 20, 20, 64, 32"})
    void aMaskStaysOnItsPicture(final Resize resize, final int rows, final int cols, final int height, final int width) throws Exception {
        final byte[] colours = new byte[rows * cols * 3];
        final byte[] ids = new byte[rows * cols];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = (byte) (i % cols < cols / 2 ? 1 : 2);
            for (int colour = 0; colour < 3; colour++) {
                colours[3 * i + colour] = (byte) (ids[i] == 1 ? 100 : 200);
            }
        }
        final Shape shape = new Shape(3, height, width);
        final short[] labels = fitted(resize, shape, new Mask(rows, cols, ids));
        final float[] values = numbers(settings(resize), shape, new Picture(rows, cols, colours));
        for (int i = 0; i < labels.length; i++) {
            assertThat(labels[i]).isEqualTo((short) (values[i] == 0 ? Mask.OUTSIDE : values[i] < 150 ? 1 : 2));
        }
    }

    private static short[] fitted(final Resize resize, final Shape shape, final Mask mask) throws Exception {
        return new InputPreparation(settings(resize), shape).fit(mask);
    }

    private static InputSettings settings(final Resize resize) {
        return new InputSettings(Optional.empty(), 1, ZERO, ONE, ChannelOrder.RGB, resize, Resampling.PIL);
    }

    @Test
    void tensorFlowsResamplingReachesTheNetworkUnrounded() throws Exception {
        final InputSettings settings = new InputSettings(Optional.empty(), 1, ZERO, ONE, ChannelOrder.RGB, Resize.STRETCH,
                Resampling.TENSORFLOW);
        final Picture two = picture(1, 2, 0, 0, 0, 1, 2, 3);
        assertThat(numbers(settings, new Shape(3, 1, 4), two)).containsExactly(0, 0.25f, 0.75f, 1, 0, 0.5f, 1.5f, 2, 0, 0.75f, 2.25f, 3);
        assertThat(new InputPreparation(settings, new Shape(3, 1, 4)).fit(two).picture().values()).containsExactly(0, 0, 0, 0, 1, 1, 1, 2, 2,
                1, 2, 3);
    }

    @Test
    void aNetworkOfFourChannelsIsRefused() {
        assertThatThrownBy(() -> new InputPreparation(InputSettings.DEFAULT, new Shape(4, 8, 8))).hasMessageContaining("4 channels");
    }

    private static float[] numbers(final InputSettings settings, final Shape shape, final Picture picture) throws Exception {
        final InputPreparation preparation = new InputPreparation(settings, shape);
        final float[] values = new float[(int) shape.size()];
        preparation.write(preparation.fit(picture), values, 0);
        return values;
    }

    private static Picture picture(final int rows, final int cols, final int... values) {
        final byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new Picture(rows, cols, bytes);
    }
}
