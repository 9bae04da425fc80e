package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.filterscope.ide.DiagnosisJob;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.InterruptedMarker;
import org.filterscope.ui.diagnosis.ClosingQuestion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class InterruptedDiagnosisTest {
    @TempDir
    Path folder;
    private IProject project;
    private DiagnosisService diagnoses;

    @BeforeEach
    void createProject() throws Exception {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("interrupted");
        project.create(null);
        project.open(null);
        begin();
    }

    @AfterEach
    void deleteProject() throws Exception {
        end();
        project.delete(true, true, null);
    }

    @Test
    void whatTheEndOfASessionInterruptsIsMarkedInTheNextUntilItIsRunAgain() throws Exception {
        final IFile configuration = running("wait");
        end();
        assertEquals(0, markers().length);
        begin();
        EventLoop.until("the configuration is marked", () -> markers().length == 1);
        assertEquals("The diagnosis of diagnosis.filterscope was interrupted; run it again to go on from what it has computed",
                markers()[0].getAttribute(IMarker.MESSAGE));
        assertEquals(1, IDE.getMarkerHelpRegistry().getResolutions(markers()[0]).length);
        configuration.write(("report " + folder).getBytes(), true, false, false, null);
        diagnoses.prepare(configuration).schedule();
        EventLoop.until("the mark is gone", () -> markers().length == 0);
    }

    @Test
    void whatIsCancelledOrDoneIsNotMarked() throws Exception {
        running("wait");
        Job.getJobManager().cancel(DiagnosisService.FAMILY);
        EventLoop.until("no diagnosis runs", () -> !diagnoses.isRunning());
        end();
        begin();
        EventLoop.settle();
        assertEquals(0, markers().length);
    }

    @Test
    void whoKeepsADiagnosisRunningKeepsTheWorkbenchOpen() throws Exception {
        running("wait");
        try (ScoresDriver ignored = new ScoresDriver(diagnoses)) {
            press("Keep Running");
            assertFalse(new ClosingQuestion().preShutdown(PlatformUI.getWorkbench(), false));
            assertTrue(diagnoses.isRunning());
        }
    }

    @Test
    void whoStopsItFindsItMarked() throws Exception {
        running("wait");
        try (ScoresDriver ignored = new ScoresDriver(diagnoses)) {
            press("Stop and Exit");
            assertTrue(new ClosingQuestion().preShutdown(PlatformUI.getWorkbench(), false));
            EventLoop.until("it is stopped and marked", () -> !diagnoses.isRunning() && markers().length == 1);
        }
    }

    @Test
    void nobodyIsAskedWhenNothingRuns() {
        assertTrue(new ClosingQuestion().preShutdown(PlatformUI.getWorkbench(), false));
    }

    private static void press(final String label) {
        final Display display = Display.getCurrent();
        display.timerExec(200, () -> Arrays.stream(display.getShells()).filter(shell -> "Diagnosis Running".equals(shell.getText()))
                .forEach(shell -> button(shell, label).notifyListeners(SWT.Selection, null)));
    }

    private static Button button(final Composite parent, final String label) {
        return buttons(parent).filter(button -> button.getText().replace("&", "").equals(label)).findFirst().orElseThrow();
    }

    private static Stream<Button> buttons(final Composite parent) {
        return Arrays.stream(parent.getChildren()).flatMap(child -> child instanceof final Button button ? Stream.of(button)
                : child instanceof final Composite composite ? buttons(composite) : Stream.empty());
    }

    private IFile running(final String script) throws Exception {
        final IFile file = project.getFile("diagnosis.filterscope");
        file.write(script.getBytes(), true, false, false, null);
        final DiagnosisJob job = diagnoses.prepare(file);
        job.setUser(false);
        job.setSystem(true);
        job.schedule();
        EventLoop.until("the job runs", diagnoses::isRunning);
        return file;
    }

    private void begin() {
        diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), folder.resolve("worker.log"));
    }

    private void end() {
        diagnoses.close();
        EventLoop.until("no diagnosis runs", () -> Job.getJobManager().find(DiagnosisService.FAMILY).length == 0);
    }

    private IMarker[] markers() {
        try {
            return project.findMarkers(InterruptedMarker.TYPE, true, IResource.DEPTH_INFINITE);
        } catch (final CoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
