package org.filterscope.ui.scores;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.names.Agreement;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.PixelBox;
import org.filterscope.core.report.TopRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ScoreCsvTest {

    @Test
    void picturesCanBeToldApartWhenTheirNamesHaveBlanks() {
        final FilterScore score = new FilterScore(new FilterRow(5, 1, 2, 3, 0.5, false), List.of(top("forest/old oak.png"), top("b.png")),
                Optional.empty(), "", Agreement.OPEN);
        assertEquals("conv,5,forest/old oak.png|b.png,1.0",
                ScoreCsv.write("conv", List.of(StatisticColumn.PICTURES, StatisticColumn.MEAN), List.of(score)).lines().toList().getLast());
    }

    private static TopRow top(final String picture) {
        return new TopRow(5, 1, picture, 0, 0, 3, new PixelBox(0, 0, 1, 1));
    }
}
