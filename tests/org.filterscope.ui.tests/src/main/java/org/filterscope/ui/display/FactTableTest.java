package org.filterscope.ui.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.FactTable.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class FactTableTest {

    @Test
    void copiesNumbersAsTheyAreAndNotAsTheyAreShown() {
        final Shell shell = new Shell(Display.getCurrent());
        final ThemeColors colors = new ThemeColors(PlatformUI.getWorkbench(), () -> {
        });
        try {
            final FactTable table = new FactTable(shell, colors, "facts", "Copy",
                    List.of(new Column("Concept", "", false, 10), new Column("IoU", "", true, 10), new Column("p", "", true, 10)));
            table.show(List.of(new Fact(List.of("sand", "0,123", ""), Fact.raw("sand", 0.12345678, Double.NaN))));
            assertEquals("Concept,IoU,p\nsand,0.12345678,\n", table.csv());
            assertEquals("0,123", table.control().getItem(0).getText(1));
        } finally {
            shell.dispose();
            colors.dispose();
        }
    }
}
