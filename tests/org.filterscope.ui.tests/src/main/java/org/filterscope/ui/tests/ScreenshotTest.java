package org.filterscope.ui.tests;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.filterscope.ui.compare.CompareView;
import org.filterscope.ui.detectors.DetectorsView;
import org.filterscope.ui.filter.FilterView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the view for a person to judge; made only when the build is told where to put them. */
@ExtendWith(NoHangingDialogs.class)
@DisabledIfSystemProperty(named = "filterscope.screenshots", matches = "none", disabledReason = "nobody wants to look")
class ScreenshotTest {
    static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    @TempDir
    Path folder;

    @Test
    void theViewInBothThemes() throws Exception {
        final Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        shell.setBounds(0, 0, 1400, 900);
        for (final String theme : new String[] {LIGHT, DARK}) {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, false);
            final String name = theme.equals(DARK) ? "dark" : "light";
            final ScoresDriver fresh = ScoresDriver.create();
            shoot(shell, name + "-empty");
            fresh.openAndAwait(SampleReport.write(folder.resolve(name), 48));
            fresh.select(1);
            shoot(shell, name + "-report");
            ScoresDriver.page().setPartState(ScoresDriver.page().getReference(fresh.view()), IWorkbenchPage.STATE_MAXIMIZED);
            shoot(shell, name + "-maximized");
            fresh.pointAt(3, 2);
            shoot(shell, name + "-tooltip");
            fresh.clickHeader("Dead");
            shoot(shell, name + "-dead");
            shell.setSize(560, 700);
            shoot(shell, name + "-narrow");
            shell.setSize(1400, 900);
            ScoresDriver.page().setPartState(ScoresDriver.page().getReference(fresh.view()), IWorkbenchPage.STATE_RESTORED);
            fresh.open(folder.resolve("nowhere"));
            shoot(shell, name + "-error");
            fresh.close();
        }
        PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(LIGHT, false);
    }

    @Test
    void allViewsOfAScoredReportInBothThemes() throws Exception {
        final Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        shell.setBounds(0, 0, 1600, 980);
        for (final String theme : new String[] {LIGHT, DARK}) {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, false);
            final String name = theme.equals(DARK) ? "dark" : "light";
            final ScoresDriver scores = ScoresDriver.create();
            final IViewPart filter = ScoresDriver.page().showView(FilterView.ID);
            shoot(shell, name + "-filter-empty");
            scores.openView();
            scores.openAndAwait(SampleReport.writeScored(folder.resolve(name), 48));
            scores.select(1);
            shoot(shell, name + "-scored");
            maximize(scores.view(), IWorkbenchPage.STATE_MAXIMIZED);
            shoot(shell, name + "-scored-maximized");
            maximize(scores.view(), IWorkbenchPage.STATE_RESTORED);
            maximize(filter, IWorkbenchPage.STATE_MAXIMIZED);
            ScoresDriver.page().activate(filter);
            shoot(shell, name + "-filter");
            shell.setSize(520, 700);
            shoot(shell, name + "-filter-narrow");
            shell.setSize(270, 900);
            shoot(shell, name + "-filter-very-narrow");
            shell.setSize(1600, 980);
            maximize(filter, IWorkbenchPage.STATE_RESTORED);
            final IViewPart detectors = ScoresDriver.page().showView(DetectorsView.ID);
            shoot(shell, name + "-detectors");
            maximize(detectors, IWorkbenchPage.STATE_MAXIMIZED);
            shoot(shell, name + "-detectors-maximized");
            maximize(detectors, IWorkbenchPage.STATE_RESTORED);
            ScoresDriver.page().hideView(detectors);
            final IViewPart compare = ScoresDriver.page().showView(CompareView.ID);
            shoot(shell, name + "-compare-empty");
            shoot(compare, shell, folder.resolve(name), name + "-compare");
            final MPart part = filter.getSite().getService(MPart.class);
            ScoresDriver.page().hideView(filter);
            part.getPersistedState().clear();
            scores.close();
        }
        PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(LIGHT, false);
    }

    /** The view as it was left with a comparison. */
    private static void shoot(final IViewPart empty, final Shell shell, final Path report, final String name) throws Exception {
        final MPart part = empty.getSite().getService(MPart.class);
        ScoresDriver.page().hideView(empty);
        final XMLMemento memento = XMLMemento.createWriteRoot("view");
        memento.putString("reports", report + "\n" + report);
        memento.putString("comparison", SampleComparison.write(report.resolveSibling(name), report, report).toString());
        final StringWriter text = new StringWriter();
        memento.save(text);
        part.getPersistedState().put("memento", text.toString());
        final IViewPart view = ScoresDriver.page().showView(CompareView.ID);
        maximize(view, IWorkbenchPage.STATE_MAXIMIZED);
        shoot(shell, name + "-events");
        new Widgets(view).all(TabFolder.class).getFirst().setSelection(1);
        shoot(shell, name + "-filters");
        maximize(view, IWorkbenchPage.STATE_RESTORED);
        ScoresDriver.page().hideView(view);
        part.getPersistedState().clear();
    }

    private static void maximize(final IViewPart view, final int state) {
        ScoresDriver.page().setPartState(ScoresDriver.page().getReference(view), state);
    }

    @Test
    void tenThousandFilters() throws Exception {
        final Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        shell.setBounds(0, 0, 1400, 900);
        final ScoresDriver scores = ScoresDriver.create();
        scores.openAndAwait(SampleReport.writeScored(folder.resolve("report"), 10_000));
        scores.table().setTopIndex(5000);
        shoot(shell, "light-10000");
        scores.close();
    }

    static void shoot(final Shell shell, final String name) throws Exception {
        final long end = System.nanoTime() + 1_500_000_000L;
        EventLoop.until("what changed is painted", () -> System.nanoTime() > end);
        final Display display = shell.getDisplay();
        final Rectangle bounds = shell.getBounds();
        final Image image = new Image(display, bounds.width, bounds.height);
        final GC gc = new GC(display);
        gc.copyArea(image, bounds.x, bounds.y);
        gc.dispose();
        final ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {image.getImageData()};
        image.dispose();
        final Path file = Path.of(System.getProperty("filterscope.screenshots")).resolve(name + ".png");
        Files.createDirectories(file.getParent());
        loader.save(file.toString(), SWT.IMAGE_PNG);
    }
}
