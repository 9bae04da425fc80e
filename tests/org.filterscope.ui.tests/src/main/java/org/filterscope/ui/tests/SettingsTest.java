package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.filterscope.core.protocol.RunRequest;
import org.filterscope.core.protocol.RunResult;
import org.filterscope.ide.RunOptions;
import org.filterscope.ide.launch.LaunchAttributes;
import org.filterscope.ide.settings.DeviceSetting;
import org.filterscope.ide.settings.ExecutorSetting;
import org.filterscope.ide.settings.WorkerMemory;
import org.filterscope.ide.settings.WorkerPreferences;
import org.filterscope.ide.settings.WorkerSettings;
import org.filterscope.ide.worker.Worker;
import org.filterscope.ide.worker.WorkerResources;
import org.filterscope.ide.worker.WorkerRun;
import org.filterscope.ide.worker.WorkerRuntime;
import org.filterscope.ide.worker.WorkerStarter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SettingsTest {
    private static final WorkerSettings OTHERS = new WorkerSettings(ExecutorSetting.ND4J, 1, 2048);

    @TempDir
    Path folder;
    private final IWorkspaceRoot workspace = ResourcesPlugin.getWorkspace().getRoot();
    private final IProject project = workspace.getProject("with settings");
    private final WorkerPreferences preferences = new WorkerPreferences(workspace);
    private final WorkerRuntime runtime = new WorkerRuntime();

    @BeforeEach
    void createProject() throws Exception {
        project.create(null);
        project.open(null);
    }

    @AfterEach
    void restore() throws Exception {
        project.delete(true, true, null);
        InstanceScope.INSTANCE.getNode(WorkerPreferences.NODE).removeNode();
    }

    @Test
    void unlessAnythingIsSetAWorkerLeavesOneCoreFree() throws Exception {
        final ProcessBuilder process = process(Optional.empty());
        assertTrue(process.command().contains("-Xmx1024m"), process.command().toString());
        assertEquals("serve", process.command().getLast());
        assertEquals(Integer.toString(Math.max(1, Runtime.getRuntime().availableProcessors() - 1)), process.environment().get("OMP_NUM_THREADS"));
    }

    @Test
    void thePlatformKnowsTheDefaults() {
        assertEquals("auto", DefaultScope.INSTANCE.getNode(WorkerPreferences.NODE).get(WorkerPreferences.EXECUTOR, "none"));
        assertEquals(0, DefaultScope.INSTANCE.getNode(WorkerPreferences.NODE).getInt(WorkerPreferences.CORES, -1));
        assertEquals(1024, DefaultScope.INSTANCE.getNode(WorkerPreferences.NODE).getInt(WorkerPreferences.HEAP, -1));
        assertEquals(0, DefaultScope.INSTANCE.getNode(WorkerPreferences.NODE).getInt(WorkerPreferences.LIMIT, -1));
    }

    @Test
    void whatIsSetForTheWorkspaceIsHowWorkersAreStarted() throws Exception {
        preferences.save(OTHERS);
        final ProcessBuilder process = process(Optional.empty());
        assertTrue(process.command().contains("-Xmx2048m"), process.command().toString());
        assertEquals(List.of("serve", "--executor", "nd4j"), process.command().subList(process.command().size() - 3, process.command().size()));
        assertEquals("1", process.environment().get("OMP_NUM_THREADS"));
    }

    @Test
    void theDeviceIsSaidOnlyWhereItIsNotTheCpu() throws Exception {
        assertFalse(process(Optional.empty()).command().contains("--device"));
        preferences.save(new WorkerSettings(ExecutorSetting.AUTO, 0, 1024, DeviceSetting.AUTO, WorkerSettings.NO_LIMIT));
        final List<String> command = process(Optional.empty()).command();
        assertEquals(List.of("serve", "--device", "auto"), command.subList(command.size() - 3, command.size()));
        assertEquals(DeviceSetting.AUTO, preferences.settings().device());
        InstanceScope.INSTANCE.getNode(WorkerPreferences.NODE).put(WorkerPreferences.DEVICE, "abacus");
        assertEquals(DeviceSetting.CPU, preferences.settings().device());
    }

    @Test
    void theLimitOfAllMemoryIsSaidOnlyWhereThereIsOne() throws Exception {
        assertFalse(process(Optional.empty()).command().contains("--memory"));
        preferences.save(new WorkerSettings(ExecutorSetting.AUTO, 0, 1024, DeviceSetting.CPU, 2500));
        final List<String> command = process(Optional.empty()).command();
        assertEquals(List.of("serve", "--memory", "2500m"), command.subList(command.size() - 3, command.size()));
        assertTrue(command.contains("-Xmx1024m"), command.toString());
        assertEquals(2500, preferences.settings().limit());
        InstanceScope.INSTANCE.getNode(WorkerPreferences.NODE).put(WorkerPreferences.LIMIT, "-1");
        assertEquals(WorkerSettings.NO_LIMIT, preferences.settings().limit());
    }

    @Test
    void aHeapThatDoesNotFitIntoTheLimitIsToldInOneSentence() {
        assertEquals(Optional.empty(), new WorkerMemory(1024, WorkerSettings.NO_LIMIT).problem());
        assertEquals(Optional.empty(), new WorkerMemory(1024, 1025).problem());
        assertEquals(Optional.of("The limit must be larger than the Java heap (1024 MB)."), new WorkerMemory(1024, 1024).problem());
    }

    @Test
    void fewerCoresThanUsualBoundJavasThreadsToo() throws Exception {
        assertFalse(process(Optional.empty()).command().toString().contains("ActiveProcessorCount"));
        preferences.save(OTHERS);
        final boolean fewer = Runtime.getRuntime().availableProcessors() > 2;
        assertEquals(fewer, process(Optional.empty()).command().contains("-XX:ActiveProcessorCount=1"), "two cores have no fewer than all but one");
    }

    @Test
    void aProjectsOwnSettingsCountForItsFilesAlone() throws Exception {
        preferences.save(project, OTHERS);
        assertTrue(preferences.hasOwn(project));
        assertTrue(process(Optional.of(inProject())).command().contains("-Xmx2048m"));
        assertTrue(process(Optional.of(folder.resolve("elsewhere.filterscope"))).command().contains("-Xmx1024m"));
        assertTrue(Files.readString(project.getLocation().append(".settings/org.filterscope.ide.prefs").toPath()).contains("worker.heap=2048"));
        preferences.removeOwn(project);
        assertFalse(preferences.hasOwn(project));
        assertTrue(process(Optional.of(inProject())).command().contains("-Xmx1024m"));
    }

    @Test
    void aProjectWithSettingsDoesNotFollowTheWorkspace() throws Exception {
        preferences.save(project, WorkerSettings.defaults());
        preferences.save(OTHERS);
        assertEquals(WorkerSettings.defaults(), preferences.settings(project));
        assertEquals(OTHERS, preferences.settings());
    }

    @Test
    void nonsenseInPreferenceFilesIsBroughtIntoBounds() {
        InstanceScope.INSTANCE.getNode(WorkerPreferences.NODE).put(WorkerPreferences.EXECUTOR, "abacus");
        InstanceScope.INSTANCE.getNode(WorkerPreferences.NODE).put(WorkerPreferences.CORES, "-3");
        InstanceScope.INSTANCE.getNode(WorkerPreferences.NODE).put(WorkerPreferences.HEAP, "1");
        assertEquals(new WorkerSettings(ExecutorSetting.AUTO, WorkerSettings.ALL_BUT_ONE, WorkerSettings.LEAST_HEAP), preferences.settings());
    }

    @Test
    void noMoreCoresAreUsedThanThereAre() {
        assertEquals(8, new WorkerSettings(ExecutorSetting.AUTO, 64, 1024).threads(8));
        assertEquals(4, new WorkerSettings(ExecutorSetting.AUTO, 4, 1024).threads(8));
        assertEquals(7, WorkerSettings.defaults().threads(8));
        assertEquals(1, WorkerSettings.defaults().threads(1));
    }

    @Test
    void theNextRunAfterAChangeGetsAnotherProcess() throws Exception {
        final Settable starter = new Settable(preferences);
        try (Worker worker = new Worker(starter, folder.resolve("worker.log"))) {
            final Path configuration = Files.writeString(folder.resolve("a.filterscope"), "report /somewhere");
            assertEquals(0, starter.started);
            answer(run(worker, "1", configuration));
            answer(run(worker, "2", configuration));
            assertEquals(1, starter.started, "the same process");
            preferences.save(OTHERS);
            answer(run(worker, "3", configuration));
            assertEquals(2, starter.started);
            assertEquals(2048, starter.last.memory());
        }
    }

    @Test
    void aLaunchFollowsTheSettingsUnlessItHasItsOwn() throws Exception {
        final ILaunchConfigurationWorkingCopy launch = newLaunch();
        assertEquals(Optional.empty(), LaunchAttributes.options(launch).own());
        // The very numbers that nobody has set are a choice, too.
        final WorkerResources own = WorkerResources.standard();
        LaunchAttributes.setOptions(launch, new RunOptions(true, false, Optional.of(own)));
        assertEquals(Optional.of(own), LaunchAttributes.options(launch).own());
        LaunchAttributes.setOptions(launch, RunOptions.standard());
        assertEquals(RunOptions.standard(), LaunchAttributes.options(launch));
        assertTrue(launch.getAttributes().isEmpty());
    }

    @Test
    void aLaunchKeepsItsDeviceAndItsLimit() throws Exception {
        final ILaunchConfigurationWorkingCopy launch = newLaunch();
        final WorkerResources own = new WorkerResources(2048, 1, ExecutorSetting.ND4J, DeviceSetting.CUDA, 4096);
        LaunchAttributes.setOptions(launch, new RunOptions(true, false, Optional.of(own)));
        preferences.save(new WorkerSettings(ExecutorSetting.AUTO, 0, 1024, DeviceSetting.AUTO, 3000));
        assertEquals(Optional.of(own), LaunchAttributes.options(launch).own());
        LaunchAttributes.setOptions(launch, RunOptions.standard());
        assertTrue(launch.getAttributes().isEmpty(), "nothing is left of them");
    }

    @Test
    void aLaunchThatWasPutDownBeforeLaunchesHadADeviceHasTheOneThatIsSet() throws Exception {
        final ILaunchConfigurationWorkingCopy launch = newLaunch();
        launch.setAttribute("org.filterscope.ide.memory", 2048);
        launch.setAttribute("org.filterscope.ide.threads", 1);
        launch.setAttribute("org.filterscope.ide.executor", "nd4j");
        preferences.save(new WorkerSettings(ExecutorSetting.AUTO, 0, 1024, DeviceSetting.AUTO, 3000));
        assertEquals(Optional.of(new WorkerResources(2048, 1, ExecutorSetting.ND4J, DeviceSetting.AUTO, 3000)),
                LaunchAttributes.options(launch).own());
    }

    private static ILaunchConfigurationWorkingCopy newLaunch() throws Exception {
        return DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurationType(LaunchAttributes.TYPE).newInstance(null, "settings");
    }

    @Test
    void aRunUnderWayIsNotLostToAChange() throws Exception {
        final Settable starter = new Settable(preferences);
        try (Worker worker = new Worker(starter, folder.resolve("worker.log"))) {
            final WorkerRun<RunResult> waiting = run(worker, "1", Files.writeString(folder.resolve("a.filterscope"), "wait"));
            preferences.save(OTHERS);
            answer(run(worker, "2", Files.writeString(folder.resolve("b.filterscope"), "report /somewhere")));
            assertFalse(waiting.answer().isDone());
            waiting.cancel();
            final ExecutionException cancelled = assertThrows(ExecutionException.class,
                    () -> waiting.answer().get(10, TimeUnit.SECONDS));
            assertTrue(cancelled.getCause().getMessage().contains("cancelled"), cancelled.getCause().getMessage());
        }
    }

    @Test
    void aWorkerThatRestsIsReplacedByTheNextRun() throws Exception {
        final Settable starter = new Settable(preferences);
        try (Worker worker = new Worker(starter, folder.resolve("worker.log"))) {
            assertTrue(worker.rest(), "there is none");
            final WorkerRun<RunResult> waiting = run(worker, "1", Files.writeString(folder.resolve("a.filterscope"), "wait"));
            assertFalse(worker.rest(), "it is busy");
            waiting.cancel();
            EventLoop.until("the run has ended", () -> waiting.answer().isDone());
            assertTrue(worker.rest());
            answer(run(worker, "2", Files.writeString(folder.resolve("b.filterscope"), "report /somewhere")));
            assertEquals(2, starter.started);
        }
    }

    @Test
    void settingsAreExportedUnderTheirKeys() {
        final List<String> keys = Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor("org.eclipse.ui.preferenceTransfer"))
                .filter(element -> "org.filterscope.ui.settings".equals(element.getAttribute("id")))
                .flatMap(transfer -> Stream.of(transfer.getChildren("mapping"))).flatMap(mapping -> Stream.of(mapping.getChildren("entry")))
                .peek(entry -> assertEquals(WorkerPreferences.NODE, entry.getAttribute("node")))
                .flatMap(entry -> Stream.of(entry.getChildren("key"))).map(key -> key.getAttribute("name")).sorted().toList();
        assertEquals(List.of(WorkerPreferences.CORES, WorkerPreferences.DEVICE, WorkerPreferences.EXECUTOR, WorkerPreferences.HEAP,
                WorkerPreferences.LIMIT), keys);
    }

    /** Starts the scripted worker with what the settings say. */
    private static final class Settable implements WorkerStarter {
        private final WorkerPreferences preferences;
        private int started;
        private WorkerResources last;

        Settable(final WorkerPreferences preferences) {
            this.preferences = preferences;
        }

        @Override
        public ProcessBuilder prepare(final WorkerResources resources) {
            started++;
            last = resources;
            return ScriptedWorker.process();
        }

        @Override
        public WorkerResources resources(final Optional<Path> file) {
            return WorkerResources.of(preferences.settings());
        }
    }

    private static WorkerRun<RunResult> run(final Worker worker, final String name, final Path configuration) throws Exception {
        return worker.run(new RunRequest(name, configuration.toString(), false, null), progress -> {
        });
    }

    private static void answer(final WorkerRun<RunResult> run) throws Exception {
        run.answer().get(20, TimeUnit.SECONDS);
    }

    private ProcessBuilder process(final Optional<Path> file) throws Exception {
        return runtime.prepare(runtime.resources(file));
    }

    private Path inProject() {
        return project.getLocation().append("a.filterscope").toPath();
    }
}
