package org.filterscope.testkit.watchdog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Consecutive sightings of the same code in one piece of work. */
final class Span {
    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<StackTraceElement, Integer> places = new LinkedHashMap<>();
    private final Map<StackTraceElement, List<StackTraceElement>> stacks = new LinkedHashMap<>();

    /** Whether a sighting of the code belongs to this span. */
    boolean isGoingOn(final Sighting next) {
        return sightings.isEmpty() || next.turn() != Long.MIN_VALUE && sightings.getLast().turn() == next.turn();
    }

    /** @param seen in which there is the code */
    void add(final Sighting seen, final Predicate<StackTraceElement> loop, final Predicate<StackTraceElement> code) {
        sightings.add(seen);
        final StackTraceElement place = seen.place(loop, code).orElseThrow();
        places.merge(place, 1, Integer::sum);
        stacks.put(place, seen.work(loop));
    }

    long nanoseconds() {
        long sum = 0;
        for (int i = 1; i < sightings.size(); i++) {
            sum += sightings.get(i).since(sightings.get(i - 1));
        }
        return sum;
    }

    Optional<Freeze> freeze(final Duration limit) {
        final Duration time = Duration.ofNanos(nanoseconds());
        return time.compareTo(limit) <= 0 ? Optional.empty()
                : places.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                        .map(place -> new Freeze(time, place.toString(), stacks.get(place)));
    }
}
