package org.filterscope.ui.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugModelPresentation;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IConsoleConstants;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.filterscope.ide.launch.DiagnosisLaunches;
import org.filterscope.ui.scores.FilterScoresView;

/** Launches a diagnosis because a person asked for it. */
public final class DiagnosisStarter {
    /** The platform never raises a view over the active one of its stack. */
    private static final Set<String> WATCHED = Set.of(IPageLayout.ID_PROGRESS_VIEW, IConsoleConstants.ID_CONSOLE_VIEW);

    private final IWorkbenchWindow window;

    /** @param window where the person asks */
    public DiagnosisStarter(final IWorkbenchWindow window) {
        this.window = window;
    }

    /**
     * Launches the file's launch configuration, a new one if it has none; of several the person chooses one. Belongs to the UI thread; returns at
     * once.
     */
    public void start(final IFile configuration) {
        try {
            final DiagnosisLaunches launches = new DiagnosisLaunches(DebugPlugin.getDefault().getLaunchManager());
            final List<ILaunchConfiguration> known = launches.of(configuration);
            final Optional<ILaunchConfiguration> chosen = known.isEmpty() ? Optional.of(launches.add(configuration)) : choose(known);
            chosen.ifPresent(launch -> DebugUITools.launch(launch, ILaunchManager.RUN_MODE));
        } catch (final CoreException e) {
            ErrorDialog.openError(window.getShell(), Messages.ConfigurationChooser_title, null, e.getStatus());
        }
    }

    private Optional<ILaunchConfiguration> choose(final List<ILaunchConfiguration> known) {
        if (known.size() == 1) {
            return Optional.of(known.getFirst());
        }
        final IDebugModelPresentation labels = DebugUITools.newDebugModelPresentation();
        try {
            final ElementListSelectionDialog dialog = new ElementListSelectionDialog(window.getShell(), labels);
            dialog.setElements(known.toArray());
            dialog.setTitle(Messages.ConfigurationChooser_title);
            dialog.setMessage(Messages.DiagnosisStarter_choose);
            dialog.setMultipleSelection(false);
            return dialog.open() == Window.OK ? Optional.of((ILaunchConfiguration) dialog.getFirstResult()) : Optional.empty();
        } finally {
            labels.dispose();
        }
    }

    /**
     * Brings the view to the top and leaves the focus where the person works; who has watched the progress or the Console has come to its end and
     * goes on to the report. Does nothing when the window is closed by now.
     */
    void showScores() {
        if (!PlatformUI.isWorkbenchRunning() || window.getShell() == null || window.getActivePage() == null) {
            return;
        }
        try {
            final IWorkbenchPage page = window.getActivePage();
            final IWorkbenchPart active = page.getActivePart();
            final boolean watched = active != null && WATCHED.contains(active.getSite().getId());
            page.showView(FilterScoresView.ID, null, watched ? IWorkbenchPage.VIEW_ACTIVATE : IWorkbenchPage.VIEW_VISIBLE);
        } catch (final PartInitException e) {
            ILog.of(DiagnosisStarter.class).log(e.getStatus());
        }
    }
}
