package org.filterscope.ide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.DirectoryTree;

/** A project that the workspace is about to get, with a folder that is written already. Whoever uses it has locked the workspace. */
record NewProject(IProject project) {

    /**
     * Moves the folder into the workspace and makes it a project. When that fails or is cancelled, there is neither folder nor project.
     *
     * @param written on the workspace's disk
     */
    void create(final Path written, final IProgressMonitor monitor) throws CoreException {
        final Path folder = project.getWorkspace().getRoot().getLocation().append(project.getName()).toPath();
        if (project.exists()) {
            throw Problem.PROJECT_NOT_CREATED.exception(NLS.bind(Messages.ExampleJob_projectExists, project.getName()), null);
        }
        if (Files.exists(folder)) {
            throw Problem.PROJECT_NOT_CREATED.exception(NLS.bind(Messages.ExampleJob_folderExists, folder), null);
        }
        final SubMonitor progress = SubMonitor.convert(monitor, 3);
        try {
            Files.move(written, folder);
        } catch (final IOException e) {
            throw notCreated(e);
        }
        boolean created = false;
        try {
            project.create(progress.split(1));
            project.open(progress.split(1));
            project.refreshLocal(IResource.DEPTH_INFINITE, progress.split(1));
            created = true;
        } finally {
            if (!created) {
                undo(folder);
            }
        }
    }

    private void undo(final Path folder) throws CoreException {
        if (project.exists()) {
            project.delete(IResource.ALWAYS_DELETE_PROJECT_CONTENT | IResource.FORCE, null);
        }
        try {
            DirectoryTree.delete(folder);
        } catch (final IOException e) {
            throw notCreated(e);
        }
    }

    private CoreException notCreated(final IOException cause) {
        return Problem.PROJECT_NOT_CREATED.exception(NLS.bind(Messages.ExampleJob_notCreated, project.getName(), cause.getMessage()), cause);
    }
}
