package org.filterscope.ui.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class DecimalsTest {

    @Test
    void aSmallProbabilityIsNotRoundedToNothing() {
        assertEquals("0.0003", Decimals.probability(0.0003));
        assertEquals("2.0E-5", Decimals.probability(0.00002));
        assertEquals("0.001", Decimals.probability(0.0005));
        assertEquals("0.000", Decimals.probability(0));
        assertEquals("1.000", Decimals.probability(1));
    }

    @Test
    void whatIsNotANumberIsNotWritten() {
        assertEquals("", Decimals.text(Double.NaN));
        assertEquals("", Decimals.probability(Double.NaN));
    }
}
