package org.filterscope.ui.settings;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.filterscope.ide.settings.ExecutorSetting;
import org.filterscope.ide.worker.GpuInquiry;
import org.filterscope.ui.display.UiThread;

/** One sentence: what GPU there is and whether it can be used. */
final class GpuLine {
    private final Label label;
    private final UiThread thread;

    GpuLine(final Composite parent) {
        label = new Label(parent, SWT.WRAP);
        thread = new UiThread(parent.getDisplay());
    }

    Control control() {
        return label;
    }

    /** Finds it out in the background. */
    void look() {
        label.setText(Messages.GpuLine_looking);
        Job.createSystem(Messages.GpuLine_looking, monitor -> {
            final String sentence = new GpuInquiry().sentence(ExecutorSetting.AUTO);
            thread.later(() -> show(sentence));
        }).schedule();
    }

    private void show(final String sentence) {
        if (!label.isDisposed()) {
            label.setText(sentence);
            label.requestLayout();
        }
    }
}
