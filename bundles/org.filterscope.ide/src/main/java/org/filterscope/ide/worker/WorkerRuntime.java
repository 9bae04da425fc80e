package org.filterscope.ide.worker;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.WorkerCommand;
import org.filterscope.ide.Problem;
import org.osgi.framework.Bundle;

/** The worker as it is installed: the runtime bundle, its fragment for this platform, and the Java that the IDE runs on. */
public final class WorkerRuntime implements WorkerStarter {
    private static final String RUNTIME = "org.filterscope.runtime";
    private static final int HEAP_MEGABYTES = 1024;

    @Override
    public ProcessBuilder prepare() throws CoreException, IOException {
        return command().build("serve");
    }

    private static WorkerCommand command() throws CoreException {
        final Bundle runtime = Platform.getBundle(RUNTIME);
        if (runtime == null) {
            throw missingPlatform(RUNTIME);
        }
        final String fragment = "%s.%s.%s".formatted(RUNTIME, Platform.getOS(), Platform.getOSArch());
        final Bundle natives = Stream.ofNullable(Platform.getFragments(runtime)).flatMap(Stream::of)
                .filter(candidate -> fragment.equals(candidate.getSymbolicName())).findFirst()
                .orElseThrow(() -> missingPlatform(fragment));
        return new WorkerCommand(java(), Runtime.version().feature(), directory(runtime), directory(natives), NativesCache.directory(),
                HEAP_MEGABYTES, threads());
    }

    private static Path java() {
        final String executable = Platform.OS_WIN32.equals(Platform.getOS()) ? "java.exe" : "java";
        return Path.of(System.getProperty("java.home"), "bin", executable);
    }

    /** One core stays free, so that the IDE answers while a diagnosis runs. */
    private static int threads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    private static Path directory(final Bundle bundle) throws CoreException {
        final Optional<File> location = FileLocator.getBundleFileLocation(bundle);
        return location.map(File::toPath).filter(Files::isDirectory).orElseThrow(
                () -> Problem.WORKER_INCOMPLETE.exception(NLS.bind(Messages.WorkerRuntime_missingRuntime, bundle.getSymbolicName()), null));
    }

    private static CoreException missingPlatform(final String plugin) {
        return Problem.WORKER_INCOMPLETE.exception(
                NLS.bind(Messages.WorkerRuntime_missingPlatform, new Object[] {Platform.getOS(), Platform.getOSArch(), plugin}), null);
    }
}
