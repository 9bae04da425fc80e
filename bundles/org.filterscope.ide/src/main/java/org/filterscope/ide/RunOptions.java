package org.filterscope.ide;

import java.util.Optional;

import org.filterscope.ide.worker.WorkerResources;

/**
 * What is said of one run of a configuration, not of the configuration.
 *
 * @param resume whether to go on with what an interrupted run has left
 * @param gates  whether the configuration's gates are decided on the report, as {@code filterscope check} does
 * @param own    what computes, with how much of the machine; empty for what is set for the workspace or the project
 */
public record RunOptions(boolean resume, boolean gates, Optional<WorkerResources> own) {

    /** What a run is done with when nobody says otherwise. */
    public static RunOptions standard() {
        return new RunOptions(true, false, Optional.empty());
    }
}
