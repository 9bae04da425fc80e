package org.filterscope.ui.scores;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.ui.XMLMemento;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class ScoresStateTest {
    private final XMLMemento memento = XMLMemento.createWriteRoot("view");

    @Test
    void aDamagedMementoGivesTheDefaults() {
        memento.putString("report", "\0");
        memento.putString("configuration", "/");
        memento.putString("sortColumn", "NOTHING");
        memento.putString("ascending", "perhaps");
        memento.putString("columns", "channel nothing:12 iou:wide :30");
        assertEquals(new ScoresState(Optional.empty(), "", Optional.empty(), ColumnLayout.DEFAULT), read());
    }

    @Test
    void aColumnTooNarrowToBeFoundAgainGetsItsFirstWidth() {
        memento.putString("columns", "channel:0");
        assertEquals(64, read().columns().places().getFirst().width());
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        final ScoresState state = new ScoresState(Optional.empty(), "deep", Optional.of(new ScoreOrder(StatisticColumn.MEAN, true)),
                ColumnLayout.DEFAULT.show(StatisticColumn.DEVIATION, false));
        state.write(memento);
        assertEquals(state, read());
    }

    private ScoresState read() {
        return ScoresState.read(memento, ResourcesPlugin.getWorkspace().getRoot());
    }
}
