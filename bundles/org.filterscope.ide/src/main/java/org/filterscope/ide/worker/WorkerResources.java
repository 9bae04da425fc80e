package org.filterscope.ide.worker;

import org.filterscope.ide.settings.DeviceSetting;
import org.filterscope.ide.settings.ExecutorSetting;
import org.filterscope.ide.settings.WorkerSettings;

/**
 * What a worker's process may take.
 *
 * @param memory   megabytes of Java heap; the native memory for feature maps comes on top
 * @param threads  native threads; where they are fewer than {@link #standard} has them, Java's are as few
 * @param executor what computes when a request does not say
 * @param device   what it computes on
 * @param limit    megabytes of all memory, the heap among them; {@link WorkerSettings#NO_LIMIT} for none
 */
public record WorkerResources(int memory, int threads, ExecutorSetting executor, DeviceSetting device, int limit) {

    /** On the CPU, without a limit. */
    public WorkerResources(final int memory, final int threads, final ExecutorSetting executor) {
        this(memory, threads, executor, DeviceSetting.CPU, WorkerSettings.NO_LIMIT);
    }

    /** With what computes left open. */
    public WorkerResources(final int memory, final int threads) {
        this(memory, threads, ExecutorSetting.AUTO);
    }

    /** What a worker gets when nobody says otherwise: one core stays free, so that the IDE answers while a diagnosis runs. */
    public static WorkerResources standard() {
        return of(WorkerSettings.defaults());
    }

    /** What a worker gets by these settings on this machine. */
    public static WorkerResources of(final WorkerSettings settings) {
        return new WorkerResources(settings.heap(), settings.threads(Runtime.getRuntime().availableProcessors()), settings.executor(),
                settings.device(), settings.limit());
    }
}
