package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisJob;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.ExampleJob;
import org.filterscope.ide.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

@ExtendWith(NoHangingDialogs.class)
class ExampleJobTest {
    @TempDir
    Path folder;
    private DiagnosisService diagnoses;

    @BeforeEach
    void start() {
        diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), folder.resolve("worker.log"));
    }

    @AfterEach
    void deleteProjects() throws Exception {
        diagnoses.close();
        EventLoop.until("nothing runs", () -> Job.getJobManager().find(DiagnosisService.FAMILY).length == 0);
        for (final IProject project : ResourcesPlugin.getWorkspace().getRoot().getProjects()) {
            project.delete(true, true, null);
        }
    }

    @Test
    void theProjectAppearsWithWhatTheWorkerWrote() throws Exception {
        assertTrue(result(scheduled("river-or-road")).isOK());
        final IProject project = project("river-or-road");
        assertTrue(project.isOpen());
        assertEquals(root().resolve("river-or-road"), project.getLocation().toPath());
        assertEquals(List.of(".project", "README.md", "flawed.filterscope"),
                Stream.of(project.members(IResource.NONE)).map(IResource::getName).sorted().toList());
        assertNothingStaged();
    }

    @Test
    void theWorkersRefusalIsTheJobsResultAndThereIsNoProject() throws Exception {
        final IStatus result = result(scheduled("refuse"));
        assertEquals(Problem.INVALID_INPUT.code(), result.getCode());
        assertEquals("The disk is full.", result.getMessage());
        assertAbsent("refuse");
    }

    @Test
    void cancellingLeavesNoProject() throws Exception {
        final ExampleJob job = begun("wait");
        job.cancel();
        assertEquals(IStatus.CANCEL, result(job).getSeverity());
        assertAbsent("wait");
    }

    @Test
    void aWorkerThatDoesNotObeyIsKilledAndWhatItWroteIsDeleted() throws Exception {
        final ExampleJob job = begun("deaf");
        job.cancel();
        assertEquals(IStatus.CANCEL, result(job).getSeverity());
        assertAbsent("deaf");
    }

    @Test
    void aProjectThatCameInBetweenIsNotTouched() throws Exception {
        final IProject project = project("river-or-road");
        project.create(null);
        final IStatus result = result(scheduled("river-or-road"));
        assertEquals(Problem.PROJECT_NOT_CREATED.code(), result.getCode());
        assertTrue(result.getMessage().contains("river-or-road"), result.getMessage());
        assertTrue(project.exists());
        assertFalse(Files.exists(root().resolve("river-or-road/README.md")));
        assertNothingStaged();
    }

    @Test
    void aFolderThatCameInBetweenIsNotTouched() throws Exception {
        final Path occupied = Files.createDirectory(root().resolve("occupied"));
        try {
            final IStatus result = result(scheduled("occupied"));
            assertEquals(Problem.PROJECT_NOT_CREATED.code(), result.getCode());
            assertTrue(result.getMessage().contains(occupied.toString()), result.getMessage());
            assertFalse(project("occupied").exists());
            assertNothingStaged();
        } finally {
            Files.delete(occupied);
        }
    }

    /** It can be cancelled while it waits, without harm to the diagnosis that runs. */
    @Test
    void itWaitsForTheDiagnosisThatRuns() throws Exception {
        final IProject project = project("diagnosis");
        project.create(null);
        project.open(null);
        project.getFile("a.filterscope").create("wait".getBytes(), true, false, null);
        final DiagnosisJob diagnosis = diagnoses.prepare(project.getFile("a.filterscope"));
        schedule(diagnosis);
        EventLoop.until("the diagnosis runs", diagnoses::isRunning);
        final ExampleJob example = scheduled("river-or-road");
        EventLoop.until("the example has begun to wait", () -> !staged().isEmpty());
        example.cancel();
        assertEquals(IStatus.CANCEL, result(example).getSeverity());
        assertEquals(Job.RUNNING, diagnosis.getState());
        assertAbsent("river-or-road");
    }

    private ExampleJob begun(final String name) {
        final ExampleJob job = scheduled(name);
        EventLoop.until("the worker has written a file",
                () -> staged().stream().anyMatch(staging -> Files.exists(state().resolve(staging).resolve(name).resolve("README.md"))));
        return job;
    }

    private ExampleJob scheduled(final String name) {
        final ExampleJob job = diagnoses.prepareExample(project(name));
        schedule(job);
        return job;
    }

    private static void schedule(final Job job) {
        job.setUser(false);
        job.setSystem(true);
        job.schedule();
    }

    private static IStatus result(final Job job) {
        EventLoop.until("the job is over", () -> job.getResult() != null && job.getState() == Job.NONE);
        return job.getResult();
    }

    private static void assertAbsent(final String name) {
        assertFalse(project(name).exists());
        assertFalse(Files.exists(root().resolve(name)));
        assertNothingStaged();
    }

    private static void assertNothingStaged() {
        assertEquals(List.of(), staged());
    }

    private static List<String> staged() {
        final String[] names = state().toFile().list((directory, name) -> name.startsWith("example-"));
        return names == null ? List.of() : List.of(names);
    }

    private static Path state() {
        return Platform.getStateLocation(FrameworkUtil.getBundle(Diagnoses.class)).toPath();
    }

    private static IProject project(final String name) {
        return ResourcesPlugin.getWorkspace().getRoot().getProject(name);
    }

    private static Path root() {
        return ResourcesPlugin.getWorkspace().getRoot().getLocation().toPath();
    }
}
