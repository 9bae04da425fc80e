package org.filterscope.analysis.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;

/** Works on filters side by side. Each writes what is its own; whoever sums over filters does so afterwards, in their order. */
final class FilterLoop {
    private final int threads;
    private final Progress progress;

    /** @param progress asked before every filter, advanced after */
    FilterLoop(final int threads, final Progress progress) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not %d".formatted(threads));
        }
        this.threads = threads;
        this.progress = progress;
    }

    /** @throws CancelledException when the user asked for it, or the calling thread was interrupted */
    void forEach(final int from, final int to, final IntConsumer body) {
        final AtomicInteger next = new AtomicInteger(from);
        final Runnable work = () -> {
            try {
                for (int filter = next.getAndIncrement(); filter < to; filter = next.getAndIncrement()) {
                    progress.checkCancelled();
                    body.accept(filter);
                    progress.advance(1);
                }
            } finally {
                // When one fails, the others need not go on.
                next.set(to);
            }
        };
        if (threads == 1 || to - from <= 1) {
            work.run();
            return;
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, to - from))) {
            final List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < Math.min(threads, to - from); i++) {
                running.add(pool.submit(work));
            }
            for (final Future<?> future : running) {
                await(future, next, to);
            }
        }
    }

    private static void await(final Future<?> future, final AtomicInteger next, final int to) {
        try {
            future.get();
        } catch (final InterruptedException | CancellationException e) {
            next.set(to);
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof final RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof final Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
