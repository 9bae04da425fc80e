package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.bindings.TriggerSequence;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.filterscope.ide.DiagnosisJob;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.Problem;
import org.filterscope.ide.worker.Patience;
import org.filterscope.ui.diagnosis.DiagnosisStarter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class DiagnosisJobTest {
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(50), Duration.ofMillis(50));
    private static final Patience QUICK = new Patience(Duration.ofSeconds(10), 6, 18, PAUSES);

    @TempDir
    Path folder;
    private IProject project;
    private DiagnosisService diagnoses;
    private ScoresDriver scores;

    @BeforeEach
    void createProject() throws Exception {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("diagnosis");
        project.create(null);
        project.open(null);
        diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), folder.resolve("worker.log"), QUICK);
    }

    @AfterEach
    void deleteProject() throws Exception {
        if (scores != null) {
            scores.close();
        }
        diagnoses.close();
        EventLoop.until("no diagnosis runs", () -> Job.getJobManager().find(DiagnosisService.FAMILY).length == 0);
        LaunchesEnd.clear();
        project.delete(true, true, null);
    }

    @Test
    void aFinishedDiagnosisOpensTheViewOnItsReportAndRefreshesTheProject() throws Exception {
        scores = new ScoresDriver(diagnoses);
        scores.closeView();
        final Path report = SampleReport.write(project.getLocation().toPath().resolve("report"), 12);
        new DiagnosisStarter(PlatformUI.getWorkbench().getActiveWorkbenchWindow()).start(configuration("report " + report));
        EventLoop.until("the view is open", scores::isOpen);
        scores.awaitRows();
        assertEquals(report, diagnoses.current().orElseThrow().directory());
        assertEquals("diagnosis.filterscope", diagnoses.current().orElseThrow().configuration().orElseThrow().getName());
        EventLoop.until("the project shows the report", () -> project.getFile("report/manifest.json").exists());
    }

    @Test
    void whoHasWatchedTheConsoleGoesOnToTheReport() throws Exception {
        scores = new ScoresDriver(diagnoses);
        scores.closeView();
        ScoresDriver.page().showView(IConsoleConstants.ID_CONSOLE_VIEW);
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        new DiagnosisStarter(PlatformUI.getWorkbench().getActiveWorkbenchWindow()).start(configuration("report " + report));
        EventLoop.until("the view is open", scores::isOpen);
        scores.awaitRows();
        assertEquals(scores.view(), ScoresDriver.page().getActivePart());
    }

    @Test
    void theCommandRunsTheConfigurationInTheActiveEditorAsItIsTyped() throws Exception {
        scores = new ScoresDriver(diagnoses);
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        final ITextEditor editor = IDE.openEditor(ScoresDriver.page(), configuration("die")).getAdapter(ITextEditor.class);
        ((StyledText) Adapters.adapt(editor, Control.class)).setText("report " + report);
        EventLoop.settle();
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand("org.filterscope.ui.runDiagnosis", null);
        EventLoop.until("the report is open", () -> diagnoses.current().isPresent());
        assertFalse(editor.isDirty());
        assertEquals(report, diagnoses.current().orElseThrow().directory());
        ScoresDriver.page().closeAllEditors(false);
    }

    @Test
    void theCommandHasAKeyOfItsOwn() {
        final IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
        final TriggerSequence keys = bindings.getBestActiveBindingFor("org.filterscope.ui.runDiagnosis");
        assertEquals("org.filterscope.ui.runDiagnosis", bindings.getPerfectMatch(keys).getParameterizedCommand().getId());
    }

    @Test
    void theWorkersSentenceAboutInvalidInputIsTheJobsResult() throws Exception {
        final IStatus result = run("refuse The model has no layer 'conv9'.");
        assertEquals(Problem.INVALID_INPUT.code(), result.getCode());
        assertEquals("The model has no layer 'conv9'.", result.getMessage());
    }

    @Test
    void aWorkerThatDiesFailsTheRunAndTheNextRunWorks() throws Exception {
        final IStatus result = run("die");
        assertEquals(Problem.WORKER_LOST.code(), result.getCode());
        assertTrue(result.getMessage().contains("exit code 134"), result.getMessage());
        assertTrue(result.getMessage().contains("started again 2 times"), result.getMessage());
        assertTrue(run("report " + folder).isOK());
    }

    @Test
    void aRunThatLosesItsWorkerGoesOnWithAnother() throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        assertTrue(run("once " + report).isOK());
        assertEquals(report, diagnoses.current().orElseThrow().directory());
    }

    @Test
    void aWorkerThatRanOutOfMemoryIsNotStartedAgainForTheSameRun() throws Exception {
        final IStatus result = run("starve " + folder.resolve("starved"));
        assertEquals(Problem.OUT_OF_MEMORY.code(), result.getCode());
        assertTrue(result.getMessage().contains("memory ran out"), result.getMessage());
        assertEquals(1, Files.size(folder.resolve("starved")));
    }

    @Test
    void aWorkerThatDoesNothingIsToldAndStopped() throws Exception {
        lookOften(100, 3);
        final IStatus result = run("wait");
        assertEquals(Problem.WORKER_STUCK.code(), result.getCode());
        assertTrue(result.getMessage().contains("has done nothing for 3 seconds"), result.getMessage());
        assertTrue(run("report " + folder).isOK());
    }

    @Test
    void aWorkerThatGivesNoSignOfLifeIsToldAndStopped() throws Exception {
        lookOften(2, 100);
        final IStatus result = run("freeze");
        assertEquals(Problem.WORKER_STUCK.code(), result.getCode());
        assertTrue(result.getMessage().contains("no sign of life for 2 seconds"), result.getMessage());
    }

    @Test
    void aCancelledDiagnosisEndsWithinASecond() throws Exception {
        final DiagnosisJob job = started("wait");
        final long begin = System.nanoTime();
        job.cancel();
        assertEquals(IStatus.CANCEL, result(job).getSeverity());
        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(1).toNanos(), "took longer than a second");
        assertFalse(diagnoses.isRunning());
    }

    @Test
    void aWaitingDiagnosisIsCancelledWithoutHarmToTheRunningOne() throws Exception {
        final DiagnosisJob running = started("wait");
        final DiagnosisJob waiting = scheduled("wait");
        EventLoop.until("the second one waits", () -> waiting.getState() == Job.WAITING);
        waiting.cancel();
        assertEquals(Job.NONE, waiting.getState());
        assertEquals(Job.RUNNING, running.getState());
    }

    @Test
    void aWorkerThatDoesNotObeyIsKilledWithinFiveSeconds() throws Exception {
        final DiagnosisJob job = started("deaf");
        final long begin = System.nanoTime();
        job.cancel();
        assertEquals(IStatus.CANCEL, result(job).getSeverity());
        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(5).toNanos(), "took longer than five seconds");
        assertTrue(run("report " + folder).isOK());
    }

    @Test
    void aDiagnosisThatIsCancelledBeforeTheWorkerSaidHelloNeverBegins() throws Exception {
        final AtomicInteger processes = new AtomicInteger();
        diagnoses.close();
        diagnoses = new DiagnosisService(resources -> {
            processes.incrementAndGet();
            return ScriptedWorker.process("slow");
        }, folder.resolve("worker.log"));
        final DiagnosisJob job = scheduled("touch " + folder.resolve("touched"));
        EventLoop.until("the process starts", () -> processes.get() == 1);
        job.cancel();
        assertEquals(IStatus.CANCEL, result(job).getSeverity());
        assertTrue(run("report " + folder).isOK());
        assertFalse(Files.exists(folder.resolve("touched")));
        assertEquals(1, processes.get());
    }

    /** The script is no configuration: the job cannot find an earlier report, and where there may be one it shows nothing. */
    @Test
    void whatIsKnownSoFarIsNotShownWhereAReportMayBe() throws Exception {
        final DiagnosisJob job = scheduled("preview " + SampleReport.write(folder.resolve("preview"), 12));
        EventLoop.until("the job runs", () -> job.getState() == Job.RUNNING);
        job.cancel();
        assertEquals(IStatus.CANCEL, result(job).getSeverity());
        assertTrue(diagnoses.current().isEmpty());
    }

    @Test
    void aWorkerThatTalksNoMoreIsStoppedAndReplaced() throws Exception {
        final IStatus result = run("mute");
        assertEquals(Problem.WORKER_LOST.code(), result.getCode());
        assertTrue(run("report " + folder).isOK());
    }

    @Test
    void aDiagnosisThatBeginsAfterTheEndIsCancelled() throws Exception {
        diagnoses.close();
        assertEquals(IStatus.CANCEL, run("report " + folder).getSeverity());
    }

    /** @param silent looks that a worker may be silent; @param idle looks that it may do nothing */
    private void lookOften(final int silent, final int idle) {
        diagnoses.close();
        diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), folder.resolve("worker.log"), new Patience(Duration.ofSeconds(1), silent, idle, List.of()));
    }

    private IStatus run(final String script) throws Exception {
        return result(scheduled(script));
    }

    private DiagnosisJob started(final String script) throws Exception {
        // A first run, so that the time to start the process does not count.
        run("report " + folder);
        final DiagnosisJob job = scheduled(script);
        EventLoop.until("the job runs", () -> job.getState() == Job.RUNNING);
        return job;
    }

    private DiagnosisJob scheduled(final String script) throws Exception {
        final DiagnosisJob job = diagnoses.prepare(configuration(script));
        job.setUser(false);
        job.setSystem(true);
        job.schedule();
        return job;
    }

    private static IStatus result(final Job job) {
        EventLoop.until("the job is over", () -> job.getResult() != null && job.getState() == Job.NONE);
        return job.getResult();
    }

    private IFile configuration(final String script) throws Exception {
        final IFile file = project.getFile("diagnosis.filterscope");
        file.write(script.getBytes(), true, false, false, null);
        return file;
    }
}
