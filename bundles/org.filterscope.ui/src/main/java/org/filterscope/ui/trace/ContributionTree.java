package org.filterscope.ui.trace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.BarPainter;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.trace.TraceRow.Kind;
import org.filterscope.ui.trace.TraceRow.Place;

/**
 * A trace as a tree with bars for and against. Rows get a widget when they come in sight, for a network has thousands of filters. Belongs to the UI
 * thread.
 */
final class ContributionTree {
    private static final int AMOUNT = 1;
    private static final int ABLATE = 2;
    private static final int LOGIT = 3;
    private static final int PROBABILITY = 4;
    private static final String SILENT = "\u2611";
    private static final String SOUNDING = "\u2610";

    private final Tree tree;
    private final ThemeColors colors;
    private final BarPainter painter;
    private final Listener listener;
    private List<TraceRow> rows = List.of();
    private ContributionScale scale = ContributionScale.NONE;
    private Ablation ablation = Ablation.NONE;

    /** Hears what a person does. */
    interface Listener {
        /** The row that the person has come to. */
        void selected(TraceRow row);

        /** The person wants these filters of a layer silenced, or given back. */
        void toggled(String layer, Set<Integer> filters);

        /** The person wants the tree on the clipboard. */
        void copied();
    }

    ContributionTree(final Composite parent, final ThemeColors colors, final Listener listener) {
        this.colors = colors;
        this.listener = listener;
        painter = new BarPainter(colors);
        tree = new Tree(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        tree.setHeaderVisible(true);
        column(Messages.ContributionTree_name, Messages.ContributionTree_nameTip, SWT.LEFT, 230);
        column(Messages.ContributionTree_amount, Messages.ContributionTree_amountTip, SWT.RIGHT, 150);
        column(Messages.ContributionTree_ablate, Messages.ContributionTree_ablateTip, SWT.CENTER, 56);
        column(Messages.ContributionTree_logit, Messages.ContributionTree_logitTip, SWT.RIGHT, 84);
        column(Messages.ContributionTree_probability, Messages.ContributionTree_probabilityTip, SWT.RIGHT, 84);
        // The last column gets all the room that is left: better one without numbers.
        column("", "", SWT.LEFT, 4);
        tree.addListener(SWT.SetData, this::fill);
        tree.addListener(SWT.PaintItem, this::paint);
        tree.addListener(SWT.Selection, event -> selection().findFirst().ifPresent(listener::selected));
        tree.addListener(SWT.MouseDown, this::click);
        tree.addListener(SWT.KeyDown, this::key);
        tree.addListener(SWT.MouseMove, event -> tree.setToolTipText(tip(event)));
        AccessibleName.give(tree, () -> Messages.ContributionTree_tree);
    }

    Tree control() {
        return tree;
    }

    /** @param wanted the place of the row to select, if the trace has it; else the prediction is selected */
    void show(final List<TraceRow> shown, final Ablation silent, final Optional<Place> wanted) {
        final Set<String> open = expanded();
        rows = List.copyOf(shown);
        ablation = silent;
        tree.setRedraw(false);
        try {
            tree.setItemCount(0);
            tree.setItemCount(rows.size());
            for (int index = rows.size() - 1; index >= 0; index--) {
                expand(tree.getItem(index));
            }
            final List<TraceRow> layers = rows.isEmpty() ? List.of() : rows.getFirst().children();
            for (int layer = 0; layer < layers.size(); layer++) {
                if (open.isEmpty() ? layer == 0 : open.contains(layers.get(layer).place().layer())) {
                    expand(tree.getItem(0).getItem(layer));
                }
            }
            if (wanted.isEmpty() || !reveal(wanted.get())) {
                Stream.of(tree.getItems()).findFirst().ifPresent(tree::setSelection);
            }
        } finally {
            tree.setRedraw(true);
        }
    }

    void scale(final ContributionScale other) {
        scale = other;
        tree.redraw();
    }

    void silence(final Ablation other) {
        final Set<Place> changed = new LinkedHashSet<>();
        Stream.of(ablation, other).forEach(some -> some.filters().forEach(
                filter -> changed.add(new Place(some.layer(), false, filter, -1, Optional.empty()))));
        ablation = other;
        changed.forEach(place -> item(place).ifPresent(item -> item.setText(ABLATE, box(row(item)))));
    }

    /** Selects the row of a place without telling. @return whether there is one */
    boolean reveal(final Place place) {
        final Optional<TreeItem> item = item(place);
        item.ifPresent(found -> {
            tree.setSelection(found);
            tree.showItem(found);
        });
        return item.isPresent();
    }

    /** The selected rows. */
    Stream<TraceRow> selection() {
        return Stream.of(tree.getSelection()).map(ContributionTree::row);
    }

    /** Silences the selected filters, or gives them back: those of the layer of the first. */
    void toggleSelected() {
        final List<TraceRow> filters = selection().filter(row -> row.kind() == Kind.FILTER).toList();
        if (!filters.isEmpty()) {
            toggle(filters);
        }
    }

    private void toggle(final List<TraceRow> filters) {
        final String layer = filters.getFirst().place().layer();
        listener.toggled(layer, filters.stream().filter(row -> row.place().layer().equals(layer)).map(row -> row.place().filter())
                .collect(Collectors.toSet()));
    }

    private void column(final String title, final String explanation, final int style, final int width) {
        final TreeColumn column = new TreeColumn(tree, style);
        column.setText(title);
        column.setToolTipText(explanation);
        column.setWidth(width);
    }

    private void fill(final Event event) {
        final TreeItem item = (TreeItem) event.item;
        final TreeItem parent = item.getParentItem();
        final List<TraceRow> siblings = parent == null ? rows : row(parent).children();
        final TraceRow row = siblings.get(parent == null ? tree.indexOf(item) : parent.indexOf(item));
        item.setData(row);
        item.setText(new String[] {row.name(), amount(row), box(row),
            row.ablation().map(change -> TraceNumbers.signed(change.logit())).orElse(""),
            row.ablation().filter(change -> change.probability().isPresent())
                    .map(change -> TraceNumbers.points(change.probability().getAsDouble())).orElse("")});
        item.setItemCount(row.children().size());
    }

    private static String amount(final TraceRow row) {
        if (row.amount().isEmpty()) {
            return "";
        }
        return row.kind() == Kind.SHARE ? TraceNumbers.percent(row.amount().getAsDouble()) : TraceNumbers.signed(row.amount().getAsDouble());
    }

    private String box(final TraceRow row) {
        if (row.kind() != Kind.FILTER) {
            return "";
        }
        return ablation.contains(row.place().layer(), row.place().filter()) ? SILENT : SOUNDING;
    }

    /** The row that a widget stands for, which gets to know it when it is asked for its text. */
    private static TraceRow row(final TreeItem item) {
        item.getText();
        return (TraceRow) item.getData();
    }

    private static void expand(final TreeItem item) {
        row(item);
        item.setExpanded(true);
    }

    /** Names of the layers whose filters are in sight. */
    private Set<String> expanded() {
        return rows.isEmpty() || tree.getItemCount() == 0 ? Set.of() : Stream.of(tree.getItem(0).getItems()).filter(TreeItem::getExpanded)
                .map(item -> row(item).place().layer()).collect(Collectors.toSet());
    }

    private Optional<TreeItem> item(final Place place) {
        if (rows.isEmpty() || place.layer().isEmpty()) {
            return Optional.empty();
        }
        final List<TraceRow> layers = rows.getFirst().children();
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layers.get(layer).place().layer().equals(place.layer())) {
                final TreeItem item = tree.getItem(0).getItem(layer);
                return place.filter() < 0 ? Optional.of(item) : inner(item, layers.get(layer), place);
            }
        }
        return Optional.empty();
    }

    private static Optional<TreeItem> inner(final TreeItem layer, final TraceRow layerRow, final Place place) {
        for (int index = 0; index < layerRow.children().size(); index++) {
            final TraceRow filter = layerRow.children().get(index);
            if (filter.kind() == Kind.FILTER && filter.place().filter() == place.filter()) {
                row(layer);
                final TreeItem item = layer.getItem(index);
                for (int pattern = 0; pattern < filter.children().size(); pattern++) {
                    if (place.pattern() >= 0 && filter.children().get(pattern).place().isSame(place)) {
                        row(item);
                        return Optional.of(item.getItem(pattern));
                    }
                }
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private void paint(final Event event) {
        if (event.index == AMOUNT && event.item.getData() instanceof final TraceRow row && row.amount().isPresent()) {
            final TreeItem item = (TreeItem) event.item;
            painter.paint(event, item.getBounds(AMOUNT), item.getText(AMOUNT), scale.bar(row), row.kind() == Kind.SHARE ? colors.bar()
                    : row.amount().getAsDouble() < 0 ? colors.spokenAgainst() : colors.spokenFor());
        }
    }

    private void click(final Event event) {
        at(event).filter(item -> event.button == 1 && item.getBounds(ABLATE).contains(event.x, event.y)).map(ContributionTree::row)
                .filter(row -> row.kind() == Kind.FILTER).ifPresent(row -> toggle(List.of(row)));
    }

    private Optional<TreeItem> at(final Event event) {
        return Optional.ofNullable(tree.getItem(new Point(event.x, event.y)));
    }

    private String tip(final Event event) {
        return at(event).map(ContributionTree::row).map(TraceRow::tip).filter(tip -> !tip.isEmpty()).orElse(null);
    }

    private void key(final Event event) {
        if (event.character == ' ' && event.stateMask == 0) {
            event.doit = false;
            toggleSelected();
        } else if (event.keyCode == 'c' && event.stateMask == SWT.MOD1) {
            listener.copied();
        }
    }
}
