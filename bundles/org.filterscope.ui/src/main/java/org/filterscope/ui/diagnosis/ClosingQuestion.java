package org.filterscope.ui.diagnosis;

import java.util.concurrent.atomic.AtomicBoolean;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisListener;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.display.UiThread;

/** Asks before the workbench closes while a diagnosis runs. From the first diagnosis on, so that nothing of ours is loaded before. */
public final class ClosingQuestion implements DiagnosisListener, IWorkbenchListener {
    private final AtomicBoolean follows = new AtomicBoolean();

    @Override
    public void reportOpened(final ReportLocation report) {
        // Nothing runs because of that.
    }

    @Override
    public void runningChanged() {
        if (PlatformUI.isWorkbenchRunning() && !follows.getAndSet(true)) {
            final IWorkbench workbench = PlatformUI.getWorkbench();
            new UiThread(workbench.getDisplay()).later(() -> workbench.addWorkbenchListener(this));
        }
    }

    @Override
    public boolean preShutdown(final IWorkbench workbench, final boolean forced) {
        final Diagnoses diagnoses = workbench.getService(Diagnoses.class);
        if (!diagnoses.isRunning()) {
            return true;
        }
        if (!forced && !mayStop(workbench)) {
            return false;
        }
        diagnoses.interrupt();
        return true;
    }

    private static boolean mayStop(final IWorkbench workbench) {
        final Shell parent = workbench.getActiveWorkbenchWindow() == null ? null : workbench.getActiveWorkbenchWindow().getShell();
        return MessageDialog.open(MessageDialog.QUESTION, parent, Messages.ClosingQuestion_title, Messages.ClosingQuestion_text, 0,
                Messages.ClosingQuestion_stop, Messages.ClosingQuestion_stay) == 0;
    }

    @Override
    public void postShutdown(final IWorkbench workbench) {
        // The diagnoses were stopped before.
    }
}
