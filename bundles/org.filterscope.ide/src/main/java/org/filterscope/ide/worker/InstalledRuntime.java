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
import org.filterscope.core.protocol.CudaFolders;
import org.filterscope.ide.Problem;
import org.osgi.framework.Bundle;

/**
 * Where the runtime bundle and its fragments for this platform are installed.
 *
 * @param directory with {@code lib} and the flags to start the worker
 * @param natives   the same for the platform's native libraries
 * @param cuda      the optional fragments for GPUs, as far as they are installed
 */
public record InstalledRuntime(Path directory, Path natives, CudaFolders cuda) {
    private static final String RUNTIME = "org.filterscope.runtime";

    /** @throws CoreException with a sentence for the user when one of the two is not installed, or not as a folder */
    public static InstalledRuntime find() throws CoreException {
        final Bundle runtime = Platform.getBundle(RUNTIME);
        if (runtime == null) {
            throw missingPlatform(RUNTIME);
        }
        final String platform = "%s.%s".formatted(Platform.getOS(), Platform.getOSArch());
        final Bundle natives = fragment(runtime, RUNTIME + "." + platform).orElseThrow(() -> missingPlatform(RUNTIME + "." + platform));
        final CudaFolders cuda = new CudaFolders(
                fragment(runtime, "%s.cuda.%s".formatted(RUNTIME, platform)).flatMap(InstalledRuntime::folder)
                        .map(folder -> folder.resolve("lib/onnxruntime")),
                fragment(runtime, "%s.nd4jcuda.%s".formatted(RUNTIME, platform)).flatMap(InstalledRuntime::folder)
                        .map(folder -> folder.resolve("lib")));
        return new InstalledRuntime(directory(runtime), directory(natives), cuda);
    }

    private static Optional<Bundle> fragment(final Bundle runtime, final String name) {
        return Stream.ofNullable(Platform.getFragments(runtime)).flatMap(Stream::of)
                .filter(candidate -> name.equals(candidate.getSymbolicName())).findFirst();
    }

    private static Path directory(final Bundle bundle) throws CoreException {
        return folder(bundle).orElseThrow(
                () -> Problem.WORKER_INCOMPLETE.exception(NLS.bind(Messages.InstalledRuntime_missingRuntime, bundle.getSymbolicName()), null));
    }

    private static Optional<Path> folder(final Bundle bundle) {
        return FileLocator.getBundleFileLocation(bundle).map(File::toPath).filter(Files::isDirectory);
    }

    private static CoreException missingPlatform(final String plugin) {
        return Problem.WORKER_INCOMPLETE.exception(
                NLS.bind(Messages.InstalledRuntime_missingPlatform, new Object[] {Platform.getOS(), Platform.getOSArch(), plugin}), null);
    }
}
