package org.filterscope.ui.explorer;

import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IEditorLauncher;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;

/** Opens a model: its layers, in the Project Explorer. */
public final class ModelLauncher implements IEditorLauncher {

    @Override
    public void open(final IPath place) {
        final IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window == null || window.getActivePage() == null) {
            return;
        }
        Stream.of(ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(place.toFile().toURI())).filter(IFile::exists).findFirst()
                .ifPresentOrElse(file -> {
                    try {
                        if (window.getActivePage().showView(ProjectExplorer.VIEW_ID) instanceof final CommonNavigator explorer) {
                            explorer.selectReveal(new StructuredSelection(file));
                            explorer.getCommonViewer().expandToLevel(file, 1);
                        }
                    } catch (final PartInitException e) {
                        ILog.of(ModelLauncher.class).log(e.getStatus());
                    }
                }, () -> MessageDialog.openInformation(window.getShell(), Messages.ModelLauncher_title,
                        NLS.bind(Messages.ModelLauncher_outside, place.toOSString())));
    }
}
