package org.filterscope.ui.tests;

import java.nio.file.Path;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.ui.graph.model.GraphTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the graph's view for a person to judge; made only when the build is told where to put them. */
@ExtendWith(NoHangingDialogs.class)
@DisabledIfSystemProperty(named = "filterscope.screenshots", matches = "none", disabledReason = "nobody wants to look")
class GraphScreenshotTest {
    @TempDir
    Path folder;

    @Test
    void theViewInBothThemes() throws Exception {
        final Path report = SampleReport.writeScored(folder.resolve("report"), 12);
        SampleGraph.small().write(report, "bird");
        final GraphTable table;
        try (GraphFile file = GraphFile.open(report.resolve("graph/bird/graph.fsg"))) {
            table = GraphTable.of(file);
        }
        final Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        for (final String theme : new String[] {ScreenshotTest.LIGHT, ScreenshotTest.DARK}) {
            shell.setBounds(0, 0, 1500, 950);
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, false);
            final String name = theme.equals(ScreenshotTest.DARK) ? "dark" : "light";
            try (GraphDriver graph = new GraphDriver()) {
                ScreenshotTest.shoot(shell, name + "-graph-empty");
                graph.openAndAwait(report);
                ScreenshotTest.shoot(shell, name + "-graph");
                graph.click(table, table.mark(37), 1);
                graph.canvas().setToolTipText(null);
                ScreenshotTest.shoot(shell, name + "-graph-pattern");
                graph.typeKey(SWT.CR);
                ScreenshotTest.shoot(shell, name + "-graph-focus");
                graph.typeKey(SWT.ESC);
                graph.choosePicture(1);
                ScreenshotTest.shoot(shell, name + "-graph-picture");
                GraphDriver.choose(graph.colorBy(), 3);
                ScreenshotTest.shoot(shell, name + "-graph-score");
                graph.typeKey('1');
                ScreenshotTest.shoot(shell, name + "-graph-near");
                shell.setSize(560, 800);
                ScreenshotTest.shoot(shell, name + "-graph-narrow");
                shell.setSize(1500, 950);
                ScoresDriver.page().setPartState(ScoresDriver.page().getReference(graph.view()), IWorkbenchPage.STATE_RESTORED);
                ScreenshotTest.shoot(shell, name + "-graph-restored");
            }
        }
        PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(ScreenshotTest.LIGHT, false);
    }

    @Test
    void aLargeGraphFromAfarToNear() throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        SampleGraph.large().write(report, "bird");
        PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().setBounds(0, 0, 1500, 950);
        try (GraphDriver graph = new GraphDriver()) {
            graph.openAndAwait(report);
            final Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
            ScreenshotTest.shoot(shell, "light-large");
            for (int step = 1; step <= 24; step++) {
                graph.typeKey('+');
                if (step % 8 == 0) {
                    ScreenshotTest.shoot(shell, "light-large-" + step);
                }
            }
            graph.type("conv5_1/17.3");
            graph.key(graph.widgets().all(Text.class).getFirst(), SWT.CR, SWT.CR, 0);
            graph.typeKey(SWT.CR);
            graph.typeKey('0');
            ScreenshotTest.shoot(shell, "light-large-found");
        }
    }
}
