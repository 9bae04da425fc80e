package org.filterscope.ui.display;

import java.util.function.BiConsumer;
import java.util.function.IntSupplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/**
 * Fills the rows of a virtual table when they come in sight.
 *
 * <p>While GTK clears a table it asks for a row once more, and SWT makes an item for it that belongs to no table any more, with the number -1. Nobody
 * disposes of such an item, but the memory behind it is gone. Whatever touches it later ends the process, as a change of the theme does, which goes
 * through all items there are. So it is disposed of here.
 */
public final class VirtualRows {

    private VirtualRows() {
    }

    /**
     * Belongs to the UI thread.
     *
     * @param table has the style {@link SWT#VIRTUAL}
     * @param count how many rows there are to fill; the table may still have more, which are about to go
     * @param fill  gets an item and its number, from 0 and below the count
     */
    public static void fill(final Table table, final IntSupplier count, final BiConsumer<TableItem, Integer> fill) {
        table.addListener(SWT.SetData, event -> fill(event, count, fill));
    }

    private static void fill(final Event event, final IntSupplier count, final BiConsumer<TableItem, Integer> fill) {
        final TableItem item = (TableItem) event.item;
        if (event.index < 0) {
            // Later: the table is still at work on it.
            item.getDisplay().asyncExec(item::dispose);
        } else if (event.index < count.getAsInt()) {
            fill.accept(item, event.index);
        }
    }
}
