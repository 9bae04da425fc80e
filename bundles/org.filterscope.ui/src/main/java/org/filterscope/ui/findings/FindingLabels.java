package org.filterscope.ui.findings;

import org.eclipse.ui.PlatformUI;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisListener;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.display.UiThread;

/** Has model files' labels drawn anew when a diagnosis has found something. */
public final class FindingLabels implements DiagnosisListener {
    private static final FindingLabels ONE = new FindingLabels();

    private FindingLabels() {
    }

    /** From now on; to say it again has no effect. */
    public static void follow(final Diagnoses diagnoses) {
        diagnoses.addListener(ONE);
    }

    @Override
    public void reportOpened(final ReportLocation report) {
        // The findings are marked a little later.
    }

    @Override
    public void runningChanged() {
        // Says nothing of findings.
    }

    @Override
    public void findingsMarked() {
        if (PlatformUI.isWorkbenchRunning()) {
            new UiThread(PlatformUI.getWorkbench().getDisplay()).later(() -> {
                if (PlatformUI.isWorkbenchRunning()) {
                    PlatformUI.getWorkbench().getDecoratorManager().update(FindingDecorator.ID);
                }
            });
        }
    }
}
