package org.filterscope.testkit.watchdog;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Looks at a thread about every ten milliseconds and puts down when certain code holds it up. Consecutive sightings of that code in one piece of work
 * are one span. A span is charged with the processor's time while the thread computes, because on a busy machine the clock would charge it with what
 * other programs do, and with the clock's time while it waits: for a lock, another thread, a sleep. What is missed is a native call that blocks
 * without using the processor, such as reading from a slow disk. A span ends up to one look late or early.
 */
public final class Watchdog {
    private static final long LOOK_MILLISECONDS = 10;

    private final Thread watched;
    private final LongSupplier turn;
    private final Predicate<StackTraceElement> loop;
    private final Predicate<StackTraceElement> code;
    private final Duration limit;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Freeze> freezes = new CopyOnWriteArrayList<>();
    private final Thread sampler = new Thread(this::watch, "Watchdog");
    private volatile long longest;
    private volatile boolean ended;

    /**
     * Begins to watch.
     *
     * @param turn  a number that changes when the thread goes on to another piece of work; called on the watchdog's thread
     * @param loop  frames of an event loop and the like: what is around them has nothing to do with the work at hand
     * @param code  the frames that are looked for
     * @param limit a longer span is a freeze
     */
    public Watchdog(final Thread watched, final LongSupplier turn, final Predicate<StackTraceElement> loop, final Predicate<StackTraceElement> code,
            final Duration limit) {
        this.watched = watched;
        this.turn = turn;
        this.loop = loop;
        this.code = code;
        this.limit = limit;
        sampler.setDaemon(true);
        sampler.setPriority(Thread.MAX_PRIORITY);
        sampler.start();
    }

    /** The longest span of the code that was seen, freeze or not. */
    public Duration longest() {
        return Duration.ofNanos(longest);
    }

    private void watch() {
        Span span = new Span();
        while (!ended && watched.isAlive()) {
            final Sighting seen = look();
            final boolean there = seen.place(loop, code).isPresent();
            if (!there || !span.isGoingOn(seen)) {
                end(span);
                span = new Span();
            }
            if (there) {
                span.add(seen, loop, code);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
            } catch (final InterruptedException e) {
                break;
            }
        }
        end(span);
    }

    private void end(final Span span) {
        longest = Math.max(longest, span.nanoseconds());
        span.freeze(limit).ifPresent(freezes::add);
    }

    /** The turn is asked for before and after: a stack may belong to either side of a change, which then is a turn of its own. */
    private Sighting look() {
        final long before = turn.getAsLong();
        final StackTraceElement[] stack = watched.getStackTrace();
        final Thread.State state = watched.getState();
        final long cpu = threads.getThreadCpuTime(watched.threadId());
        final long after = turn.getAsLong();
        return new Sighting(before == after ? before : Long.MIN_VALUE, System.nanoTime(), cpu, state != Thread.State.RUNNABLE, List.of(stack));
    }

    /** Ends the watch. Returns what was found, in the order of time. */
    public List<Freeze> end() throws InterruptedException {
        ended = true;
        sampler.join();
        return List.copyOf(freezes);
    }
}
