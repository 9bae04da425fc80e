package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.ide.RunOptions;
import org.filterscope.ide.launch.LaunchAttributes;
import org.filterscope.ide.settings.DeviceSetting;
import org.filterscope.ide.settings.ExecutorSetting;
import org.filterscope.ide.settings.WorkerPreferences;
import org.filterscope.ide.settings.WorkerSettings;
import org.filterscope.ide.worker.WorkerResources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Which process a launch gets. */
@ExtendWith(NoHangingDialogs.class)
class LaunchedWorkerTest {
    @TempDir
    Path folder;
    private final List<WorkerResources> processes = new CopyOnWriteArrayList<>();
    private final WorkerPreferences preferences = new WorkerPreferences(ResourcesPlugin.getWorkspace().getRoot());
    private LaunchDriver driver;
    private IFile file;

    @BeforeEach
    void createProject() throws Exception {
        driver = new LaunchDriver(folder, resources -> {
            processes.add(resources);
            return ScriptedWorker.process();
        });
        file = driver.configuration("a", "report " + folder);
    }

    @AfterEach
    void deleteProject() throws Exception {
        driver.close();
        InstanceScope.INSTANCE.getNode(WorkerPreferences.NODE).removeNode();
    }

    @Test
    void aLaunchGetsAnotherWorkerWhenMemoryWasSetOtherwiseAndElseTheSame() throws Exception {
        launch();
        launch();
        assertEquals(List.of(WorkerResources.standard()), processes);
        preferences.save(new WorkerSettings(ExecutorSetting.AUTO, WorkerSettings.defaults().cores(), 2048));
        launch();
        launch();
        assertEquals(List.of(2048), processes.stream().skip(1).map(WorkerResources::memory).toList());
    }

    @Test
    void aLaunchGetsAnotherWorkerWhenThreadsWereSetOtherwise() throws Exception {
        final int cores = Runtime.getRuntime().availableProcessors();
        launch();
        preferences.save(new WorkerSettings(ExecutorSetting.AUTO, cores, WorkerSettings.defaults().heap()));
        launch();
        launch();
        // One core leaves no choice.
        assertEquals(cores == 1 ? List.of(1) : List.of(cores - 1, cores), processes.stream().map(WorkerResources::threads).toList());
    }

    @Test
    void whatALaunchSaysItselfComesBeforeTheSettings() throws Exception {
        final ILaunchConfigurationWorkingCopy launch = LaunchDriver.launches().add(file).getWorkingCopy();
        LaunchAttributes.setOptions(launch, new RunOptions(true, false, Optional.of(new WorkerResources(3072, 1))));
        LaunchDriver.ended(launch.doSave().launch(ILaunchManager.RUN_MODE, null));
        assertEquals(List.of(new WorkerResources(3072, 1)), processes);
    }

    @Test
    void aLaunchWithADeviceAndALimitOfItsOwnGetsThemAndTheExecutorThatIsSetForTheProcess() throws Exception {
        preferences.save(new WorkerSettings(ExecutorSetting.ND4J, 1, 1024, DeviceSetting.AUTO, 2000));
        launch();
        final ILaunchConfigurationWorkingCopy launch = LaunchDriver.launches().of(file).getFirst().getWorkingCopy();
        LaunchAttributes.setOptions(launch, new RunOptions(true, false,
                Optional.of(new WorkerResources(1024, 1, ExecutorSetting.ONNX_RUNTIME, DeviceSetting.CPU, 3000))));
        LaunchDriver.ended(launch.doSave().launch(ILaunchManager.RUN_MODE, null));
        assertEquals(List.of(new WorkerResources(1024, 1, ExecutorSetting.ND4J, DeviceSetting.AUTO, 2000),
                new WorkerResources(1024, 1, ExecutorSetting.ND4J, DeviceSetting.CPU, 3000)), processes);
    }

    private void launch() throws Exception {
        assertEquals(ExitCode.SUCCESS.value(), LaunchDriver.ended(driver.launch(file)).getExitValue());
    }
}
