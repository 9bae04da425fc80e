package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.commands.Command;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.help.HelpSystem;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.compare.CompareView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class CompareViewTest {
    @TempDir
    Path folder;
    private DiagnosisService diagnoses;
    private IViewPart view;
    private Widgets widgets;

    @BeforeEach
    void openView() throws Exception {
        diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), folder.resolve("worker.log"));
        PlatformUI.getWorkbench().getService(IEclipseContext.class).set(Diagnoses.class, diagnoses);
        show();
    }

    @AfterEach
    void closeView() {
        forget();
        PlatformUI.getWorkbench().getService(IEclipseContext.class).remove(Diagnoses.class);
        diagnoses.close();
    }

    @Test
    void saysWhatItWouldShowAndComparesNothingBeforeThereAreTwoReports() throws Exception {
        assertTrue(widgets.text().contains("what became of a network's filters"), widgets.text());
        assertFalse(button("&Compare").isEnabled());
        restore(List.of(folder.resolve("one")), null);
        assertFalse(button("&Compare").isEnabled());
        restore(List.of(folder.resolve("one"), folder.resolve("two")), null);
        assertTrue(button("&Compare").isEnabled());
    }

    @Test
    void saysWhyTheWorkerRefusesAndOffersToTryAgain() throws Exception {
        restore(List.of(folder.resolve("one"), folder.resolve("two")), null);
        button("&Compare").notifyListeners(SWT.Selection, new Event());
        EventLoop.until("the refusal is told", () -> widgets.text().contains("This worker compares nothing."));
        assertTrue(widgets.text().contains(">Compare again</a>"), widgets.text());
    }

    @Test
    void theCommandComparesTheReportsThatAreSelectedInTheProjectExplorer() throws Exception {
        final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("compared");
        project.create(null);
        project.open(null);
        final IViewPart explorer = ScoresDriver.page().showView("org.eclipse.ui.navigator.ProjectExplorer");
        try {
            final Path place = project.getLocation().toPath();
            SampleReport.write(place.resolve("report-1"), 12);
            SampleReport.write(place.resolve("report-2"), 12);
            project.refreshLocal(IResource.DEPTH_INFINITE, null);
            EventLoop.settle();
            ((ISetSelectionTarget) explorer).selectReveal(new StructuredSelection(List.of(project.getFolder("report-1"), project.getFolder("report-2"))));
            EventLoop.until("both are selected", () -> ((IStructuredSelection) explorer.getSite().getSelectionProvider().getSelection()).size() == 2);
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.filterscope.ui.compareReports", null);
            EventLoop.until("they are compared", () -> widgets.text().contains("This worker compares nothing."));
        } finally {
            ScoresDriver.page().hideView(explorer);
            project.delete(true, true, null);
        }
    }

    @Test
    void showsEventsFiltersSideBySideAndLayers() throws Exception {
        final Path before = SampleReport.writeScored(folder.resolve("before"), 12);
        final Path after = SampleReport.writeScored(folder.resolve("after"), 12);
        restore(List.of(before, after), SampleComparison.write(folder.resolve("comparison"), before, after));
        EventLoop.until("the events are shown", () -> widgets.hasTable("What Happened"));
        assertEquals(List.of("deep/8: object 'sky' -> texture 'stone' at epoch-2", "deep/4: alive -> dead at epoch-2"),
                Widgets.column(widgets.table("What Happened"), "What Happened"));
        assertTrue(widgets.text().contains("early: only one report has it."), widgets.text());
        tab(1);
        assertEquals(List.of("deep/8", "deep/3", "deep/8"), Widgets.column(widgets.table("Filter"), "Filter"));
        assertEquals(List.of("+0.150", "+0.000", ""), Widgets.column(widgets.table("Filter"), "IoU Change"));
        assertEquals("\u2713 stone (0.250)", Widgets.column(widgets.table("Filter"), "Later Label").getFirst());
        EventLoop.until("both filters are told", () -> widgets.text().contains("epoch-1: deep, filter 8\n") && widgets.text().contains("epoch-2: deep, filter 8")
                && widgets.text().contains("Stands for sky (IoU 0.10)."));
        widgets.table("Filter").setSelection(2);
        widgets.table("Filter").notifyListeners(SWT.Selection, new Event());
        EventLoop.until("the other pair is told", () -> widgets.text().contains("epoch-2: deep, filter 10"));
        assertEquals(List.of(new FilterSelection(after, "deep", 10)),
                ((IStructuredSelection) view.getSite().getSelectionProvider().getSelection()).toList());
        assertEquals(List.of("same number", "same number", "best match"), Widgets.column(widgets.table("Filter"), "Pairing"));
        view.setFocus();
        assertTrue(widgets.table("Filter").isFocusControl());
        tab(2);
        assertEquals(List.of("0.810"), Widgets.column(widgets.table("Layer"), "CKA"));
    }

    @Test
    void doesNotShowAnotherFiltersPicturesUnderTheNameOfOneThatCannotBeRead() throws Exception {
        final Path before = SampleReport.writeScored(folder.resolve("before"), 12);
        final Path after = SampleReport.writeScored(folder.resolve("after"), 12);
        restore(List.of(before, after), SampleComparison.write(folder.resolve("comparison"), before, after));
        EventLoop.until("the events are shown", () -> widgets.hasTable("What Happened"));
        tab(1);
        EventLoop.until("the filter is told", () -> widgets.text().contains("Stands for sky (IoU 0.10)."));
        Files.delete(new ReportFiles(before).manifest());
        Files.delete(new ReportFiles(after).manifest());
        widgets.table("Filter").setSelection(1);
        widgets.table("Filter").notifyListeners(SWT.Selection, new Event());
        assertFalse(widgets.text().contains("Stands for sky"), widgets.text());
        EventLoop.until("the reason is told", () -> widgets.text().contains("manifest.json") || widgets.text().contains(after.toString()));
        assertFalse(widgets.text().contains("Stands for sky"), widgets.text());
    }

    @Test
    void saysThatAComparisonIsDamaged() throws Exception {
        final Path comparison = SampleComparison.write(folder.resolve("comparison"), folder.resolve("a"), folder.resolve("b"));
        Files.writeString(comparison.resolve("filters.csv"), "before,after\na,b\n");
        restore(List.of(folder.resolve("a"), folder.resolve("b")), comparison);
        EventLoop.until("the message names the file", () -> widgets.text().contains("filters.csv"));
    }

    @Test
    void hasHelpAndACommand() {
        assertNotNull(HelpSystem.getContext(CompareView.ID));
        final Command command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.filterscope.ui.compareReports");
        assertTrue(command.isDefined() && command.isHandled());
    }

    private void show() throws Exception {
        view = ScoresDriver.page().showView(CompareView.ID);
        widgets = new Widgets(view);
        EventLoop.settle();
    }

    private void forget() {
        final MPart part = view.getSite().getService(MPart.class);
        ScoresDriver.page().hideView(view);
        EventLoop.settle();
        part.getPersistedState().clear();
    }

    /** Opens the view as it was left with these reports and this comparison. */
    private void restore(final List<Path> reports, final Path comparison) throws Exception {
        final MPart part = view.getSite().getService(MPart.class);
        forget();
        final XMLMemento memento = XMLMemento.createWriteRoot("view");
        memento.putString("reports", String.join("\n", reports.stream().map(Path::toString).toList()));
        if (comparison != null) {
            memento.putString("comparison", comparison.toString());
        }
        final StringWriter text = new StringWriter();
        memento.save(text);
        part.getPersistedState().put("memento", text.toString());
        show();
    }

    private Button button(final String label) {
        return widgets.all(Button.class).stream().filter(button -> button.getText().equals(label)).findFirst().orElseThrow();
    }

    private void tab(final int index) {
        widgets.all(TabFolder.class).getFirst().setSelection(index);
        EventLoop.settle();
    }
}
