package org.filterscope.ide.application;

import java.nio.file.Path;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IProjectDescription;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;

/**
 * A folder with a file {@code .project} that a workspace may take as a project, where it is.
 *
 * @param path absolute
 */
public record ExistingFolder(Path path) {

    /**
     * Does nothing when the workspace has the project already, but for opening it.
     *
     * @throws CoreException with a sentence for the user when the folder is no project, or another project has its name
     */
    public void addTo(final IWorkspace workspace) throws CoreException {
        final IProjectDescription description = description(workspace);
        final IProject project = workspace.getRoot().getProject(description.getName());
        if (!project.exists()) {
            if (!path.equals(workspace.getRoot().getLocation().append(project.getName()).toPath())) {
                description.setLocation(IPath.fromPath(path));
            }
            project.create(description, null);
        } else if (!path.equals(project.getLocation().toPath())) {
            throw new CoreException(Status.error(NLS.bind(Messages.ExistingFolder_otherProject,
                    new Object[] {path, project.getName(), project.getLocation()})));
        }
        project.open(null);
    }

    private IProjectDescription description(final IWorkspace workspace) throws CoreException {
        try {
            return workspace.loadProjectDescription(IPath.fromPath(path.resolve(IProjectDescription.DESCRIPTION_FILE_NAME)));
        } catch (final CoreException e) {
            throw new CoreException(Status.error(NLS.bind(Messages.ExistingFolder_noProject, path), e));
        }
    }
}
