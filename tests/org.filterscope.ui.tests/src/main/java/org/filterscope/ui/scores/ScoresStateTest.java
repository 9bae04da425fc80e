package org.filterscope.ui.scores;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
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
        memento.putString("widths", "64 -1 many 276");
        assertEquals(new ScoresState(Optional.empty(), "", ScoreOrder.DEFAULT, List.of()), read());
    }

    @Test
    void aColumnTooNarrowToBeFoundAgainGivesTheDefaultWidths() {
        memento.putString("widths", "64 276 190 92 124 98 0 64");
        assertEquals(List.of(), read().widths());
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        final ScoresState state = new ScoresState(Optional.empty(), "deep", new ScoreOrder(ScoreColumn.MEAN, true),
                List.of(64, 276, 190, 92, 124, 98, 132, 16));
        state.write(memento);
        assertEquals(state, read());
    }

    private ScoresState read() {
        return ScoresState.read(memento, ResourcesPlugin.getWorkspace().getRoot());
    }
}
