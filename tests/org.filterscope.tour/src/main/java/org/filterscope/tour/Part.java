package org.filterscope.tour;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;

/** A view or editor. May be used from the tour's thread and from within questions to the user interface. */
record Part(Ide ide, Supplier<? extends IWorkbenchPart> found) {

    /** Belongs to the UI thread. */
    Widgets widgets() {
        return new Widgets(root());
    }

    private Composite root() {
        return (Composite) found.get().getSite().getService(MPart.class).getWidget();
    }

    String text() {
        return ide.ask(() -> widgets().text());
    }

    /** The first link's words that begin so are followed. Returns at once: a dialog may open. */
    void follow(final String words) {
        ide.later(() -> {
            final Link link = widgets().first(Link.class);
            final String markup = link.getText();
            final int at = markup.indexOf(">" + words);
            final Event event = new Event();
            event.text = markup.substring(markup.lastIndexOf('"', at - 2) + 1, at - 1);
            link.notifyListeners(SWT.Selection, event);
        });
    }

    /** The table that is in sight first; belongs to the UI thread. */
    Table table() {
        return widgets().first(Table.class);
    }

    /** Whether there is a table with rows; belongs to the UI thread. */
    boolean hasRows() {
        return widgets().all(Table.class).stream().anyMatch(table -> table.getItemCount() > 0);
    }

    List<String> columns() {
        return ide.ask(() -> Stream.of(table().getColumns()).map(TableColumn::getText).toList());
    }

    /** What the first rows have in a column; each row takes its turn, as it does when it comes into sight. */
    List<String> column(final String name, final int rows) {
        final int index = columns().indexOf(name);
        return IntStream.range(0, Math.min(rows, ide.ask(() -> table().getItemCount())))
                .mapToObj(row -> ide.ask(() -> table().getItem(row).getText(index))).toList();
    }

    /** As a click does, which makes the part the active one, too. */
    void clickHeader(final String name) {
        ide.act(() -> ide.page().activate(found.get()));
        final int index = columns().indexOf(name);
        ide.act(() -> table().getColumn(index).notifyListeners(SWT.Selection, new Event()));
    }

    /** As a click does, which makes the part the active one, too. */
    void select(final int row) {
        ide.act(() -> {
            ide.page().activate(found.get());
            table().setSelection(row);
            table().notifyListeners(SWT.Selection, new Event());
        });
    }

    /** What other views are told is selected. */
    String selection() {
        return ide.ask(() -> String.valueOf(found.get().getSite().getSelectionProvider().getSelection()));
    }

    void maximize(final boolean wished) {
        ide.act(() -> ide.page().setPartState(ide.page().getReference(found.get()),
                wished ? IWorkbenchPage.STATE_MAXIMIZED : IWorkbenchPage.STATE_RESTORED));
    }

    /** Share of the part's pixels that are darker than middle grey. */
    double darkness() {
        return ide.ask(() -> {
            final Rectangle place = ide.display().map(root().getParent(), null, root().getBounds());
            final ImageData image = ide.picture(place);
            int dark = 0;
            for (int row = 0; row < image.height; row++) {
                for (int col = 0; col < image.width; col++) {
                    final RGB color = image.palette.getRGB(image.getPixel(col, row));
                    dark += 0.299 * color.red + 0.587 * color.green + 0.114 * color.blue < 128 ? 1 : 0;
                }
            }
            return (double) dark / (image.width * image.height);
        });
    }
}
