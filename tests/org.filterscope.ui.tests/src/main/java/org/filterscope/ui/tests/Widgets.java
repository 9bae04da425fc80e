package org.filterscope.ui.tests;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IWorkbenchPart;
import org.filterscope.ui.display.WrappingText;

/** What a person sees of a view: its widgets that are visible. */
record Widgets(IWorkbenchPart view) {

    <T extends Control> List<T> all(final Class<T> type) {
        return made(type).stream().filter(Control::isVisible).toList();
    }

    /** Those, too, that are not visible at present. */
    <T extends Control> List<T> made(final Class<T> type) {
        final List<Control> controls = new ArrayList<>(List.of((Composite) view.getSite().getService(MPart.class).getWidget()));
        for (int next = 0; next < controls.size(); next++) {
            if (controls.get(next) instanceof final Composite composite) {
                controls.addAll(List.of(composite.getChildren()));
            }
        }
        return controls.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** All words outside tables. */
    String text() {
        return Stream.of(all(Label.class).stream().map(Label::getText), all(WrappingText.class).stream().map(WrappingText::getText),
                all(Link.class).stream().map(Link::getText)).flatMap(words -> words).collect(Collectors.joining("\n"));
    }

    Table table(final String firstColumn) {
        return all(Table.class).stream().filter(table -> table.getColumnCount() > 0 && table.getColumn(0).getText().equals(firstColumn)).findFirst()
                .orElseThrow(() -> new AssertionError("no table begins with the column " + firstColumn));
    }

    boolean hasTable(final String firstColumn) {
        return all(Table.class).stream().anyMatch(table -> table.getColumnCount() > 0 && table.getColumn(0).getText().equals(firstColumn));
    }

    static List<String> column(final Table table, final String label) {
        final int index = Stream.of(table.getColumns()).map(TableColumn::getText).toList().indexOf(label);
        return IntStream.range(0, table.getItemCount()).mapToObj(row -> table.getItem(row).getText(index)).toList();
    }
}
