package org.filterscope.ui.scores;

import java.util.ArrayList;
import java.util.Arrays;
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
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.display.VirtualRows;

/** One row a filter; only rows in sight have a widget, and only columns that are shown. Belongs to the UI thread. */
final class ScoreTable {
    /** Rows that are made without a break. */
    private static final int CHUNK = 1500;
    private final Table table;
    private final ThemeColors colors;
    private final List<Consumer<List<FilterScore>>> selectionListeners = new ArrayList<>();
    private final List<Runnable> orderListeners = new ArrayList<>();
    private final List<Runnable> columnListeners = new ArrayList<>();
    private Optional<LayerScores> scores = Optional.empty();
    private Optional<ScorePainter> painter = Optional.empty();
    private Optional<LayerFormats> formats = Optional.empty();
    private ScoreFilter filter = new ScoreFilter("");
    private Optional<ScoreOrder> chosen;
    private ColumnLayout layout;
    private List<FilterScore> rows = List.of();

    ScoreTable(final Composite parent, final ThemeColors colors, final Optional<ScoreOrder> chosen, final ColumnLayout layout) {
        this.colors = colors;
        this.chosen = chosen;
        this.layout = layout;
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        table.setHeaderVisible(true);
        VirtualRows.fill(table, () -> rows.size(), this::fill);
        table.addListener(SWT.MeasureItem, ScorePainter::measure);
        table.addListener(SWT.EraseItem, ScorePainter::erase);
        table.addListener(SWT.PaintItem, event -> painter.ifPresent(present -> present.paint(event)));
        table.addListener(SWT.Selection, event -> announceSelection());
        AccessibleName.give(table, () -> scores.map(shown -> NLS.bind(Messages.ScoreTable_name, shown.layer().layer())).orElse(""));
    }

    Table control() {
        return table;
    }

    /** The column behind a header. */
    static ScoreColumn column(final TableColumn header) {
        return (ScoreColumn) header.getData();
    }

    /** @param again whether these are the filters already shown, read anew: the person stays where she was */
    void show(final LayerScores shown, final ScorePainter with, final boolean again) {
        final Set<Integer> selected = again ? selectedChannels() : Set.of();
        final int top = again ? table.getTopIndex() : 0;
        layout = layout();
        scores = Optional.of(shown);
        painter = Optional.of(with);
        formats = Optional.of(new LayerFormats(shown));
        createColumns();
        refresh(selected);
        scrollTo(top);
    }

    /** The theme has other colors now. */
    void recolor() {
        table.clearAll();
    }

    void filter(final ScoreFilter wanted) {
        filter = wanted;
        refresh(selectedChannels());
    }

    /** That the person has chosen; empty: it follows the report. */
    Optional<ScoreOrder> chosen() {
        return chosen;
    }

    ScoreOrder order() {
        return chosen.orElseGet(() -> ScoreOrder.usual(scores.map(LayerScores::filters).orElse(List.of())));
    }

    /** As the person has arranged the columns by now. */
    ColumnLayout layout() {
        return layout.arrange(Arrays.stream(table.getColumnOrder()).mapToObj(table::getColumn)
                .map(header -> new ColumnLayout.Place(column(header), true, header.getWidth())).toList());
    }

    /** Columns that the layer on show has something for, hidden ones too. */
    List<ColumnLayout.Place> offered() {
        return scores.map(layout()::offered).orElse(List.of());
    }

    /** Columns in sight, in order. */
    List<ScoreColumn> columns() {
        return Arrays.stream(table.getColumnOrder()).mapToObj(index -> column(table.getColumn(index))).toList();
    }

    void arrange(final ColumnLayout wanted) {
        final Set<Integer> selected = selectedChannels();
        final int top = table.getTopIndex();
        layout = wanted;
        createColumns();
        refresh(selected);
        scrollTo(top);
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

    /** Other columns are offered or shown. */
    void onColumns(final Runnable listener) {
        columnListeners.add(listener);
    }

    void sort(final ScoreOrder wanted) {
        chosen = Optional.of(wanted);
        showOrder();
        refresh(selectedChannels());
        orderListeners.forEach(Runnable::run);
    }

    /** Makes headers for the columns to be shown, unless they are there already. */
    private void createColumns() {
        final List<ColumnLayout.Place> wanted = scores.map(layout::offered).orElse(List.of()).stream().filter(ColumnLayout.Place::shown).toList();
        if (!wanted.stream().map(ColumnLayout.Place::column).toList().equals(columns())) {
            table.setRedraw(false);
            // Without rows nothing asks for the text of a column that is going away.
            table.setItemCount(0);
            Stream.of(table.getColumns()).forEach(TableColumn::dispose);
            wanted.forEach(this::createColumn);
            table.setRedraw(true);
        }
        columnListeners.forEach(Runnable::run);
        showOrder();
    }

    private void createColumn(final ColumnLayout.Place place) {
        final ScoreColumn column = place.column();
        final TableColumn header = new TableColumn(table, column.alignment());
        header.setData(column);
        header.setText(column.label());
        header.setToolTipText(column.explanation());
        header.setWidth(place.width());
        header.setMoveable(true);
        header.addListener(SWT.Selection, event -> sort(order().clicked(column)));
    }

    private void showOrder() {
        final ScoreOrder order = order();
        table.setSortColumn(Stream.of(table.getColumns()).filter(header -> column(header).equals(order.column())).findFirst().orElse(null));
        table.setSortDirection(order.ascending() ? SWT.UP : SWT.DOWN);
    }

    private void refresh(final Set<Integer> selected) {
        rows = scores.map(shown -> shown.select(filter, order())).orElse(List.of());
        table.deselectAll();
        table.clearAll();
        resize(IntStream.range(0, rows.size()).filter(row -> selected.contains(rows.get(row).channel())).max().orElse(0) + 1, rows);
        select(selected);
        if (!rows.isEmpty() && table.getSelectionCount() == 0) {
            table.setTopIndex(0);
        }
    }

    /**
     * The toolkit makes and removes each row, though not its texts: thousands at once would hold up the person.
     *
     * @param least rows that must be there at once
     */
    private void resize(final int least, final List<FilterScore> of) {
        if (table.isDisposed() || of != rows) {
            return;
        }
        final int count = table.getItemCount();
        final int next = of.size() < count ? Math.max(of.size(), count - CHUNK) : Math.min(of.size(), Math.max(least, count + CHUNK));
        table.setItemCount(next);
        if (next != of.size()) {
            table.getDisplay().asyncExec(() -> resize(least, of));
        }
    }

    private void scrollTo(final int top) {
        if (top >= table.getItemCount()) {
            table.setItemCount(Math.min(top + CHUNK, rows.size()));
        }
        table.setTopIndex(top);
    }

    private Set<Integer> selectedChannels() {
        return selection().stream().map(FilterScore::channel).collect(Collectors.toSet());
    }

    private void announceSelection() {
        final List<FilterScore> selection = selection();
        selectionListeners.forEach(listener -> listener.accept(selection));
    }

    private void fill(final TableItem item, final int row) {
        final FilterScore score = rows.get(row);
        item.setData(score);
        item.setForeground(score.numbers().dead() ? colors.quiet() : null);
        for (int index = 0; index < table.getColumnCount(); index++) {
            item.setText(index, column(table.getColumn(index)).text(score, formats.orElseThrow()));
        }
    }
}
