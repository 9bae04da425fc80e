package org.filterscope.testkit.watchdog;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a thread was seen doing at one moment.
 *
 * @param turn    tells which piece of work it was at, where the thread does one after the other
 * @param clock   nanoseconds by the clock
 * @param cpu     nanoseconds of the processor's that the thread has used so far
 * @param waiting whether it waited for something, rather than computed or was about to
 * @param stack   the innermost frame first
 */
record Sighting(long turn, long clock, long cpu, boolean waiting, List<StackTraceElement> stack) {

    /** The frames of the work at hand: those of an event loop, and of what is around it, are left out. */
    List<StackTraceElement> work(final Predicate<StackTraceElement> loop) {
        return stack.stream().takeWhile(loop.negate()).toList();
    }

    /** The innermost frame of some code in the work at hand. */
    Optional<StackTraceElement> place(final Predicate<StackTraceElement> loop, final Predicate<StackTraceElement> code) {
        return work(loop).stream().filter(code).findFirst();
    }

    /** Nanoseconds that the time since an earlier sighting counts. */
    long since(final Sighting earlier) {
        return waiting && earlier.waiting ? clock - earlier.clock : cpu - earlier.cpu;
    }
}
