package org.filterscope.ui.newconfiguration;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementTreeSelectionDialog;
import org.eclipse.ui.model.BaseWorkbenchContentProvider;
import org.eclipse.ui.model.WorkbenchLabelProvider;

/**
 * Lets a person choose a file or a folder, in the workspace or in the file system.
 *
 * @param shell above which dialogs open
 */
record FileChoice(Shell shell) {

    /** @return its place in the file system; empty when the person has changed their mind */
    Optional<String> workspaceFile(final String question) {
        return inWorkspace(question, IFile.class, Messages.FileChoice_noFile);
    }

    Optional<String> workspaceFolder(final String question) {
        return inWorkspace(question, IContainer.class, Messages.FileChoice_noFolder);
    }

    /** @param extensions with their dots; others can be chosen, too */
    Optional<String> file(final List<String> extensions) {
        final FileDialog dialog = new FileDialog(shell, SWT.OPEN | SWT.SHEET);
        dialog.setFilterExtensions(new String[] {String.join(";", extensions.stream().map(extension -> "*" + extension).toList()), "*"});
        return Optional.ofNullable(dialog.open());
    }

    Optional<String> folder(final String question) {
        final DirectoryDialog dialog = new DirectoryDialog(shell, SWT.SHEET);
        dialog.setMessage(question);
        return Optional.ofNullable(dialog.open());
    }

    private Optional<String> inWorkspace(final String question, final Class<? extends IResource> kind, final String objection) {
        final ElementTreeSelectionDialog dialog = new ElementTreeSelectionDialog(shell, WorkbenchLabelProvider.getDecoratingWorkbenchLabelProvider(),
                new BaseWorkbenchContentProvider());
        dialog.setTitle(Messages.FileChoice_title);
        dialog.setMessage(question);
        dialog.setAllowMultiple(false);
        dialog.setInput(ResourcesPlugin.getWorkspace().getRoot());
        dialog.addFilter(new ViewerFilter() {
            @Override
            public boolean select(final Viewer viewer, final Object parent, final Object element) {
                return kind == IFile.class ? element instanceof final IResource resource && resource.isAccessible() : element instanceof IContainer;
            }
        });
        dialog.setValidator(chosen -> chosen.length == 1 && kind.isInstance(chosen[0]) ? Status.OK_STATUS : Status.error(objection));
        return dialog.open() == Window.OK && dialog.getFirstResult() instanceof final IResource resource
                ? Optional.ofNullable(resource.getLocation()).map(IPath::toOSString) : Optional.empty();
    }
}
