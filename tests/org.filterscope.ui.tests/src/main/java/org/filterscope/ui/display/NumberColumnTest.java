package org.filterscope.ui.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class NumberColumnTest {

    @Test
    void aColumnHasAsManyDecimalsAsItsLargestNumberNeeds() {
        assertEquals(List.of("12.35", "0.50"), texts(12.345, 0.5));
        assertEquals(List.of("1235", "-2"), texts(1234.6, -2));
        assertEquals(List.of("0.0123", "0.0010"), texts(0.0123, 0.001));
    }

    @Test
    void verySmallAndVeryLargeNumbersHavePowersOfTen() {
        assertEquals(List.of("1.230E-5"), texts(1.23e-5));
        assertEquals(List.of("1.230E12"), texts(1.23e12));
    }

    @Test
    void nothingButZeroIsWrittenAsZero() {
        assertEquals(List.of("0.000"), texts(0));
    }

    private static List<String> texts(final double... numbers) {
        final NumberColumn column = new NumberColumn(DoubleStream.of(numbers));
        return DoubleStream.of(numbers).mapToObj(column::text).toList();
    }
}
