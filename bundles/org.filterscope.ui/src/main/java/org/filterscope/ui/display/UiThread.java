package org.filterscope.ui.display;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Display;

/** The thread of a display, as other threads see it. */
public record UiThread(Display display) {

    /**
     * Has work done as soon as the thread has time. When the display is gone, which it may be at any moment while the workbench closes, the
     * work is left out: there is nothing to show it on.
     */
    public void later(final Runnable work) {
        try {
            display.asyncExec(work);
        } catch (final SWTException e) {
            if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw e;
            }
        }
    }
}
