package org.filterscope.ui.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class FitTest {
    private static final Rectangle SLOT = new Rectangle(10, 20, 36, 36);

    @Test
    void aLargePictureShrinksAndKeepsItsShape() {
        assertEquals(new Rectangle(10, 29, 36, 18), Fit.in(SLOT, 72, 36));
    }

    @Test
    void aSmallPictureGrowsByAWholeNumber() {
        assertEquals(new Rectangle(13, 23, 30, 30), Fit.in(SLOT, 10, 10));
    }

    @Test
    void aPictureAlmostAsLargeAsTheSlotStaysAsItIs() {
        assertEquals(new Rectangle(13, 23, 30, 30), Fit.in(SLOT, 30, 30));
    }

    @Test
    void aSlotIsAsHighAsASmallPictureGrownByAWholeNumber() {
        assertEquals(128, new ThumbnailPainter(new InputShape(64, 64)).slotHeight(112));
        assertEquals(112, new ThumbnailPainter(new InputShape(28, 28)).slotHeight(112));
        assertEquals(96, new ThumbnailPainter(new InputShape(96, 96)).slotHeight(112));
        assertEquals(112, new ThumbnailPainter(new InputShape(227, 227)).slotHeight(112));
    }
}
