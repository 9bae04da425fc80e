package org.filterscope.ide.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.filterscope.core.protocol.CudaFolders;
import org.filterscope.core.protocol.WorkerCommand;
import org.filterscope.ide.settings.DeviceSetting;
import org.filterscope.ide.settings.ExecutorSetting;
import org.filterscope.ide.settings.WorkerPreferences;
import org.filterscope.ide.settings.WorkerSettings;

/** The worker as it is installed and set: the runtime bundle, its fragment for this platform, and the Java that the IDE runs on. */
public final class WorkerRuntime implements WorkerStarter {
    private final WorkerPreferences preferences = new WorkerPreferences(ResourcesPlugin.getWorkspace().getRoot());

    @Override
    public ProcessBuilder prepare(final WorkerResources resources) throws CoreException, IOException {
        final List<String> arguments = new ArrayList<>(List.of("serve"));
        if (resources.executor() != ExecutorSetting.AUTO) {
            arguments.addAll(List.of("--executor", resources.executor().key()));
        }
        if (resources.device() != DeviceSetting.CPU) {
            arguments.addAll(List.of("--device", resources.device().key()));
        }
        if (resources.limit() != WorkerSettings.NO_LIMIT) {
            arguments.addAll(List.of("--memory", resources.limit() + "m"));
        }
        final ProcessBuilder process = command(resources.memory(), resources.threads(), InstalledRuntime.find(),
                resources.device() != DeviceSetting.CPU).build(arguments.toArray(String[]::new));
        if (resources.threads() < WorkerResources.standard().threads()) {
            // A bound that a person has set holds for the work done in Java, too, not only for native threads.
            process.command().add(1, "-XX:ActiveProcessorCount=" + resources.threads());
        }
        return process;
    }

    @Override
    public WorkerResources resources(final Optional<Path> file) {
        return WorkerResources.of(file.map(preferences::settings).orElseGet(preferences::settings));
    }

    /** @param gpu whether a GPU may be used */
    static WorkerCommand command(final int memory, final int threads, final InstalledRuntime runtime, final boolean gpu) {
        return new WorkerCommand(java(), Runtime.version().feature(), runtime.directory(), runtime.natives(), NativesCache.directory(),
                memory, threads, gpu ? runtime.cuda() : CudaFolders.NONE);
    }

    private static Path java() {
        final String executable = Platform.OS_WIN32.equals(Platform.getOS()) ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", executable);
    }
}
