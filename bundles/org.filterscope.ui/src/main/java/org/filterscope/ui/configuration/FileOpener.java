package org.filterscope.ui.configuration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.eclipse.ui.part.ISetSelectionTarget;

/** Opens files, and shows folders in the Project Explorer. What lies outside of the workspace opens, too. */
final class FileOpener {
    private final IWorkbenchPage page;

    FileOpener(final IWorkbenchPage page) {
        this.page = page;
    }

    void open(final Path target) {
        try {
            final Optional<IResource> resource = resource(target);
            if (resource.isPresent() && resource.get() instanceof final IFile file) {
                IDE.openEditor(page, file);
            } else if (resource.isPresent()) {
                show(resource.get());
            } else if (Files.isRegularFile(target)) {
                IDE.openEditorOnFileStore(page, EFS.getLocalFileSystem().getStore(target.toUri()));
            } else {
                Program.launch(target.toString());
            }
        } catch (final PartInitException e) {
            ILog.of(FileOpener.class).log(e.getStatus());
        }
    }

    private void show(final IResource resource) throws PartInitException {
        final IViewPart explorer = page.showView(ProjectExplorer.VIEW_ID);
        if (explorer instanceof final ISetSelectionTarget target) {
            target.selectReveal(new StructuredSelection(resource));
        }
    }

    private static Optional<IResource> resource(final Path target) {
        final IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        final Stream<? extends IResource> resources = Files.isDirectory(target) ? Stream.of(root.findContainersForLocationURI(target.toUri()))
                : Stream.of(root.findFilesForLocationURI(target.toUri()));
        return resources.filter(IResource::exists).map(IResource.class::cast).findFirst();
    }
}
