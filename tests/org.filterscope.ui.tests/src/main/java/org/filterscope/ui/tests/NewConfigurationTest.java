package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class NewConfigurationTest {
    private static final String ID = "org.filterscope.ui.newConfiguration";

    @TempDir
    Path elsewhere;
    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("land use");
    private DiagnosisService diagnoses;
    private INewWizard wizard;
    private WizardDialog dialog;

    @BeforeEach
    void createProject() throws Exception {
        diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), elsewhere.resolve("worker.log"));
        PlatformUI.getWorkbench().getService(IEclipseContext.class).set(Diagnoses.class, diagnoses);
        project.create(null);
        project.open(null);
        Files.writeString(inProject("landuse.h5"), "a model");
        Files.createDirectories(inProject("pictures"));
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
    }

    @AfterEach
    void deleteProject() throws Exception {
        if (dialog != null) {
            dialog.close();
        }
        ScoresDriver.page().closeAllEditors(false);
        project.delete(true, true, null);
        PlatformUI.getWorkbench().getService(IEclipseContext.class).remove(Diagnoses.class);
        diagnoses.close();
    }

    @Test
    void itIsUnderFilterscope() {
        final IWizardDescriptor descriptor = PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(ID);
        assertEquals("Diagnosis Configuration", descriptor.getLabel());
        assertEquals("Filterscope", descriptor.getCategory().getLabel());
    }

    @Test
    void aSelectedModelWithPicturesBesideItNeedsNothingElse() throws Exception {
        open(project.getFile("landuse.h5"));
        assertTrue(page().isPageComplete(), page().getErrorMessage());
        assertTrue(finish(SWT.CR));
        dialog.close();
        EventLoop.settle();
        assertEquals("landuse.filterscope", ScoresDriver.page().getActiveEditor().getTitle());
        final DiagnosisConfiguration read = new ConfigurationReader().read(inProject("landuse.filterscope"));
        assertEquals(inProject("landuse.h5"), read.model());
        assertEquals(inProject("pictures"), read.images().folder());
        assertTrue(read.layers().isEmpty(), "layers: auto");
        assertTrue(read.labels().isEmpty());
        assertTrue(Files.readString(inProject("landuse.filterscope")).contains("model: landuse.h5\n"));
    }

    @Test
    void whatNoModelTellsIsAskedFor() throws Exception {
        Files.writeString(inProject("open.h5"), "a model");
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        open(project.getFile("open.h5"));
        assertTrue(finish(SWT.CR));
        assertEquals("""
                # Diagnosis of open.h5. What is under input has to be what training did with its pictures.
                model: open.h5
                input:
                  size: [224, 224]
                  scale: 0.00392156862745098
                images:
                  folder: pictures
                layers: auto
                """, Files.readString(inProject("open.filterscope")));
    }

    @Test
    void nothingIsWrittenWhenTheQuestionsAreNotAnswered() throws Exception {
        open(project.getFile("landuse.h5"));
        assertFalse(finish(SWT.ESC));
        assertFalse(Files.exists(inProject("landuse.filterscope")));
        assertNull(page().getErrorMessage());
    }

    @Test
    void aModelThatCannotBeUsedIsToldInThePage() throws Exception {
        Files.writeString(inProject("broken.h5"), "no model");
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        open(project.getFile("broken.h5"));
        assertFalse(wizard.performFinish());
        assertTrue(page().getErrorMessage().startsWith("broken.filterscope cannot be created: "), page().getErrorMessage());
        assertFalse(Files.exists(inProject("broken.filterscope")));
    }

    @Test
    void labelsBesideTheModelAreNamed() throws Exception {
        Files.writeString(inProject("labels.txt"), "river\nroad\n");
        open(project.getFile("landuse.h5"));
        assertTrue(finish(SWT.CR));
        assertEquals(inProject("labels.txt"), new ConfigurationReader().read(inProject("landuse.filterscope")).labels().orElseThrow());
    }

    @Test
    void anyNameOfAFileCanBeRead() throws Exception {
        final Path model = Files.writeString(elsewhere.resolve("it's: a \"model\" #1.onnx"), "a model");
        final Path pictures = Files.createDirectories(elsewhere.resolve("- {pictures}"));
        open(project);
        text(0).setText(model.toString());
        text(1).setText(pictures.toString());
        text(3).setText("odd");
        assertTrue(page().isPageComplete(), page().getErrorMessage());
        assertTrue(finish(SWT.CR));
        final DiagnosisConfiguration read = new ConfigurationReader().read(inProject("odd.filterscope"));
        assertEquals(model, read.model());
        assertEquals(pictures, read.images().folder());
    }

    @Test
    void whatIsMissingIsAskedFor() throws Exception {
        open(project);
        assertFalse(page().isPageComplete());
        assertNull(page().getErrorMessage(), "no reproach before the person has done anything");
        text(0).setText(elsewhere.resolve("nothing.h5").toString());
        assertTrue(page().getErrorMessage().startsWith("There is no file "), page().getErrorMessage());
        text(0).setText(inProject("landuse.h5").toString());
        assertTrue(page().isPageComplete(), page().getErrorMessage());
        text(1).setText("");
        assertEquals("Choose the folder with the pictures.", page().getErrorMessage());
        text(1).setText(inProject("pictures").toString());
        text(2).setText("no project");
        assertEquals("There is no open project with a folder no project on a local disk.", page().getErrorMessage());
        text(2).setText("land use");
        text(3).setText("landuse.h5");
        assertTrue(page().isPageComplete(), "landuse.h5.filterscope is another file");
    }

    @Test
    void aFileThatExistsIsNotOverwritten() throws Exception {
        Files.writeString(inProject("landuse.filterscope"), "mine");
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        open(project.getFile("landuse.h5"));
        assertFalse(page().isPageComplete());
        text(3).setText("other.filterscope");
        assertTrue(page().isPageComplete());
    }

    /** @param key pressed in the dialog that asks about the model: Enter or Escape */
    private boolean finish(final int key) {
        final Display display = Display.getCurrent();
        display.timerExec(200, new Runnable() {
            @Override
            public void run() {
                Stream.of(display.getShells()).filter(shell -> shell.isVisible() && shell.getText().equals("Model Diagnosis")).findFirst()
                        .ifPresentOrElse(shell -> {
                            if (key == SWT.CR) {
                                shell.getDefaultButton().notifyListeners(SWT.Selection, null);
                            } else {
                                shell.close();
                            }
                        }, () -> display.timerExec(200, this));
            }
        });
        return wizard.performFinish();
    }

    private Path inProject(final String name) {
        return project.getLocation().append(name).toPath();
    }

    private void open(final IResource selected) throws Exception {
        wizard = (INewWizard) PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(ID).createWizard();
        wizard.init(PlatformUI.getWorkbench(), new StructuredSelection(selected));
        dialog = new WizardDialog(ScoresDriver.page().getWorkbenchWindow().getShell(), wizard);
        dialog.setBlockOnOpen(false);
        dialog.open();
        EventLoop.settle();
    }

    private IWizardPage page() {
        return dialog.getCurrentPage();
    }

    /** Model, pictures, folder, name. */
    private Text text(final int index) {
        final List<Text> fields = new ArrayList<>();
        for (final Control child : ((Composite) page().getControl()).getChildren()) {
            if (child instanceof final Text field) {
                fields.add(field);
            }
        }
        return fields.get(index);
    }
}
