package org.filterscope.ide.settings;

import java.util.Objects;

/**
 * How a worker is started.
 *
 * @param executor what computes
 * @param cores    that the worker may use, at most {@link #MOST_CORES}; {@link #ALL_BUT_ONE} leaves one core of the machine free, whatever it has
 * @param heap     megabytes of Java heap, from {@link #LEAST_HEAP} to {@link #MOST_HEAP}
 * @param device   what it computes on
 * @param limit    megabytes of all memory, the heap among them, at most {@link #MOST_LIMIT}; {@link #NO_LIMIT} leaves it to the worker
 */
public record WorkerSettings(ExecutorSetting executor, int cores, int heap, DeviceSetting device, int limit) {
    public static final int ALL_BUT_ONE = 0;
    public static final int MOST_CORES = 1024;
    public static final int LEAST_HEAP = 256;
    public static final int MOST_HEAP = 1 << 20;
    /** A worker that nobody limits takes four fifths of what the machine has, and refuses nothing for it. */
    public static final int NO_LIMIT = 0;
    public static final int MOST_LIMIT = 1 << 24;
    private static final int USUAL_HEAP = 1024;

    /** Numbers out of bounds are brought to the next bound: preference files can be written by hand, or come from another machine. */
    public WorkerSettings {
        Objects.requireNonNull(executor);
        Objects.requireNonNull(device);
        cores = Math.clamp(cores, ALL_BUT_ONE, MOST_CORES);
        heap = Math.clamp(heap, LEAST_HEAP, MOST_HEAP);
        limit = Math.clamp(limit, NO_LIMIT, MOST_LIMIT);
    }

    /** On the CPU, without a limit. */
    public WorkerSettings(final ExecutorSetting executor, final int cores, final int heap) {
        this(executor, cores, heap, DeviceSetting.CPU, NO_LIMIT);
    }

    /** What is used where nobody has set anything. */
    public static WorkerSettings defaults() {
        return new WorkerSettings(ExecutorSetting.AUTO, ALL_BUT_ONE, USUAL_HEAP);
    }

    /** Threads for a machine of so many cores: at least one, and never more than the machine has. */
    public int threads(final int available) {
        return Math.clamp(cores == ALL_BUT_ONE ? available - 1L : cores, 1, Math.max(1, available));
    }
}
