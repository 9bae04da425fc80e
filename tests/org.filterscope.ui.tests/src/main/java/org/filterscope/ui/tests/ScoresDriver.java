package org.filterscope.ui.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.scores.FilterScoresView;
import org.osgi.framework.FrameworkUtil;

/** Does with the view what a person does, and tells what a person sees. Each driver begins with a view that remembers nothing. */
final class ScoresDriver {
    private final Diagnoses diagnoses;
    private IViewPart view;

    ScoresDriver() throws PartInitException {
        this(new DiagnosisService(FrameworkUtil.getBundle(Diagnoses.class).getBundleContext()));
    }

    ScoresDriver(final Diagnoses diagnoses) throws PartInitException {
        this.diagnoses = diagnoses;
        PlatformUI.getWorkbench().getService(IEclipseContext.class).set(Diagnoses.class, diagnoses);
        openView();
        final MPart part = view.getSite().getService(MPart.class);
        closeView();
        part.getPersistedState().clear();
        openView();
    }

    Diagnoses diagnoses() {
        return diagnoses;
    }

    void openView() throws PartInitException {
        view = page().showView(FilterScoresView.ID);
        EventLoop.settle();
    }

    void closeView() {
        Optional.ofNullable(page().findView(FilterScoresView.ID)).ifPresent(page()::hideView);
        EventLoop.settle();
    }

    void open(final Path report) {
        diagnoses.open(new ReportLocation(report, Optional.empty()));
    }

    void openAndAwait(final Path report) {
        open(report);
        awaitRows();
    }

    void awaitRows() {
        EventLoop.until("the table shows filters", () -> table().isVisible() && table().getItemCount() > 0);
    }

    boolean isOpen() {
        view = page().findView(FilterScoresView.ID);
        return view != null;
    }

    IViewPart view() {
        return view;
    }

    Composite composite() {
        return (Composite) view.getSite().getService(MPart.class).getWidget();
    }

    Table table() {
        return find(Table.class);
    }

    String message() {
        return find(Link.class).isVisible() ? find(Link.class).getText() : "";
    }

    void followLink() {
        find(Link.class).notifyListeners(SWT.Selection, new Event());
    }

    List<String> column(final String label) {
        final int index = index(label);
        return IntStream.range(0, table().getItemCount()).mapToObj(row -> table().getItem(row).getText(index)).toList();
    }

    void clickHeader(final String label) {
        table().getColumn(index(label)).notifyListeners(SWT.Selection, new Event());
    }

    void type(final String text) {
        find(Text.class).setText(text);
    }

    List<String> layers() {
        return List.of(find(Combo.class).getItems());
    }

    String layer() {
        return find(Combo.class).getText();
    }

    void chooseLayer(final int index) {
        find(Combo.class).select(index);
        find(Combo.class).notifyListeners(SWT.Selection, new Event());
    }

    void select(final int... rows) {
        table().setSelection(rows);
        table().notifyListeners(SWT.Selection, new Event());
    }

    /** Rests the pointer on a top picture of a row. */
    void pointAt(final int row, final int rank) {
        final Rectangle cell = table().getItem(row).getBounds(index("Top Pictures"));
        final Event hover = new Event();
        hover.x = cell.x + 20 + 40 * rank;
        hover.y = cell.y + 20;
        table().notifyListeners(SWT.MouseHover, hover);
    }

    private int index(final String label) {
        return Stream.of(table().getColumns()).map(TableColumn::getText).toList().indexOf(label);
    }

    private <T extends Control> T find(final Class<T> type) {
        final List<Control> open = new ArrayList<>(List.of(composite()));
        while (!open.isEmpty()) {
            final Control control = open.removeFirst();
            if (type.isInstance(control)) {
                return type.cast(control);
            }
            if (control instanceof final Composite composite) {
                open.addAll(List.of(composite.getChildren()));
            }
        }
        throw new AssertionError("the view has no " + type.getSimpleName());
    }

    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }
}
