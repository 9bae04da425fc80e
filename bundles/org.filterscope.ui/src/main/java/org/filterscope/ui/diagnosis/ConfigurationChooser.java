package org.filterscope.ui.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.filterscope.ui.display.UiThread;

/** Lets a person choose one of the workspace's configurations. */
public final class ConfigurationChooser {
    private static final String EXTENSION = "filterscope";
    private static final String HELP = "org.filterscope.ui.chooseConfiguration";

    private final Shell shell;
    private boolean asking;

    public ConfigurationChooser(final Shell shell) {
        this.shell = shell;
    }

    /** Whether a file is a configuration, by its name. */
    public static boolean isConfiguration(final IFile file) {
        return EXTENSION.equals(file.getFileExtension());
    }

    /**
     * Searches in the background, then asks; does nothing while it asks already. Belongs to the UI thread; returns at once.
     *
     * @param action gets the chosen file, on the UI thread; is not called when there is none
     */
    public void choose(final Consumer<IFile> action) {
        if (asking) {
            return;
        }
        asking = true;
        final UiThread thread = new UiThread(shell.getDisplay());
        final Job search = Job.create(Messages.ConfigurationChooser_search, monitor -> {
            final List<IFile> configurations = new ArrayList<>();
            try {
                configurations.addAll(find(ResourcesPlugin.getWorkspace().getRoot()));
            } finally {
                thread.later(() -> ask(configurations, action));
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
        try {
            if (!shell.isDisposed()) {
                open(configurations).ifPresent(action);
            }
        } finally {
            asking = false;
        }
    }

    private Optional<IFile> open(final List<IFile> configurations) {
        if (configurations.isEmpty()) {
            MessageDialog.openInformation(shell, Messages.ConfigurationChooser_title, Messages.ConfigurationChooser_none);
            return Optional.empty();
        }
        final ElementListSelectionDialog dialog = new ElementListSelectionDialog(shell,
                LabelProvider.createTextProvider(file -> label((IFile) file))) {
            @Override
            protected Control createContents(final Composite parent) {
                final Control contents = super.createContents(parent);
                PlatformUI.getWorkbench().getHelpSystem().setHelp(contents, HELP);
                return contents;
            }
        };
        dialog.setTitle(Messages.ConfigurationChooser_title);
        dialog.setMessage(Messages.ConfigurationChooser_choose);
        dialog.setElements(configurations.toArray());
        dialog.setMultipleSelection(false);
        return dialog.open() == Window.OK ? Optional.of((IFile) dialog.getFirstResult()) : Optional.empty();
    }

    private static String label(final IFile file) {
        return NLS.bind(Messages.ConfigurationChooser_elsewhere, file.getName(), file.getParent().getFullPath());
    }
}
