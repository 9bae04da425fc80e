package org.filterscope.ide;

/** Hears about diagnoses; called on any thread, with no lock held. */
public interface DiagnosisListener {

    /** There is another current report, or the current one was written anew. */
    void reportOpened(ReportLocation report);

    /** A diagnosis began or ended; {@link Diagnoses#isRunning()} tells whether one runs now. */
    void runningChanged();
}
