package org.filterscope.worker;

import org.filterscope.core.MemoryLimitException;

/** How a run is given more memory, in the words of the door that its user came in by. */
enum MemoryCure {
    COMMAND_LINE("give it more (FILTERSCOPE_HEAP=%dm)", "allow more (--memory %dm, FILTERSCOPE_MEMORY), make the heap smaller (FILTERSCOPE_HEAP)",
            "give the worker more (FILTERSCOPE_HEAP=2g)"),
    IDE("give it more (Memory: %d MB, " + MemoryCure.PLACES + ")",
            "allow more (Limit of all memory: %d MB, " + MemoryCure.PLACES + "), make the heap smaller (Memory, there too)",
            "give the worker more (Memory, " + MemoryCure.PLACES + ")");

    private static final String PLACES = "in the launch configuration, the project's properties or the preferences";
    private static final String FEWER = ", or look into fewer layers at a time";

    private final String heap;
    private final String all;
    private final String full;

    MemoryCure(final String heap, final String all, final String full) {
        this.heap = heap;
        this.all = all;
        this.full = full;
    }

    /** For a run that was refused. */
    String of(final MemoryLimitException refusal) {
        return switch (refusal.bound()) {
            case HEAP -> heap.formatted(refusal.megabytes()) + FEWER;
            case ALL -> all.formatted(refusal.megabytes()) + FEWER;
        };
    }

    /** For a run that has filled Java's heap in spite of what was reckoned. */
    String ofFullHeap() {
        return full + FEWER;
    }
}
