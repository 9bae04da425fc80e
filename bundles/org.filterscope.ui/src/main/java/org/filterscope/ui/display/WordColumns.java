package org.filterscope.ui.display;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.filterscope.ui.display.FactTable.Column;
import org.filterscope.ui.display.FactTable.Fact;

/** A table's columns of words: as wide as their words, within reason; what is cut all the same is told by the tool tip. Belongs to the UI thread. */
final class WordColumns {
    /** Around the words of a cell, pixels. */
    private static final int PADDING = 16;
    /** A column grows no further, pixels. */
    private static final int MOST = 480;
    /** Rows that are measured. */
    private static final int ROWS = 100;

    private final Table table;
    private final List<Column> columns;
    private final IntFunction<List<String>> texts;
    /** Width that was given to a column: one that has another by now was drawn there by a person, and stays. */
    private final Map<Integer, Integer> given = new HashMap<>();

    /** @param texts of a row, empty where there is none */
    WordColumns(final Table table, final List<Column> columns, final IntFunction<List<String>> texts) {
        this.table = table;
        this.columns = columns;
        this.texts = texts;
        table.addListener(SWT.MouseMove, this::tell);
    }

    void grow(final List<Fact> facts) {
        final GC gc = new GC(table);
        try {
            for (int column = 0; column < columns.size(); column++) {
                final TableColumn header = table.getColumn(column);
                final int least = columns.get(column).width();
                if (!columns.get(column).number() && header.getResizable() && header.getWidth() == given.getOrDefault(column, least)) {
                    final int index = column;
                    final int needed = facts.stream().limit(ROWS).mapToInt(fact -> width(gc, fact.texts().get(index))).max().orElse(0);
                    final int width = Math.max(least, Math.min(needed, MOST));
                    header.setWidth(width);
                    given.put(column, width);
                }
            }
        } finally {
            gc.dispose();
        }
    }

    private static int width(final GC gc, final String words) {
        return gc.textExtent(words, SWT.NONE).x + PADDING;
    }

    private void tell(final Event event) {
        final TableItem item = table.getItem(new Point(event.x, event.y));
        final String cut = item == null ? null : cut(item, event.x, event.y);
        if (cut == null ? table.getToolTipText() != null : !cut.equals(table.getToolTipText())) {
            table.setToolTipText(cut);
        }
    }

    /** The cell's words, or {@code null} where there is no cell, or all of it can be read. */
    private String cut(final TableItem item, final int x, final int y) {
        final List<String> row = texts.apply(table.indexOf(item));
        for (int column = 0; column < row.size(); column++) {
            if (item.getBounds(column).contains(x, y)) {
                final GC gc = new GC(table);
                try {
                    return width(gc, row.get(column)) > item.getBounds(column).width ? row.get(column) : null;
                } finally {
                    gc.dispose();
                }
            }
        }
        return null;
    }
}
