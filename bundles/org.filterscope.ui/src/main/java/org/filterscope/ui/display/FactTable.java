package org.filterscope.ui.display;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** A table of facts: names and numbers, some with bars; it copies as CSV. Rows get a widget when they come in sight. Belongs to the UI thread. */
public final class FactTable {
    private static final int FILLER = 4;
    /** Rows that come or go at a time: with GTK a row takes some microseconds, 10 000 of them as long as a person notices. */
    private static final int SLICE = 500;

    private final Table table;
    private final List<Column> columns;
    private final BarPainter painter;
    private final ThemeColors colors;
    private final WordColumns words;
    private List<Fact> facts = List.of();
    private int wanted = -1;
    private boolean growing;

    /**
     * @param explanation shown as tool tip
     * @param width       pixels; columns of words grow to what the rows need
     */
    public record Column(String title, String explanation, boolean number, int width) {
    }

    /**
     * One row.
     *
     * @param texts  one for each column, as a person reads it
     * @param values the same as a program reads it: not rounded, and in no language
     * @param bars   gives the bar of a column
     * @param quiet  whether it is written in the color for text of less weight
     */
    public record Fact(List<String> texts, List<String> values, IntFunction<Optional<Bar>> bars, boolean quiet) {

        public Fact(final List<String> texts, final List<String> values, final IntFunction<Optional<Bar>> bars) {
            this(texts, values, bars, false);
        }

        /** Without bars. */
        public Fact(final List<String> texts, final List<String> values) {
            this(texts, values, column -> Optional.empty());
        }

        /** The same with less weight. */
        public Fact quieter() {
            return new Fact(texts, values, bars, true);
        }

        /** With a bar in one column. */
        public static Fact of(final List<String> texts, final List<String> values, final int column, final Bar bar) {
            return new Fact(texts, values, index -> index == column ? Optional.of(bar) : Optional.empty());
        }

        /** Words and numbers for a program; a number that is none is empty. */
        public static List<String> raw(final Object... values) {
            return Stream.of(values).map(value -> value instanceof final Double number && number.isNaN() ? "" : value.toString()).toList();
        }
    }

    /** @param copy label of the menu's only item */
    public FactTable(final Composite parent, final ThemeColors colors, final String name, final String copy, final List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.colors = colors;
        painter = new BarPainter(colors);
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        table.setHeaderVisible(true);
        for (final Column column : columns) {
            final TableColumn header = new TableColumn(table, column.number() ? SWT.RIGHT : SWT.LEFT);
            header.setText(column.title());
            header.setToolTipText(column.explanation());
            header.setWidth(column.width());
        }
        // The last column gets all the room that is left: better one without numbers. GTK leaves out columns of no width.
        new TableColumn(table, SWT.LEFT).setWidth(FILLER);
        words = new WordColumns(table, this.columns, row -> row < facts.size() ? facts.get(row).texts() : List.of());
        VirtualRows.fill(table, () -> facts.size(), this::fill);
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.KeyDown, event -> {
            if (event.keyCode == 'c' && event.stateMask == SWT.MOD1) {
                copy();
            }
        });
        final Menu menu = new Menu(table);
        final MenuItem item = new MenuItem(menu, SWT.PUSH);
        item.setText(copy);
        item.addListener(SWT.Selection, event -> copy());
        table.setMenu(menu);
        AccessibleName.give(table, () -> name);
    }

    public Table control() {
        return table;
    }

    public void show(final List<Fact> shown) {
        facts = List.copyOf(shown);
        wanted = -1;
        table.deselectAll();
        resize();
        table.clearAll();
        words.grow(facts);
    }

    /** Selects a row, which many rows before it may have to come first for. */
    public void select(final int row) {
        wanted = row;
        selectWanted();
    }

    private void selectWanted() {
        if (wanted >= 0 && wanted < table.getItemCount()) {
            table.setSelection(wanted);
            wanted = -1;
        }
    }

    /** Of very many rows some at a time come and go, so that nothing else has to wait for them. */
    private void resize() {
        final int missing = facts.size() - table.getItemCount();
        table.setItemCount(table.getItemCount() + Math.clamp(missing, -SLICE, SLICE));
        selectWanted();
        if (Math.abs(missing) > SLICE && !growing) {
            growing = true;
            table.getDisplay().asyncExec(() -> {
                growing = false;
                if (!table.isDisposed()) {
                    resize();
                }
            });
        }
    }

    /** Columns that are not shown are copied all the same. */
    public void reveal(final int column, final boolean shown) {
        final TableColumn header = table.getColumn(column);
        if (header.getResizable() != shown) {
            header.setWidth(shown ? columns.get(column).width() : 0);
            header.setResizable(shown);
            words.grow(facts);
        }
    }

    /** Writes all rows again, in the theme's new colors. */
    public void recolor() {
        table.clearAll();
    }

    private void fill(final TableItem item, final int row) {
        final Fact fact = facts.get(row);
        item.setText(fact.texts().toArray(String[]::new));
        item.setForeground(fact.quiet() ? colors.quiet() : null);
    }

    /** All rows, whatever is selected: they are few. */
    public String csv() {
        final StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns.stream().map(Column::title).toList());
            facts.forEach(fact -> csv.writeRecord(fact.values()));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Indices of the selected rows. */
    public IntStream selection() {
        return IntStream.of(table.getSelectionIndices()).filter(row -> row < facts.size());
    }

    private void copy() {
        final Clipboard clipboard = new Clipboard(table.getDisplay());
        try {
            clipboard.setContents(new Object[] {csv()}, new Transfer[] {TextTransfer.getInstance()});
        } finally {
            clipboard.dispose();
        }
    }

    private void paint(final Event event) {
        final int row = table.indexOf((TableItem) event.item);
        if (row >= 0 && row < facts.size()) {
            final Rectangle cell = ((TableItem) event.item).getBounds(event.index);
            facts.get(row).bars().apply(event.index)
                    .ifPresent(bar -> painter.paint(event, cell, facts.get(row).texts().get(event.index), bar));
        }
    }
}
