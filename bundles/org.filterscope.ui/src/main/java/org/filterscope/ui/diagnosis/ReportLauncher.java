package org.filterscope.ui.diagnosis;

import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IEditorLauncher;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

/** Opens the report that a file belongs to. */
public final class ReportLauncher implements IEditorLauncher {

    @Override
    public void open(final IPath file) {
        final IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (window != null) {
            new ReportOpener(window).openOrAsk(file.removeLastSegments(1).toPath());
        }
    }
}
