package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.progress.IProgressConstants;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.ide.DiagnosisJob;
import org.filterscope.ide.launch.DiagnosisProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Runs of all projects take turns, for one worker computes them. */
@ExtendWith(NoHangingDialogs.class)
class LaunchOrderTest {
    @TempDir
    Path folder;
    private final List<String> begun = new CopyOnWriteArrayList<>();
    private final IJobChangeListener listener = new JobChangeAdapter() {
        @Override
        public void running(final IJobChangeEvent event) {
            if (event.getJob() instanceof final DiagnosisJob job) {
                begun.add(job.configuration().getFullPath().removeFileExtension().lastSegment());
            }
        }
    };
    private LaunchDriver driver;
    private IProject other;

    @BeforeEach
    void createProjects() throws Exception {
        driver = new LaunchDriver(folder);
        other = ResourcesPlugin.getWorkspace().getRoot().getProject("launching too");
        other.create(null);
        other.open(null);
    }

    @AfterEach
    void deleteProjects() throws Exception {
        Job.getJobManager().removeJobChangeListener(listener);
        driver.close();
        other.delete(true, true, null);
    }

    @Test
    void whoIsLaunchedFirstRunsFirstWhateverTheProject() throws Exception {
        final DiagnosisProcess running = driver.running("wait");
        Job.getJobManager().addJobChangeListener(listener);
        final DiagnosisProcess second = waiting(driver.configuration("second", "report " + folder));
        final DiagnosisProcess third = waiting(inOther("third"));
        final DiagnosisProcess fourth = waiting(driver.configuration("fourth", "report " + folder));
        final DiagnosisProcess fifth = waiting(inOther("fifth"));
        running.terminate();
        for (final DiagnosisProcess process : List.of(second, third, fourth, fifth)) {
            assertEquals(ExitCode.SUCCESS.value(), LaunchDriver.ended(process).getExitValue());
        }
        assertEquals(List.of("second", "third", "fourth", "fifth"), begun);
    }

    @Test
    void oneThatWaitsIsCancelledAtOnceAndTheOthersKeepTheirPlaces() throws Exception {
        final DiagnosisProcess running = driver.running("wait");
        Job.getJobManager().addJobChangeListener(listener);
        final DiagnosisProcess second = waiting(inOther("second"));
        final DiagnosisProcess third = waiting(driver.configuration("third", "report " + folder));
        second.terminate();
        assertTrue(second.isTerminated());
        assertEquals(ExitCode.CANCELLED.value(), second.getExitValue());
        assertFalse(running.isTerminated());
        assertEquals(Job.WAITING, third.job().getState());
        running.terminate();
        LaunchDriver.ended(third);
        assertEquals(List.of("third"), begun);
    }

    @Test
    void theProgressViewShowsThatARunWaits() throws Exception {
        final DiagnosisProcess running = driver.running("wait");
        final DiagnosisProcess waiting = waiting(inOther("second"));
        // The Console has come to the front with what the run says.
        final IViewPart progress = ScoresDriver.page().showView(IProgressConstants.PROGRESS_VIEW_ID);
        final Widgets widgets = new Widgets(progress);
        EventLoop.until("both are shown", () -> widgets.text().contains("a.filterscope") && widgets.text().contains("second.filterscope"));
        final List<String> lines = widgets.text().lines().toList();
        assertTrue(lines.contains("Diagnosis of second.filterscope (Waiting)"), lines::toString);
        assertFalse(lines.contains("Diagnosis of a.filterscope (Waiting)"), lines::toString);
        waiting.terminate();
        running.terminate();
        LaunchDriver.ended(running);
        ScoresDriver.page().hideView(progress);
    }

    private DiagnosisProcess waiting(final IFile file) throws Exception {
        final DiagnosisProcess process = LaunchDriver.process(driver.launch(file));
        EventLoop.until("it waits", () -> process.job().getState() == Job.WAITING);
        return process;
    }

    private IFile inOther(final String name) throws Exception {
        final IFile file = other.getFile(name + ".filterscope");
        file.write(("report " + folder).getBytes(), true, false, false, null);
        return file;
    }
}
