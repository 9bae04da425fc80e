package org.filterscope.ui.scores;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;

import org.filterscope.ui.scores.ColumnLayout.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ColumnLayoutTest {

    @Test
    void whatIsWrittenIsReadAgain() {
        final ColumnLayout layout = ColumnLayout.DEFAULT.show(StatisticColumn.MEAN, false);
        assertEquals(layout, ColumnLayout.parse(layout.text()));
        assertFalse(layout.places().stream().filter(place -> place.column() == StatisticColumn.MEAN).findFirst().orElseThrow().shown());
    }

    @Test
    void everyColumnIsThereOnceWhateverWasStored() {
        assertEquals(ScoreColumns.ALL.size(), ColumnLayout.parse("iou:99 iou:98 unknown:30 max:120").places().size());
        assertEquals(ColumnLayout.DEFAULT, ColumnLayout.parse(""));
    }

    @Test
    void aColumnThatIsNewSinceStandsBehindItsFirstNeighbour() {
        final List<ScoreColumn> columns = ColumnLayout.parse("dead:64 channel:64").places().stream().map(Place::column).toList();
        assertEquals(StatisticColumn.DEAD, columns.getFirst());
        assertEquals(List.of(StatisticColumn.FILTER, StatisticColumn.PICTURES), columns.subList(1, 3));
    }

    @Test
    void columnsThatAreNotOnShowKeepTheirPlacesWhenOthersAreMoved() {
        final List<Place> first = ColumnLayout.DEFAULT.places();
        final ColumnLayout moved = ColumnLayout.DEFAULT.arrange(List.of(first.get(4), first.get(0), first.get(2)));
        assertEquals(List.of(first.get(4), first.get(1), first.get(0), first.get(3), first.get(2)), moved.places().subList(0, 5));
    }
}
