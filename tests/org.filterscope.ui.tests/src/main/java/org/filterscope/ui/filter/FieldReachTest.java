package org.filterscope.ui.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.filterscope.core.report.LayerRow.FieldRow;
import org.filterscope.core.report.PixelBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class FieldReachTest {
    /** 3 by 5: the middle is row 1, column 2. */
    private static final float[] MAP = {
        0, 0, 0, 0.2f, 0,
        0, 0, 1, 0, 0.09f,
        0, 0, 0.1f, 0, 0};
    private static final MapAxis ROWS = new MapAxis(new FieldRow(4, 3, 1.5), 3, 10);
    private static final MapAxis COLS = new MapAxis(new FieldRow(4, 5, 2), 3, 12);

    @Test
    void reachesAsFarAsATenthOfTheHighestValue() {
        assertEquals(Optional.of(new FieldReach(-1, 0, 1, 1)), FieldReach.of(MAP, 5));
        assertEquals(Optional.empty(), FieldReach.of(new float[15], 5));
    }

    /** The centre of row 1 is at 5.5, of two pixels the first: 5. */
    @Test
    void liesAroundTheCentreOfThePeaksField() {
        assertEquals(Optional.of(new PixelBox(4, 6, 7, 8)), new FieldReach(-1, 0, 1, 1).around(1, 1, ROWS, COLS));
    }

    @Test
    void isCutOffWhereTheInputEnds() {
        assertEquals(Optional.of(new PixelBox(0, 0, 4, 4)), new FieldReach(-5, -5, 2, 1).around(0, 0, ROWS, COLS));
        assertEquals(Optional.empty(), new FieldReach(3, 3, 4, 4).around(2, 2, ROWS, COLS), "all of it lies beyond the input");
    }

    /** Half of a field of 3 pixels is 1, of a field of 500 no more than from the last centre, 9, or the first, 1, to the other end of 10 pixels. */
    @Test
    void aMeasuredMapIsNoLargerThanTheFieldAndThePictureNeed() {
        assertEquals(3, ROWS.fieldSize());
        assertEquals(2 * 9 + 1, new MapAxis(new FieldRow(4, 500, 1.5), 3, 10).fieldSize());
        assertEquals(2 * 11 + 1, new MapAxis(new FieldRow(4, 500, -1), 3, 11).fieldSize());
    }
}
