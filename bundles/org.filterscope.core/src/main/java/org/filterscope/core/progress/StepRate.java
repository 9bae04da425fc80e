package org.filterscope.core.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How fast a stage goes, and how long it will still take at that speed: that of the last half minute, for pictures that were read before or a busy
 * machine change it. For one thread.
 */
public final class StepRate {
    private static final long WINDOW = Duration.ofSeconds(30).toNanos();
    private static final long APART = Duration.ofMillis(500).toNanos();
    /** Before that nothing is said: the first steps tell little. */
    private static final long LEAST = Duration.ofSeconds(3).toNanos();

    private final Deque<Sample> samples = new ArrayDeque<>();
    private String stage = "";
    private Sample last = new Sample(0, 0);

    /**
     * Takes note.
     *
     * @param task        of the stage; another one begins the count anew
     * @param done        steps of the stage
     * @param nanoseconds a clock that never goes back
     */
    public void note(final String task, final long done, final long nanoseconds) {
        if (!task.equals(stage) || done < last.done) {
            samples.clear();
            stage = task;
        }
        last = new Sample(done, nanoseconds);
        if (samples.isEmpty() || nanoseconds - samples.getLast().nanoseconds >= APART) {
            samples.addLast(last);
        }
        while (samples.size() > 2 && nanoseconds - samples.getFirst().nanoseconds > WINDOW) {
            samples.removeFirst();
        }
    }

    /** Steps a second; empty as long as that is a guess. */
    public OptionalDouble perSecond() {
        if (samples.isEmpty()) {
            return OptionalDouble.empty();
        }
        final long time = last.nanoseconds - samples.getFirst().nanoseconds;
        final long steps = last.done - samples.getFirst().done;
        return time < LEAST || steps <= 0 ? OptionalDouble.empty() : OptionalDouble.of(steps * 1e9 / time);
    }

    /**
     * How long the stage will still take.
     *
     * @param total steps of the stage
     * @return empty as long as that is a guess
     */
    public Optional<Duration> remaining(final long total) {
        final OptionalDouble rate = perSecond();
        return rate.isEmpty() ? Optional.empty()
                : Optional.of(Duration.ofSeconds((long) Math.ceil(Math.max(0, total - last.done) / rate.getAsDouble())));
    }

    private record Sample(long done, long nanoseconds) {
    }
}
