package org.filterscope.ui.scores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** One row a filter; only rows in sight have a widget. Belongs to the UI thread. */
final class ScoreTable {
    private final Table table;
    private final ThemeColors colors;
    private final List<Consumer<List<FilterScore>>> selectionListeners = new ArrayList<>();
    private final List<Runnable> orderListeners = new ArrayList<>();
    private Optional<LayerScores> scores = Optional.empty();
    private Optional<ScorePainter> painter = Optional.empty();
    private ScoreText text;
    private ScoreFilter filter = new ScoreFilter("");
    private ScoreOrder order;
    private List<FilterScore> rows = List.of();

    ScoreTable(final Composite parent, final ThemeColors colors, final ScoreOrder order, final List<Integer> widths) {
        this.colors = colors;
        this.order = order;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        table.addListener(SWT.SetData, this::fill);
        table.addListener(SWT.MeasureItem, ScorePainter::measure);
        table.addListener(SWT.EraseItem, ScorePainter::erase);
        table.addListener(SWT.PaintItem, event -> painter.ifPresent(present -> present.paint(event)));
        table.addListener(SWT.Selection, event -> announceSelection());
        for (final ScoreColumn column : ScoreColumn.values()) {
            final TableColumn header = new TableColumn(table, column.alignment());
            header.setText(column.label());
            header.setToolTipText(column.explanation());
            header.setWidth(column.ordinal() < widths.size() ? widths.get(column.ordinal()) : column.defaultWidth());
            header.addListener(SWT.Selection, event -> sort(this.order.clicked(column)));
        }
        AccessibleName.give(table, () -> scores.map(shown -> NLS.bind(Messages.ScoreTable_name, shown.layer().layer())).orElse(""));
        showOrder();
    }

    Table control() {
        return table;
    }

    /** @param again whether these are the filters already shown, read anew: the person stays where she was */
    void show(final LayerScores shown, final ScorePainter with, final boolean again) {
        final Set<Integer> selected = again ? selectedChannels() : Set.of();
        final int top = again ? table.getTopIndex() : 0;
        scores = Optional.of(shown);
        painter = Optional.of(with);
        text = new ScoreText(shown);
        refresh(selected);
        table.setTopIndex(top);
    }

    /** The theme has other colors now. */
    void recolor() {
        table.clearAll();
    }

    void filter(final ScoreFilter wanted) {
        filter = wanted;
        refresh(selectedChannels());
    }

    ScoreOrder order() {
        return order;
    }

    List<Integer> widths() {
        return Stream.of(table.getColumns()).map(TableColumn::getWidth).toList();
    }

    /** All rows that the filter leaves, as they are sorted. */
    List<FilterScore> rows() {
        return rows;
    }

    List<FilterScore> selection() {
        return IntStream.of(table.getSelectionIndices()).sorted().mapToObj(rows::get).toList();
    }

    void select(final Set<Integer> channels) {
        table.setSelection(IntStream.range(0, rows.size()).filter(row -> channels.contains(rows.get(row).channel())).toArray());
        announceSelection();
    }

    void onSelection(final Consumer<List<FilterScore>> listener) {
        selectionListeners.add(listener);
    }

    void onOrder(final Runnable listener) {
        orderListeners.add(listener);
    }

    void sort(final ScoreOrder wanted) {
        order = wanted;
        showOrder();
        refresh(selectedChannels());
        orderListeners.forEach(Runnable::run);
    }

    private void showOrder() {
        table.setSortColumn(table.getColumn(order.column().ordinal()));
        table.setSortDirection(order.ascending() ? SWT.UP : SWT.DOWN);
    }

    private void refresh(final Set<Integer> selected) {
        rows = scores.map(shown -> shown.select(filter, order)).orElse(List.of());
        table.deselectAll();
        table.setItemCount(rows.size());
        table.clearAll();
        select(selected);
        if (!rows.isEmpty() && table.getSelectionCount() == 0) {
            table.setTopIndex(0);
        }
    }

    private Set<Integer> selectedChannels() {
        return selection().stream().map(FilterScore::channel).collect(Collectors.toSet());
    }

    private void announceSelection() {
        final List<FilterScore> selection = selection();
        selectionListeners.forEach(listener -> listener.accept(selection));
    }

    private void fill(final Event event) {
        final TableItem item = (TableItem) event.item;
        final FilterScore score = rows.get(event.index);
        item.setData(score);
        item.setText(Stream.of(ScoreColumn.values()).map(column -> text.text(score, column)).toArray(String[]::new));
        item.setForeground(score.numbers().dead() ? colors.quiet() : null);
    }
}
