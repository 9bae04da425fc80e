package org.filterscope.worker;

import org.filterscope.core.protocol.DiagnosisClient;
import org.filterscope.core.protocol.ProgressReport;

/** Progress sent to the client, at most a few times a second. */
final class ClientProgress extends CountedProgress {
    private static final long INTERVAL_NANOS = 200_000_000;

    private final String run;
    private final DiagnosisClient client;
    private double before;
    private double share;

    ClientProgress(final String run, final DiagnosisClient client) {
        this.run = run;
        this.client = client;
    }

    @Override
    void beforeStage(final double newShare) {
        before += share;
        share = newShare;
    }

    @Override
    boolean isDue(final long nanoseconds) {
        return done() == total() || nanoseconds > INTERVAL_NANOS;
    }

    @Override
    void show() {
        final double whole = before + (total() > 0 ? share * done() / total() : 0);
        client.progress(new ProgressReport(run, task(), done(), total(), whole));
    }
}
