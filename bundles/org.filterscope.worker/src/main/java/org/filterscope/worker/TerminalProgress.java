package org.filterscope.worker;

import java.io.PrintWriter;

import org.filterscope.core.progress.Progress;

/** Progress as text: a bar that moves on a terminal, one line a stage elsewhere. */
final class TerminalProgress implements Progress, AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final int BAR = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private volatile boolean cancelled;
    private String task = "";
    private long total;
    private long done;
    private long drawn;
    private boolean open;

    /** @param terminal whether a carriage return moves to the start of the line */
    TerminalProgress(final PrintWriter out, final boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public synchronized void begin(final String newTask, final long steps, final double share) {
        finish();
        task = newTask;
        total = steps;
        done = 0;
        open = true;
        draw();
    }

    @Override
    public synchronized void advance(final long steps) {
        done += steps;
        if (terminal && System.nanoTime() - drawn > REDRAW_NANOS) {
            draw();
        }
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    void cancel() {
        cancelled = true;
    }

    @Override
    public void close() {
        finish();
    }

    /** Ends the line of the present stage. */
    synchronized void finish() {
        if (open && terminal) {
            draw();
            out.println();
            out.flush();
        }
        open = false;
    }

    private void draw() {
        drawn = System.nanoTime();
        if (!terminal) {
            out.println(total > 0 ? "%s (%d)".formatted(task, total) : task);
        } else if (total > 0) {
            final int filled = (int) (BAR * done / total);
            out.printf("\r%-34s [%s%s] %d of %d", task, "#".repeat(filled), " ".repeat(BAR - filled), done, total);
        } else {
            out.printf("\r%-34s", task);
        }
        out.flush();
    }
}
