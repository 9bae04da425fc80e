package org.filterscope.benchmark;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/** What something took, in nanoseconds: on the clock, and of all processors together, which a busy machine disturbs less. */
record Cost(long wall, long processors) {
    static final Cost NONE = new Cost(0, 0);
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final double MILLISECOND = 1e6;

    /** Something to be measured. */
    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    /**
     * The least of several rounds; both numbers for themselves. After five seconds of processor time no round begins.
     *
     * @param most rounds
     */
    static Cost least(final int most, final Task task) throws Exception {
        final long enough = 5_000_000_000L;
        Cost least = new Cost(Long.MAX_VALUE, Long.MAX_VALUE);
        final Cost begun = now();
        for (int round = 0; round < most && now().since(begun).processors < enough; round++) {
            final Cost start = now();
            task.run();
            least = least.least(now().since(start));
        }
        return least;
    }

    static Cost now() {
        return new Cost(System.nanoTime(), SYSTEM.getProcessCpuTime());
    }

    Cost since(final Cost start) {
        return new Cost(wall - start.wall, processors - start.processors);
    }

    Cost without(final Cost other) {
        return new Cost(Math.max(0, wall - other.wall), Math.max(0, processors - other.processors));
    }

    Cost and(final Cost other) {
        return new Cost(wall + other.wall, processors + other.processors);
    }

    Cost least(final Cost other) {
        return new Cost(Math.min(wall, other.wall), Math.min(processors, other.processors));
    }

    /** For a line: milliseconds on the clock, and multiples of something else. */
    String beside(final Cost pass) {
        return "%9.1f ms, %7.2f of the pass by the clock, %7.2f by processor time".formatted(wall / MILLISECOND, (double) wall / pass.wall,
                (double) processors / pass.processors);
    }
}
