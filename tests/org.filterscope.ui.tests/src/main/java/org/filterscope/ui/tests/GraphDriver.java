package org.filterscope.ui.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.graph.ExplanatoryGraphView;
import org.filterscope.ui.graph.model.BandLayout;
import org.filterscope.ui.graph.model.Box;
import org.filterscope.ui.graph.model.FilterOrder;
import org.filterscope.ui.graph.model.GraphTable;
import org.filterscope.ui.graph.model.Mark;
import org.osgi.framework.FrameworkUtil;

/** Does with the graph's view what a person does. It begins with a view that remembers nothing, and diagnoses of its own. */
final class GraphDriver implements AutoCloseable {
    private final DiagnosisService diagnoses;
    private IViewPart view;

    GraphDriver() throws PartInitException {
        // A view that another open perspective has, too, lives on when it is hidden.
        for (final IPerspectiveDescriptor perspective : ScoresDriver.page().getOpenPerspectives()) {
            if (!perspective.getId().equals(ScoresDriver.page().getPerspective().getId())) {
                ScoresDriver.page().closePerspective(perspective, false, false);
            }
        }
        // A view that is maximized is covered by any other that comes up.
        LaunchesEnd.clear();
        diagnoses = new DiagnosisService(FrameworkUtil.getBundle(Diagnoses.class).getBundleContext());
        PlatformUI.getWorkbench().getService(IEclipseContext.class).set(Diagnoses.class, diagnoses);
        openView();
    }

    @Override
    public void close() {
        ScoresDriver.page().setPartState(ScoresDriver.page().getReference(view), IWorkbenchPage.STATE_RESTORED);
        final MPart part = view.getSite().getService(MPart.class);
        ScoresDriver.page().hideView(view);
        EventLoop.settle();
        part.getPersistedState().clear();
        PlatformUI.getWorkbench().getService(IEclipseContext.class).remove(Diagnoses.class);
        diagnoses.close();
    }

    void openView() throws PartInitException {
        view = ScoresDriver.page().showView(ExplanatoryGraphView.ID);
        // In the little room that other views leave it, there would be nothing to click on.
        ScoresDriver.page().setPartState(ScoresDriver.page().getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
        EventLoop.settle();
    }

    void reopenView() throws PartInitException {
        ScoresDriver.page().hideView(view);
        EventLoop.settle();
        openView();
    }

    IViewPart view() {
        return view;
    }

    Widgets widgets() {
        return new Widgets(view);
    }

    Diagnoses diagnoses() {
        return diagnoses;
    }

    void open(final Path report) {
        diagnoses.open(new ReportLocation(report, Optional.empty()));
    }

    void openAndAwait(final Path report) {
        open(report);
        EventLoop.until("the graph is shown", () -> !widgets().all(FigureCanvas.class).isEmpty() && widgets().text().contains("part patterns in"));
        EventLoop.settle();
    }

    FigureCanvas canvas() {
        return widgets().all(FigureCanvas.class).getFirst();
    }

    Combo category() {
        return widgets().all(Combo.class).get(0);
    }

    Combo colorBy() {
        return widgets().all(Combo.class).get(1);
    }

    static void choose(final Combo combo, final int index) {
        combo.select(index);
        combo.notifyListeners(SWT.Selection, new Event());
        EventLoop.settle();
    }

    void type(final String text) {
        widgets().all(Text.class).getFirst().setText(text);
        EventLoop.settle();
    }

    void key(final Control control, final int code, final char character, final int state) {
        final Event event = new Event();
        event.keyCode = code;
        event.character = character;
        event.stateMask = state;
        control.notifyListeners(SWT.KeyDown, event);
        EventLoop.settle();
    }

    void key(final int code) {
        key(canvas(), code, '\0', 0);
    }

    void typeKey(final char character) {
        key(canvas(), character, character, 0);
    }

    /** Clicks on something, while the whole graph is in sight. */
    void click(final GraphTable table, final Mark mark, final int times) {
        final FigureCanvas canvas = canvas();
        final BandLayout layout = new BandLayout(table, FilterOrder.byEdges(table), canvas.getSize().x - canvas.getVerticalBar().getSize().x - 1,
                canvas.getSize().y - canvas.getHorizontalBar().getSize().y - 1, 0);
        final Box place = layout.place(mark);
        final Event event = new Event();
        event.x = place.centreX();
        event.y = place.centreY();
        event.button = 1;
        event.count = times;
        canvas.notifyListeners(SWT.MouseMove, event);
        canvas.notifyListeners(SWT.MouseDown, event);
        if (times == 2) {
            canvas.notifyListeners(SWT.MouseDoubleClick, event);
        }
        event.stateMask = SWT.BUTTON1;
        canvas.notifyListeners(SWT.MouseUp, event);
        EventLoop.settle();
    }

    void wheel(final int count, final int state) {
        final Event event = new Event();
        event.x = canvas().getSize().x / 2;
        event.y = canvas().getSize().y / 2;
        event.count = count;
        event.stateMask = state;
        canvas().notifyListeners(SWT.MouseWheel, event);
        EventLoop.settle();
    }

    /** To the right, in steps as small as a hand's. */
    void drag(final int by) {
        final Event event = new Event();
        event.x = 100;
        event.y = 100;
        event.button = 1;
        event.count = 1;
        canvas().notifyListeners(SWT.MouseMove, event);
        canvas().notifyListeners(SWT.MouseDown, event);
        event.stateMask = SWT.BUTTON1;
        for (int step = 1; step <= by / 10; step++) {
            event.x = 100 + 10 * step;
            canvas().notifyListeners(SWT.MouseMove, event);
        }
        canvas().notifyListeners(SWT.MouseUp, event);
        EventLoop.settle();
    }

    /** Clicks on a picture of the strip, which is not scrolled. */
    void choosePicture(final int number) {
        final Canvas strip = widgets().all(Canvas.class).stream().filter(canvas -> canvas.getClass() == Canvas.class
                && canvas.getHorizontalBar() != null).findFirst().orElseThrow();
        final Event click = new Event();
        click.x = 50 * number + 10;
        click.y = 20;
        strip.notifyListeners(SWT.MouseDown, click);
        EventLoop.settle();
    }

    List<?> selection() {
        return ((IStructuredSelection) view.getSite().getSelectionProvider().getSelection()).toList();
    }

    IAction action(final String label) {
        return List.of(view.getViewSite().getActionBars().getMenuManager().getItems()).stream().filter(ActionContributionItem.class::isInstance)
                .map(item -> ((ActionContributionItem) item).getAction()).filter(action -> action.getText().replace("&", "").equals(label))
                .findFirst().orElseThrow(() -> new AssertionError("the menu has no " + label));
    }
}
