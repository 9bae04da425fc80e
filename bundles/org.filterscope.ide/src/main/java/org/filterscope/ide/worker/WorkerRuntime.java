package org.filterscope.ide.worker;

import java.io.IOException;
import java.nio.file.Path;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.filterscope.core.protocol.WorkerCommand;

/** The worker as it is installed: the runtime bundle, its fragment for this platform, and the Java that the IDE runs on. */
public final class WorkerRuntime implements WorkerStarter {
    @Override
    public ProcessBuilder prepare(final WorkerResources resources) throws CoreException, IOException {
        return command(resources).build("serve");
    }

    private static WorkerCommand command(final WorkerResources resources) throws CoreException {
        final InstalledRuntime runtime = InstalledRuntime.find();
        return new WorkerCommand(java(), Runtime.version().feature(), runtime.directory(), runtime.natives(), NativesCache.directory(),
                resources.memory(), resources.threads());
    }

    private static Path java() {
        final String executable = Platform.OS_WIN32.equals(Platform.getOS()) ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", executable);
    }
}
