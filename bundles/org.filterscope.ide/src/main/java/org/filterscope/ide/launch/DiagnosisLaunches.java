package org.filterscope.ide.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchConfigurationType;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;

/** The launch configurations that run a file. */
public final class DiagnosisLaunches {
    private final ILaunchManager manager;

    public DiagnosisLaunches(final ILaunchManager manager) {
        this.manager = manager;
    }

    /** Those that there are, by name. */
    public List<ILaunchConfiguration> of(final IFile configuration) throws CoreException {
        final List<ILaunchConfiguration> launches = new ArrayList<>();
        for (final ILaunchConfiguration launch : manager.getLaunchConfigurations(type())) {
            if (LaunchAttributes.configuration(launch).equals(Optional.of(configuration))) {
                launches.add(launch);
            }
        }
        launches.sort((one, other) -> one.getName().compareTo(other.getName()));
        return launches;
    }

    /** One more, named after the file. */
    public ILaunchConfiguration add(final IFile configuration) throws CoreException {
        final String name = configuration.getFullPath().removeFileExtension().lastSegment();
        final ILaunchConfigurationWorkingCopy launch = type().newInstance(null, manager.generateLaunchConfigurationName(name));
        LaunchAttributes.setConfiguration(launch, Optional.of(configuration));
        return launch.doSave();
    }

    private ILaunchConfigurationType type() {
        return manager.getLaunchConfigurationType(LaunchAttributes.TYPE);
    }
}
