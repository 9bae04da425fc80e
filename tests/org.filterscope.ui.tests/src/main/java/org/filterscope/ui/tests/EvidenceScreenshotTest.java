package org.filterscope.ui.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.filterscope.core.finding.Exhibit;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of the evidence page for a person to judge; made only when the build is told where to put them. */
@ExtendWith(NoHangingDialogs.class)
@DisabledIfSystemProperty(named = "filterscope.screenshots", matches = "none", disabledReason = "nobody wants to look")
class EvidenceScreenshotTest {
    @TempDir
    Path folder;

    @Test
    void theEvidencePageInBothThemesWideAndNarrow() throws Exception {
        final Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        for (final String theme : List.of(ScreenshotTest.LIGHT, ScreenshotTest.DARK)) {
            PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(theme, false);
            final String name = theme.equals(ScreenshotTest.DARK) ? "dark" : "light";
            shell.setBounds(0, 0, 1400, 900);
            try (FindingsProject project = new FindingsProject(folder.resolve(name))) {
                Files.writeString(project.suppressions(), "finding,kind,fingerprint,reason,expires,who\n" + SampleFindings.LABELS.id()
                        + ",,,the forests are labelled anew in spring,2999-05-31,Ada\n");
                project.open(findings());
                EventLoop.until("it is marked", () -> !FindingsProject.markers(project.model()).isEmpty());
                final IEditorPart page = project.openPage();
                final Widgets widgets = new Widgets(page);
                EventLoop.until("it is shown", () -> widgets.text().contains(SampleFindings.CONFUSION.text()));
                maximize(page, IWorkbenchPage.STATE_MAXIMIZED);
                ScreenshotTest.shoot(shell, name + "-evidence");
                shell.setSize(600, 560);
                ScreenshotTest.shoot(shell, name + "-evidence-narrow");
                shell.setSize(1400, 900);
                final Button choice = widgets.all(Button.class).getFirst();
                choice.setSelection(true);
                choice.notifyListeners(SWT.Selection, null);
                widgets.table("Severity").setSelection(1);
                widgets.table("Severity").notifyListeners(SWT.Selection, null);
                ScreenshotTest.shoot(shell, name + "-evidence-suppressed");
                maximize(page, IWorkbenchPage.STATE_RESTORED);
                ScreenshotTest.shoot(shell, name + "-evidence-in-the-window");
            }
        }
        PlatformUI.getWorkbench().getService(IThemeEngine.class).setTheme(ScreenshotTest.LIGHT, false);
    }

    private static void maximize(final IEditorPart page, final int state) {
        ScoresDriver.page().setPartState(ScoresDriver.page().getReference(page), state);
    }

    private static Findings findings() {
        final Finding plain = SampleFindings.CONFUSION;
        final List<Exhibit> pictures = Stream.concat(
                IntStream.range(0, 14).mapToObj(number -> exhibit(number, Exhibit.Role.EVIDENCE, "beach")),
                IntStream.range(14, 20).mapToObj(number -> exhibit(number, Exhibit.Role.COUNTEREXAMPLE, "river"))).toList();
        return new Findings(List.of(new Finding(plain.id(), plain.kind(), plain.harm(), plain.confidence(), plain.filters(), plain.concepts(),
                plain.classes(), plain.numbers(), pictures, plain.effect(), plain.fixes(), plain.text()), SampleFindings.LABELS),
                SampleFindings.BOTH.searches());
    }

    private static Exhibit exhibit(final int number, final Exhibit.Role role, final String prediction) {
        return new Exhibit(SampleReport.picture(number), role, "river", prediction);
    }
}
