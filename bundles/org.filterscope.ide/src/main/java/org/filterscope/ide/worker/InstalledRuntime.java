package org.filterscope.ide.worker;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.util.NLS;
import org.filterscope.ide.Problem;
import org.osgi.framework.Bundle;

/**
 * Where the runtime bundle and its fragment for this platform are installed.
 *
 * @param directory with {@code lib} and the flags to start the worker
 * @param natives   the same for the platform's native libraries
 */
public record InstalledRuntime(Path directory, Path natives) {
    private static final String RUNTIME = "org.filterscope.runtime";

    /** @throws CoreException with a sentence for the user when one of the two is not installed, or not as a folder */
    public static InstalledRuntime find() throws CoreException {
        final Bundle runtime = Platform.getBundle(RUNTIME);
        if (runtime == null) {
            throw missingPlatform(RUNTIME);
        }
        final String fragment = "%s.%s.%s".formatted(RUNTIME, Platform.getOS(), Platform.getOSArch());
        final Bundle natives = Stream.ofNullable(Platform.getFragments(runtime)).flatMap(Stream::of)
                .filter(candidate -> fragment.equals(candidate.getSymbolicName())).findFirst()
                .orElseThrow(() -> missingPlatform(fragment));
        return new InstalledRuntime(directory(runtime), directory(natives));
    }

    private static Path directory(final Bundle bundle) throws CoreException {
        final Optional<File> location = FileLocator.getBundleFileLocation(bundle);
        return location.map(File::toPath).filter(Files::isDirectory).orElseThrow(
                () -> Problem.WORKER_INCOMPLETE.exception(NLS.bind(Messages.InstalledRuntime_missingRuntime, bundle.getSymbolicName()), null));
    }

    private static CoreException missingPlatform(final String plugin) {
        return Problem.WORKER_INCOMPLETE.exception(
                NLS.bind(Messages.InstalledRuntime_missingPlatform, new Object[] {Platform.getOS(), Platform.getOSArch(), plugin}), null);
    }
}
