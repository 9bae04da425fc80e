package org.filterscope.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.filterscope.core.picture.Orientation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UprightTest {

    /** After the sentences of the standard: "6: the 0th row is the visual right-hand side, the 0th column is the visual top", and so on. */
    @ParameterizedTest
    @CsvSource({"1, abc def", "2, cba fed", "3, fed cba", "4, def abc", "5, ad be cf", "6, da eb fc", "7, fc eb da", "8, cf be ad"})
    void aPictureIsTurnedUpright(final int tag, final String upright) {
        assertThat(text(new Upright(Orientation.of(tag)).of(picture("abc def")))).isEqualTo(upright);
    }

    @Test
    void whatTheStandardDoesNotKnowIsUpright() {
        final Picture picture = picture("abc def");
        for (final long tag : new long[] {0, 9, -1, 1L << 40}) {
            assertThat(new Upright(Orientation.of(tag)).of(picture)).isSameAs(picture);
        }
    }

    /** One word a row, one letter a pixel. */
    private static Picture picture(final String rows) {
        final byte[] letters = rows.replace(" ", "").getBytes(StandardCharsets.US_ASCII);
        final byte[] values = new byte[letters.length * 3];
        for (int i = 0; i < values.length; i++) {
            values[i] = letters[i / 3];
        }
        return new Picture(rows.split(" ").length, rows.indexOf(' '), values);
    }

    private static String text(final Picture picture) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < picture.rows() * picture.cols(); i++) {
            text.append(i > 0 && i % picture.cols() == 0 ? " " : "").append((char) picture.values()[3 * i]);
        }
        return text.toString();
    }
}
