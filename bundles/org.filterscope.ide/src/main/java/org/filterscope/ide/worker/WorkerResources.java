package org.filterscope.ide.worker;

/**
 * What a worker's process may take.
 *
 * @param memory  megabytes of Java heap; the native memory for feature maps comes on top
 * @param threads native threads
 */
public record WorkerResources(int memory, int threads) {
    private static final int MEMORY = 1024;

    /** What a worker gets when nobody says otherwise: one core stays free, so that the IDE answers while a diagnosis runs. */
    public static WorkerResources standard() {
        return new WorkerResources(MEMORY, Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
    }
}
