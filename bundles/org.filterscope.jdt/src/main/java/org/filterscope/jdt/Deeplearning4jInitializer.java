package org.filterscope.jdt;

import java.io.IOException;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.jdt.core.ClasspathContainerInitializer;
import org.eclipse.jdt.core.IClasspathContainer;
import org.eclipse.jdt.core.IJavaProject;
import org.eclipse.jdt.core.JavaCore;
import org.eclipse.osgi.util.NLS;
import org.filterscope.ide.worker.InstalledRuntime;

/**
 * Gives Java projects the Deeplearning4j that Filterscope carries, so that the example project compiles and runs as it is. When a part is
 * missing the container stays unbound, which the Java development tools mark on the project.
 */
public final class Deeplearning4jInitializer extends ClasspathContainerInitializer {

    @Override
    public void initialize(final IPath path, final IJavaProject project) throws CoreException {
        try {
            final IClasspathContainer container = new Deeplearning4jContainer(path, new Deeplearning4jJars(InstalledRuntime.find()).find());
            JavaCore.setClasspathContainer(path, new IJavaProject[] {project}, new IClasspathContainer[] {container}, null);
        } catch (final IOException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.Deeplearning4jInitializer_incomplete, e.getMessage()), e));
        }
    }

    @Override
    public String getDescription(final IPath path, final IJavaProject project) {
        return Messages.Deeplearning4jContainer_description;
    }
}
