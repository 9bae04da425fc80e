package org.filterscope.ui.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;

/** Lets a person choose one of the workspace's configurations. */
public final class ConfigurationChooser {
    private static final String EXTENSION = "filterscope";

    private final Shell shell;

    public ConfigurationChooser(final Shell shell) {
        this.shell = shell;
    }

    static boolean isConfiguration(final IFile file) {
        return EXTENSION.equals(file.getFileExtension());
    }

    /**
     * Searches in the background, then asks. Belongs to the UI thread; returns at once.
     *
     * @param action gets the chosen file, on the UI thread; is not called when there is none
     */
    public void choose(final Consumer<IFile> action) {
        final Job search = Job.create(Messages.ConfigurationChooser_search, monitor -> {
            final List<IFile> configurations = find(ResourcesPlugin.getWorkspace().getRoot());
            if (!shell.isDisposed()) {
                shell.getDisplay().asyncExec(() -> ask(configurations, action));
            }
        });
        search.setSystem(true);
        search.schedule();
    }

    private static List<IFile> find(final IWorkspaceRoot root) throws CoreException {
        final List<IFile> found = new ArrayList<>();
        root.accept(proxy -> {
            if (proxy.isDerived()) {
                return false;
            }
            if (proxy.getType() == IResource.FILE && proxy.getName().endsWith("." + EXTENSION)) {
                found.add((IFile) proxy.requestResource());
            }
            return true;
        }, IResource.NONE);
        return found;
    }

    private void ask(final List<IFile> configurations, final Consumer<IFile> action) {
        if (shell.isDisposed()) {
            return;
        }
        if (configurations.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.ConfigurationChooser_title, Messages.ConfigurationChooser_none);
            return;
        }
        final ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell,
                LabelProvider.createTextProvider(file -> label((IFile) file)));
        dialog.setTitle(Messages.ConfigurationChooser_title);
        dialog.setMessage(Messages.ConfigurationChooser_choose);
        dialog.setElements(configurations.toArray());
        dialog.setMultipleSelection(false);
        if (dialog.open() == Window.OK) {
            action.accept((IFile) dialog.getFirstResult());
        }
    }

    private static String label(final IFile file) {
        return NLS.bind(Messages.ConfigurationChooser_elsewhere, file.getName(), file.getParent().getFullPath());
    }
}
