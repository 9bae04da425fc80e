package org.filterscope.worker;

import org.filterscope.core.progress.Progress;
import org.filterscope.core.protocol.DiagnosisClient;
import org.filterscope.core.protocol.ProgressReport;

/** Progress sent to the client, at most a few times a second. */
final class ClientProgress implements Progress {
    private static final long INTERVAL_NANOS = 200_000_000;

    private final String run;
    private final DiagnosisClient client;
    private volatile boolean cancelled;
    private String task = "";
    private long total;
    private long done;
    private double before;
    private double share;
    private long sent;

    ClientProgress(final String run, final DiagnosisClient client) {
        this.run = run;
        this.client = client;
    }

    @Override
    public synchronized void begin(final String newTask, final long steps, final double newShare) {
        before += share;
        share = newShare;
        task = newTask;
        total = steps;
        done = 0;
        send();
    }

    @Override
    public synchronized void advance(final long steps) {
        done += steps;
        if (done == total || System.nanoTime() - sent > INTERVAL_NANOS) {
            send();
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    private void send() {
        sent = System.nanoTime();
        client.progress(new ProgressReport(run, task, done, total, before + (total > 0 ? share * done / total : 0)));
    }
}
