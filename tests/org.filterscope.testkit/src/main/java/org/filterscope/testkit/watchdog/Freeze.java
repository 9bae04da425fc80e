package org.filterscope.testkit.watchdog;

import java.time.Duration;
import java.util.List;

/**
 * A time in which code held a thread up without a break.
 *
 * @param time  what it is charged with: the processor's time while it computed, the clock's while it waited
 * @param place the frame of that code that was seen most often
 * @param stack what the thread did when it was last seen there, the innermost frame first
 */
public record Freeze(Duration time, String place, List<StackTraceElement> stack) {

    public Freeze {
        stack = List.copyOf(stack);
    }

    @Override
    public String toString() {
        return "%d ms in %s".formatted(time.toMillis(), place);
    }
}
