package org.filterscope.ui.scores;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.filterscope.core.names.Agreement;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.Score;
import org.junit.jupiter.api.Test;

class ScoreOrderTest {

    @Test
    void theMostHarmfulFilterComesFirstAndThoseThatHarmNobodyByTheirHighestValues() {
        final List<FilterScore> filters = List.of(filter(0, 5, 0), filter(1, 9, 0), filter(2, 1, 0.4), filter(3, 2, 0.7));
        assertEquals(List.of(3, 2, 1, 0), filters.stream().sorted(ScoreOrder.usual(filters).comparator()).map(FilterScore::channel).toList());
    }

    @Test
    void whereNothingDoesHarmTheStrongestFilterComesFirst() {
        final List<FilterScore> filters = List.of(filter(0, 5, 0), filter(1, 9, 0), filter(2, 1, 0));
        assertEquals(StatisticColumn.MAXIMUM, ScoreOrder.usual(filters).column());
        assertEquals(List.of(1, 0, 2), filters.stream().sorted(ScoreOrder.usual(filters).comparator()).map(FilterScore::channel).toList());
    }

    private static FilterScore filter(final int channel, final double max, final double harm) {
        final FilterRow row = new FilterRow(channel, 0, 0, max, 0.5, false);
        return new FilterScore(row.with(row.scores().with(Score.HARM, harm)), List.of(), Optional.empty(), "", Agreement.OPEN);
    }
}
