package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.preference.PreferenceDialog;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.ide.IDE;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.compare.CompareView;
import org.filterscope.ui.detectors.DetectorsView;
import org.filterscope.ui.filter.FilterView;
import org.filterscope.ui.launch.DiagnosisShortcut;
import org.filterscope.ui.trace.ContributionTraceView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every control that takes the focus has a name for screen readers, and every canvas that takes the mouse takes keys, too. */
@ExtendWith(NoHangingDialogs.class)
class AccessibilityTest {
    @TempDir
    Path folder;
    private final Dialogs dialogs = new Dialogs();
    private LaunchDriver driver;

    @BeforeEach
    void createProject() throws Exception {
        driver = new LaunchDriver(folder);
        driver.file("net.h5", "a network");
        driver.project().getFolder("pictures").create(true, true, null);
    }

    @AfterEach
    void deleteProject() throws Exception {
        driver.close();
    }

    @Test
    void viewsOfAReport() throws Exception {
        final IViewPart filter = ScoresDriver.page().showView(FilterView.ID);
        driver.scores().openView();
        driver.scores().openAndAwait(SampleReport.writeScored(folder.resolve("report"), 12));
        driver.scores().select(1);
        final IViewPart detectors = ScoresDriver.page().showView(DetectorsView.ID);
        EventLoop.until("the filter is told", () -> !new Widgets(filter).all(Canvas.class).isEmpty());
        EventLoop.settle();
        for (final IWorkbenchPart part : List.of(driver.scores().view(), filter, detectors)) {
            assertAccessible(part);
        }
        ScoresDriver.page().hideView(detectors);
        forget(filter);
    }

    @Test
    void comparisons() throws Exception {
        final Path report = SampleReport.writeScored(folder.resolve("report"), 12);
        final XMLMemento memento = XMLMemento.createWriteRoot("view");
        memento.putString("reports", report + "\n" + report);
        memento.putString("comparison", SampleComparison.write(folder.resolve("comparison"), report, report).toString());
        final StringWriter text = new StringWriter();
        memento.save(text);
        final IViewPart empty = ScoresDriver.page().showView(CompareView.ID);
        assertAccessible(empty);
        final MPart part = empty.getSite().getService(MPart.class);
        ScoresDriver.page().hideView(empty);
        part.getPersistedState().put("memento", text.toString());
        final IViewPart view = ScoresDriver.page().showView(CompareView.ID);
        EventLoop.until("it is shown", () -> new Widgets(view).hasTable("Layer") || new Widgets(view).all(Table.class).size() > 1);
        assertAccessible(view);
        forget(view);
    }

    @Test
    void contributionTrace() throws Exception {
        final Path report = SampleReport.writeScored(folder.resolve("report"), 12);
        final IFile configuration = driver.configuration("a", "model: net.h5\nimages: { folder: pictures }\n");
        driver.scores().diagnoses().open(new ReportLocation(report, Optional.of(configuration)));
        final ContributionTraceView view = (ContributionTraceView) ScoresDriver.page().showView(ContributionTraceView.ID);
        final Widgets widgets = new Widgets(view);
        EventLoop.until("a picture is asked for", () -> widgets.text().contains("Choose a picture"));
        view.traceFile(driver.file("one.png", "a picture").getLocation().toPath());
        EventLoop.until("it is traced", () -> !widgets.all(Tree.class).isEmpty());
        assertAccessible(view);
        forget(view);
    }

    @Test
    void explanatoryGraph() throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        SampleGraph.large().write(report, "bird");
        try (GraphDriver graph = new GraphDriver()) {
            graph.openAndAwait(report);
            assertAccessible(graph.view());
        }
    }

    @Test
    void editors() throws Exception {
        final IEditorPart editor = IDE.openEditor(ScoresDriver.page(), driver.configuration("a", "model: net.h5\nimages: { folder: pictures }\n"));
        EventLoop.settle();
        assertAccessible(editor);
    }

    @Test
    void findings() throws Exception {
        try (FindingsProject findings = new FindingsProject(folder)) {
            driver.scores().diagnoses().open(new ReportLocation(SampleFindings.write(findings.report(), findings.model().getLocation().toPath(),
                    SampleFindings.BOTH), Optional.of(findings.configuration())));
            EventLoop.until("it is marked", () -> FindingsProject.markers(findings.model()).size() == 1);
            final IEditorPart page = findings.openPage();
            EventLoop.until("it is told", () -> new Widgets(page).text().contains(SampleFindings.CONFUSION.text()));
            assertAccessible(page);
        }
    }

    @Test
    void preferencesAndProperties() {
        final Shell shell = ScoresDriver.page().getWorkbenchWindow().getShell();
        for (final String id : List.of("org.filterscope.ui.preferences", "org.filterscope.ui.storedData")) {
            assertAccessible(PreferencesUtil.createPreferenceDialogOn(shell, id, new String[] {id}, null));
        }
        final String own = "org.filterscope.ui.projectSettings";
        assertAccessible(PreferencesUtil.createPropertyDialogOn(shell, driver.project(), own, new String[] {own}, null));
    }

    @Test
    void wizards() throws Exception {
        for (final String id : List.of("org.filterscope.ui.newConfiguration", "org.filterscope.ui.newExample")) {
            final INewWizard wizard = (INewWizard) PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(id).createWizard();
            wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(driver.project()));
            final WizardDialog dialog = new WizardDialog(ScoresDriver.page().getWorkbenchWindow().getShell(), wizard);
            dialog.setBlockOnOpen(false);
            dialog.open();
            EventLoop.settle();
            assertAccessible(id, (Composite) dialog.getCurrentPage().getControl());
            dialog.close();
        }
    }

    @Test
    void launches() throws Exception {
        dialogs.lookAt("Edit Configuration", shell -> {
            final CTabFolder tabs = Dialogs.all(shell, CTabFolder.class).findFirst().orElseThrow();
            for (final CTabItem tab : tabs.getItems()) {
                if (!"&Common".equals(tab.getText()) && !"Common".equals(tab.getText())) {
                    assertAccessible(tab.getText(), (Composite) tab.getControl());
                }
            }
        });
        DebugUITools.openLaunchConfigurationPropertiesDialog(ScoresDriver.page().getWorkbenchWindow().getShell(), LaunchDriver.launches()
                .add(driver.configuration("a", "model: net.h5\nimages: { folder: pictures }\n")), IDebugUIConstants.ID_RUN_LAUNCH_GROUP);
        dialogs.check();
    }

    @Test
    void theQuestionsAboutANewModel() throws Exception {
        driver.file("open.onnx", "a network");
        dialogs.lookAt("Model Diagnosis", shell -> assertAccessible("Model Diagnosis",
                // Beside the message of the platform's that is above it.
                Dialogs.all(shell, Combo.class).findFirst().orElseThrow().getParent()));
        new DiagnosisShortcut().launch(new StructuredSelection(driver.project().getFile("open.onnx")), ILaunchManager.RUN_MODE);
        EventLoop.until("the dialog was looked at", dialogs::areDone);
        dialogs.check();
    }

    private static void assertAccessible(final IWorkbenchPart part) {
        assertAccessible(part.getTitle(), new AccessibleControls((Composite) part.getSite().getService(MPart.class).getWidget(), true));
    }

    private static void assertAccessible(final PreferenceDialog dialog) {
        dialog.setBlockOnOpen(false);
        dialog.open();
        EventLoop.settle();
        final PreferencePage page = (PreferencePage) dialog.getSelectedPage();
        try {
            assertAccessible(page.getTitle(), (Composite) page.getControl());
        } finally {
            dialog.close();
        }
    }

    private static void assertAccessible(final String what, final Composite root) {
        assertAccessible(what, new AccessibleControls(root, false));
    }

    private static void assertAccessible(final String what, final AccessibleControls controls) {
        assertEquals(List.of(), Stream.concat(controls.nameless().stream().map(control -> "no name: " + control),
                controls.beyondTheKeyboard().stream().map(control -> "no keys: " + control)).toList(), what);
    }

    private static void forget(final IViewPart view) {
        final MPart part = view.getSite().getService(MPart.class);
        ScoresDriver.page().hideView(view);
        EventLoop.settle();
        part.getPersistedState().clear();
    }
}
