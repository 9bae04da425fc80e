package org.filterscope.ui.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.FactTable.Fact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class FactTableTest {
    private static final String LONG = "of these become 'river' with the colours of its pictures";

    private Shell shell;
    private ThemeColors colors;
    private FactTable table;

    @BeforeEach
    void open() {
        shell = new Shell(Display.getCurrent());
        colors = new ThemeColors(PlatformUI.getWorkbench(), () -> {
        });
        table = new FactTable(shell, colors, "facts", "Copy",
                List.of(new Column("Concept", "", false, 100), new Column("IoU", "", true, 60), new Column("p", "", true, 60)));
        table.control().setSize(900, 300);
        shell.setSize(900, 300);
        shell.open();
    }

    @AfterEach
    void close() {
        shell.dispose();
        colors.dispose();
    }

    @Test
    void copiesNumbersAsTheyAreAndNotAsTheyAreShown() {
        show("sand");
        assertEquals("Concept,IoU,p\nsand,0.12345678,\n", table.csv());
        assertEquals("0,123", table.control().getItem(0).getText(1));
    }

    @Test
    void aColumnOfWordsGrowsUntilTheyCanBeRead() {
        show("sand");
        assertEquals(100, table.control().getColumn(0).getWidth());
        show(LONG);
        final GC gc = new GC(table.control());
        final int needed = gc.textExtent(LONG).x;
        gc.dispose();
        assertTrue(table.control().getColumn(0).getWidth() > needed, table.control().getColumn(0).getWidth() + " for " + needed);
        assertEquals(60, table.control().getColumn(1).getWidth(), "numbers stay");
        show("sand");
        assertEquals(100, table.control().getColumn(0).getWidth());
    }

    @Test
    void aColumnThatAPersonDrewToAWidthStaysSoAndTheToolTipTellsWhatIsCut() {
        show(LONG);
        table.control().getColumn(0).setWidth(150);
        show(LONG);
        assertEquals(150, table.control().getColumn(0).getWidth());
        pointAt(0);
        assertEquals(LONG, table.control().getToolTipText());
        pointAt(1);
        assertNull(table.control().getToolTipText(), "the number can be read");
    }

    private void show(final String concept) {
        table.show(List.of(new Fact(List.of(concept, "0,123", ""), Fact.raw(concept, 0.12345678, Double.NaN))));
    }

    private void pointAt(final int column) {
        // The screen's widths come to hold with its next events.
        boolean more = true;
        while (more) {
            more = shell.getDisplay().readAndDispatch();
        }
        final Table rows = table.control();
        final Rectangle cell = rows.getItem(0).getBounds(column);
        final Event event = new Event();
        event.x = cell.x + cell.width / 2;
        event.y = cell.y + cell.height / 2;
        rows.notifyListeners(SWT.MouseMove, event);
    }
}
