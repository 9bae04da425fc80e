package org.filterscope.ide.launch;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.filterscope.ide.RunOptions;
import org.filterscope.ide.settings.DeviceSetting;
import org.filterscope.ide.settings.ExecutorSetting;
import org.filterscope.ide.settings.WorkerPreferences;
import org.filterscope.ide.settings.WorkerSettings;
import org.filterscope.ide.worker.WorkerResources;

/**
 * What a launch configuration holds: which file is run, and how. What the diagnosis is about stands in that file alone.
 */
public final class LaunchAttributes {
    /** The type of launch configurations, see {@code plugin.xml}. */
    public static final String TYPE = "org.filterscope.ide.modelDiagnosis";
    /** Of the processes that launches have, by which other extensions know them. */
    public static final String PROCESS_TYPE = "org.filterscope.ide.modelDiagnosis";
    private static final String CONFIGURATION = "org.filterscope.ide.configuration";
    private static final String RESUME = "org.filterscope.ide.resume";
    private static final String GATES = "org.filterscope.ide.gates";
    private static final String EXECUTOR = "org.filterscope.ide.executor";
    private static final String MEMORY = "org.filterscope.ide.memory";
    private static final String THREADS = "org.filterscope.ide.threads";
    private static final String DEVICE = "org.filterscope.ide.device";
    private static final String LIMIT = "org.filterscope.ide.limit";

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
        final Optional<WorkerResources> own = launch.hasAttribute(MEMORY) && launch.hasAttribute(THREADS) ? Optional.of(own(launch))
                : Optional.empty();
        return new RunOptions(launch.getAttribute(RESUME, standard.resume()), launch.getAttribute(GATES, standard.gates()), own);
    }

    /** Device and limit of a launch that was put down before launches had any are those that are set, as they were then. */
    private static WorkerResources own(final ILaunchConfiguration launch) throws CoreException {
        final WorkerPreferences preferences = new WorkerPreferences(ResourcesPlugin.getWorkspace().getRoot());
        final WorkerSettings set = configuration(launch).map(file -> preferences.settings(file.getProject())).orElseGet(preferences::settings);
        return new WorkerResources(launch.getAttribute(MEMORY, 0), launch.getAttribute(THREADS, 0),
                ExecutorSetting.of(launch.getAttribute(EXECUTOR, "")), DeviceSetting.of(launch.getAttribute(DEVICE, set.device().key())),
                launch.getAttribute(LIMIT, set.limit()));
    }

    /** Puts down what differs from the standard. */
    public static void setOptions(final ILaunchConfigurationWorkingCopy launch, final RunOptions options) {
        final RunOptions standard = RunOptions.standard();
        launch.setAttribute(RESUME, options.resume() == standard.resume() ? null : options.resume());
        launch.setAttribute(GATES, options.gates() == standard.gates() ? null : options.gates());
        launch.setAttribute(EXECUTOR, options.own().map(own -> own.executor().key()).orElse(null));
        launch.setAttribute(MEMORY, options.own().map(WorkerResources::memory).orElse(null));
        launch.setAttribute(THREADS, options.own().map(WorkerResources::threads).orElse(null));
        launch.setAttribute(DEVICE, options.own().map(own -> own.device().key()).orElse(null));
        launch.setAttribute(LIMIT, options.own().map(WorkerResources::limit).orElse(null));
    }
}
