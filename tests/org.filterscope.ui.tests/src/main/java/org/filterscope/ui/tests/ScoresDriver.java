package org.filterscope.ui.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * Does with the view what a person does, and tells what a person sees. Each driver begins with a view that remembers nothing; when it is
 * closed the workbench has its own diagnoses again.
 */
final class ScoresDriver implements AutoCloseable {
    private final Diagnoses diagnoses;
    private final Runnable end;
    /** Launches, which know no workbench, find the diagnoses here. */
    private final ServiceRegistration<Diagnoses> service;
    private IViewPart view;

    /** With diagnoses of its own. */
    static ScoresDriver create() throws PartInitException {
        final DiagnosisService own = new DiagnosisService(FrameworkUtil.getBundle(Diagnoses.class).getBundleContext());
        return new ScoresDriver(own, own::close);
    }

    /** @param diagnoses stays open when the driver is closed */
    ScoresDriver(final Diagnoses diagnoses) throws PartInitException {
        this(diagnoses, () -> {
        });
    }

    private ScoresDriver(final Diagnoses diagnoses, final Runnable end) throws PartInitException {
        this.diagnoses = diagnoses;
        this.end = end;
        // What the view remembers, it opens: not in these diagnoses.
        openView();
        forget();
        PlatformUI.getWorkbench().getService(IEclipseContext.class).set(Diagnoses.class, diagnoses);
        service = FrameworkUtil.getBundle(ScoresDriver.class).getBundleContext().registerService(Diagnoses.class, diagnoses,
                FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 1)));
        openView();
    }

    @Override
    public void close() {
        if (isOpen()) {
            forget();
        }
        PlatformUI.getWorkbench().getService(IEclipseContext.class).remove(Diagnoses.class);
        service.unregister();
        end.run();
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
        return all(Link.class).filter(Link::isVisible).map(Link::getText).findFirst().orElse("");
    }

    /** Clicks on one of the things that the message offers. */
    void follow(final int offer) {
        final Event event = new Event();
        event.text = Integer.toString(offer);
        all(Link.class).filter(Link::isVisible).findFirst().orElseThrow().notifyListeners(SWT.Selection, event);
    }

    Text filter() {
        return find(Text.class);
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

    private void forget() {
        final MPart part = view.getSite().getService(MPart.class);
        closeView();
        part.getPersistedState().clear();
    }

    private int index(final String label) {
        return Stream.of(table().getColumns()).map(TableColumn::getText).toList().indexOf(label);
    }

    private <T extends Control> T find(final Class<T> type) {
        return all(type).findFirst().orElseThrow(() -> new AssertionError("the view has no " + type.getSimpleName()));
    }

    private <T extends Control> Stream<T> all(final Class<T> type) {
        final List<Control> controls = new ArrayList<>(List.of(composite()));
        for (int next = 0; next < controls.size(); next++) {
            if (controls.get(next) instanceof final Composite composite) {
                controls.addAll(List.of(composite.getChildren()));
            }
        }
        return controls.stream().filter(type::isInstance).map(type::cast);
    }

    static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }
}
