package org.filterscope.ide.worker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Finds out that a worker is stuck. It counts looks and not the time between them, for a machine that sleeps looks at nothing. For one thread.
 */
final class WorkerPulse {
    /** Of a look's time: a process that waits computes less. */
    private static final double LEAST_WORK = 0.02;

    private final Patience patience;
    private final Supplier<CompletableFuture<?>> greeting;
    private final Supplier<Optional<Duration>> computed;
    private CompletableFuture<?> sign = CompletableFuture.completedFuture(null);
    private Optional<Duration> before = Optional.empty();
    private long reports;
    private int silent;
    private int idle;

    /**
     * @param greeting asks for a sign of life
     * @param computed the processors' time that the process has taken; empty where the system does not tell
     */
    WorkerPulse(final Patience patience, final Supplier<CompletableFuture<?>> greeting, final Supplier<Optional<Duration>> computed) {
        this.patience = patience;
        this.greeting = greeting;
        this.computed = computed;
    }

    /**
     * Looks at a worker.
     *
     * @param owes     whether it owes an answer: if not, it may rest
     * @param reported how often it has told its progress so far
     */
    Verdict look(final boolean owes, final long reported) {
        final Optional<Duration> now = computed.get();
        if (!owes) {
            silent = 0;
            idle = 0;
        } else {
            if (sign.isDone()) {
                silent = 0;
                sign = greeting.get();
            } else {
                silent++;
            }
            final boolean works = reported != reports || now.isEmpty() || before.isEmpty()
                    || now.get().minus(before.get()).toNanos() > LEAST_WORK * patience.look().toNanos();
            idle = works ? 0 : idle + 1;
        }
        reports = reported;
        before = now;
        return silent >= patience.silentLooks() ? Verdict.SILENT : idle >= patience.idleLooks() ? Verdict.IDLE : Verdict.WELL;
    }

    /** What a look says. */
    enum Verdict {
        WELL, SILENT, IDLE
    }
}
