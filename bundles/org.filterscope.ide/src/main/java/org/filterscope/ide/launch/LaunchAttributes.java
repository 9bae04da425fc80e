package org.filterscope.ide.launch;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.filterscope.ide.RunOptions;
import org.filterscope.ide.worker.WorkerResources;

/**
 * What a launch configuration holds: which file is run, and how. What the diagnosis is about stands in that file alone.
 */
public final class LaunchAttributes {
    /** The type of launch configurations, see {@code plugin.xml}. */
    public static final String TYPE = "org.filterscope.ide.modelDiagnosis";
    /** Of the processes that launches have, by which other extensions know them. */
    public static final String PROCESS_TYPE = "org.filterscope.ide.modelDiagnosis";
    /** What computes, as {@link RunOptions#executor()}. */
    public static final List<String> EXECUTORS = List.of(RunOptions.AUTO, "onnxruntime", "nd4j");
    private static final String CONFIGURATION = "org.filterscope.ide.configuration";
    private static final String RESUME = "org.filterscope.ide.resume";
    private static final String GATES = "org.filterscope.ide.gates";
    private static final String EXECUTOR = "org.filterscope.ide.executor";
    private static final String MEMORY = "org.filterscope.ide.memory";
    private static final String THREADS = "org.filterscope.ide.threads";

    private LaunchAttributes() {
    }

    /** The file that is run; empty when none is chosen. It need not exist. */
    public static Optional<IFile> configuration(final ILaunchConfiguration launch) throws CoreException {
        final IPath path = IPath.fromPortableString(launch.getAttribute(CONFIGURATION, ""));
        return path.segmentCount() < 2 ? Optional.empty() : Optional.of(ResourcesPlugin.getWorkspace().getRoot().getFile(path));
    }

    /** Puts down the file that is run, and that the platform offers this launch on it. */
    public static void setConfiguration(final ILaunchConfigurationWorkingCopy launch, final Optional<IFile> configuration) {
        launch.setAttribute(CONFIGURATION, configuration.map(file -> file.getFullPath().toPortableString()).orElse(null));
        launch.setMappedResources(configuration.map(file -> new IResource[] {file}).orElse(null));
    }

    public static RunOptions options(final ILaunchConfiguration launch) throws CoreException {
        final RunOptions standard = RunOptions.standard();
        return new RunOptions(launch.getAttribute(RESUME, standard.resume()), launch.getAttribute(GATES, standard.gates()),
                launch.getAttribute(EXECUTOR, standard.executor()), new WorkerResources(launch.getAttribute(MEMORY, standard.resources().memory()),
                        launch.getAttribute(THREADS, standard.resources().threads())));
    }

    /** Puts down what differs from the standard, so that a launch that is shared fits machines with other numbers of processors. */
    public static void setOptions(final ILaunchConfigurationWorkingCopy launch, final RunOptions options) {
        final RunOptions standard = RunOptions.standard();
        launch.setAttribute(RESUME, options.resume() == standard.resume() ? null : options.resume());
        launch.setAttribute(GATES, options.gates() == standard.gates() ? null : options.gates());
        launch.setAttribute(EXECUTOR, options.executor().equals(standard.executor()) ? null : options.executor());
        final WorkerResources resources = options.resources();
        launch.setAttribute(MEMORY, resources.memory() == standard.resources().memory() ? null : Integer.valueOf(resources.memory()));
        launch.setAttribute(THREADS, resources.threads() == standard.resources().threads() ? null : Integer.valueOf(resources.threads()));
    }
}
