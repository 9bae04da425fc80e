package org.filterscope.ide;

import java.nio.file.Path;

/**
 * Hears about diagnoses. Called on any thread, most often that of a running diagnosis, which keeps its scheduling rule and so the diagnoses
 * behind it waiting: a listener returns at once and waits for no job and no other thread.
 */
public interface DiagnosisListener {

    /** There is another current report, or the current one was written anew. */
    void reportOpened(ReportLocation report);

    /** A diagnosis began or ended; {@link Diagnoses#isRunning()} tells whether one runs now. */
    void runningChanged();

    /** A person has said something else of a filter of a report; most listeners do not care. */
    default void namesChanged(final Path report) {
    }

    /** The Problems view has the findings of a report. */
    default void findingsMarked() {
    }
}
