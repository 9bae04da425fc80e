package org.filterscope.ui.detectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.filterscope.core.report.DetectorRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class DetectorCountsTest {

    @Test
    void aLayerWithoutACategoryHasNoneOfIt() {
        final DetectorCounts counts = DetectorCounts.of(List.of(row("a", "object", 3), row("b", "part", 2)), "other");
        assertArrayEquals(new double[] {3, 0}, counts.of("object"));
        assertArrayEquals(new double[] {0, 2}, counts.of("part"));
    }

    @Test
    void ofMoreCategoriesThanColorsTheSmallestBecomeOneAndNoFilterIsLost() {
        final List<DetectorRow> rows = new ArrayList<>();
        for (int index = 0; index < 11; index++) {
            rows.add(row("a", "category" + index, 20 - index));
        }
        final DetectorCounts counts = DetectorCounts.of(rows, "other");
        assertEquals(8, counts.categories().size());
        assertEquals("other", counts.categories().getLast());
        assertArrayEquals(new double[] {13 + 12 + 11 + 10}, counts.of("other"));
        assertEquals(rows.stream().mapToInt(DetectorRow::detectors).sum(),
                counts.categories().stream().mapToDouble(category -> counts.of(category)[0]).sum());
    }

    private static DetectorRow row(final String layer, final String category, final int detectors) {
        return new DetectorRow(layer, category, detectors, 1, 0.1);
    }
}
