package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.help.HelpSystem;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.filterscope.ide.DiagnosisService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class NewExampleTest {
    private static final String ID = "org.filterscope.ui.newExample";

    @TempDir
    Path folder;
    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("river-or-road");
    private final IPerspectiveDescriptor perspective = ScoresDriver.page().getPerspective();
    private DiagnosisService diagnoses;
    private ScoresDriver scores;
    private INewWizard wizard;
    private WizardDialog dialog;

    @BeforeEach
    void openWizard() throws Exception {
        switchPerspective("never");
        diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), folder.resolve("worker.log"));
        scores = new ScoresDriver(diagnoses);
        wizard = (INewWizard) descriptor().createWizard();
        wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
        dialog = new WizardDialog(ScoresDriver.page().getWorkbenchWindow().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        EventLoop.settle();
    }

    @AfterEach
    void deleteProject() throws Exception {
        dialog.close();
        ScoresDriver.page().closeAllEditors(false);
        scores.close();
        diagnoses.close();
        project.delete(true, true, null);
        switchPerspective("prompt");
        ScoresDriver.page().setPerspective(perspective);
    }

    @Test
    void itIsAmongTheExamplesUnderFilterscope() {
        assertEquals("Filterscope: River or road?", descriptor().getLabel());
        assertEquals("Filterscope", descriptor().getCategory().getLabel());
        assertEquals("org.eclipse.ui.Examples", descriptor().getCategory().getParent().getId());
        assertNotNull(descriptor().getImageDescriptor());
        assertTrue(HelpSystem.getContext(ID).getText().contains("takes each for a road"));
    }

    @Test
    void finishingCreatesTheProjectAndOpensItsFirstConfiguration() {
        assertTrue(page().isPageComplete());
        assertTrue(wizard.performFinish());
        dialog.close();
        EventLoop.until("the configuration is open", () -> ScoresDriver.page().getActiveEditor() != null);
        assertEquals("flawed.filterscope", ScoresDriver.page().getActiveEditor().getTitle());
        assertTrue(project.getFile("README.md").exists());
        assertEquals(perspective.getId(), ScoresDriver.page().getPerspective().getId());
    }

    @Test
    void finishingOpensThePerspectiveWhereThatIsWanted() {
        switchPerspective("always");
        assertTrue(wizard.performFinish());
        assertEquals("org.filterscope.ui.perspective", ScoresDriver.page().getPerspective().getId());
        dialog.close();
        EventLoop.until("the configuration is open", () -> ScoresDriver.page().getActiveEditor() != null);
    }

    @Test
    void aNameInUseIsRefused() throws Exception {
        project.create(null);
        name().setText("");
        assertFalse(page().isPageComplete());
        assertNull(page().getErrorMessage());
        name().setText("river-or-road");
        assertFalse(page().isPageComplete());
        assertEquals("A project named river-or-road exists already.", page().getErrorMessage());
    }

    @Test
    void aNameThatCannotBeAFoldersIsRefused() {
        name().setText("river/road");
        assertFalse(page().isPageComplete());
        assertNotNull(page().getErrorMessage());
        name().setText("river");
        assertTrue(page().isPageComplete());
    }

    @Test
    void theNameOfAFolderInTheWorkspaceIsRefused() throws Exception {
        final Path occupied = Files.createDirectory(
                ResourcesPlugin.getWorkspace().getRoot().getLocation().append("occupied").toPath());
        try {
            name().setText("occupied");
            assertFalse(page().isPageComplete());
            assertEquals("The workspace holds a folder occupied already.", page().getErrorMessage());
        } finally {
            Files.delete(occupied);
        }
    }

    /** Preferences > General > Project: whether a new project opens the perspective that belongs to it. */
    private static void switchPerspective(final String when) {
        InstanceScope.INSTANCE.getNode("org.eclipse.ui.ide").put("SWITCH_PERSPECTIVE_ON_PROJECT_CREATION", when);
    }

    private static IWizardDescriptor descriptor() {
        return PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(ID);
    }

    private IWizardPage page() {
        return dialog.getCurrentPage();
    }

    private Text name() {
        for (final Control child : ((Composite) page().getControl()).getChildren()) {
            if (child instanceof final Text text) {
                return text;
            }
        }
        throw new AssertionError("no field for the name");
    }
}
