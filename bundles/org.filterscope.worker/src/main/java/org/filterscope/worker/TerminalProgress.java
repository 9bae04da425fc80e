package org.filterscope.worker;

import java.io.PrintWriter;

import org.filterscope.core.progress.StepRate;

/** Progress as text: a bar that moves on a terminal, one line a stage elsewhere. */
final class TerminalProgress extends CountedProgress implements AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final int BAR = 30;

    private final PrintWriter out;
    private final boolean terminal;
    private final StepRate rate = new StepRate();
    private boolean open;

    /** @param terminal whether a carriage return moves to the start of the line */
    TerminalProgress(final PrintWriter out, final boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    void beforeStage(final double share) {
        finish();
        open = true;
    }

    @Override
    boolean isDue(final long nanoseconds) {
        return terminal && nanoseconds > REDRAW_NANOS;
    }

    @Override
    public void close() {
        finish();
    }

    /** Ends the line of the present stage. */
    synchronized void finish() {
        if (open && terminal) {
            showNow();
            out.println();
            out.flush();
        }
        open = false;
    }

    @Override
    void show() {
        if (!terminal) {
            out.println(total() > 0 ? "%s (%d)".formatted(task(), total()) : task());
        } else if (total() > 0) {
            final int filled = (int) (BAR * done() / total());
            rate.note(task(), done(), System.nanoTime());
            final String left = done() == total() ? "" : rate.remaining(total()).map(time -> ", %d:%02d left".formatted(time.toMinutes(), time.toSecondsPart()))
                    .orElse("");
            out.printf("\r%-34s [%s%s] %-30s", task(), "#".repeat(filled), " ".repeat(BAR - filled), "%d of %d%s".formatted(done(), total(), left));
        } else {
            out.printf("\r%-34s", task());
        }
        out.flush();
    }
}
