package org.filterscope.ide.settings;

import java.util.Optional;

import org.eclipse.osgi.util.NLS;

/**
 * The two numbers about a worker's memory, which a person may set so that no run can go well.
 *
 * @param heap  megabytes of Java heap
 * @param limit megabytes of all memory; {@link WorkerSettings#NO_LIMIT} for none
 */
public record WorkerMemory(int heap, int limit) {

    /**
     * What is wrong with them, in one sentence for the user, short enough for the head of a page of preferences. What a run needs beside the heap is
     * known when its network is.
     */
    public Optional<String> problem() {
        return limit == WorkerSettings.NO_LIMIT || limit > heap ? Optional.empty()
                : Optional.of(NLS.bind(Messages.WorkerMemory_heapTooLarge, Integer.toString(heap)));
    }
}
