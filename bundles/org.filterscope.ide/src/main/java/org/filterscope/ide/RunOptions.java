package org.filterscope.ide;

import org.filterscope.ide.settings.WorkerSettings;
import org.filterscope.ide.worker.WorkerResources;

/**
 * What is said of one run of a configuration, not of the configuration.
 *
 * @param resume    whether to go on with what an interrupted run has left
 * @param gates     whether the configuration's gates are decided on the report, as {@code filterscope check} does
 * @param executor  what computes: {@code auto}, {@code nd4j} or {@code onnxruntime}
 * @param resources of the worker
 */
public record RunOptions(boolean resume, boolean gates, String executor, WorkerResources resources) {
    /** The faster executor that the machine has. */
    public static final String AUTO = "auto";

    /** What a run is done with when nobody says otherwise. */
    public static RunOptions standard() {
        return new RunOptions(true, false, AUTO, WorkerResources.standard());
    }

    /** The same, with what was left at the standard as a person has set it for the workspace or the project. */
    RunOptions settled(final WorkerSettings settings) {
        final WorkerResources standard = WorkerResources.standard();
        final WorkerResources set = WorkerResources.of(settings);
        final String computing = executor.equals(AUTO) ? settings.executor().key() : executor;
        return new RunOptions(resume, gates, computing, new WorkerResources(
                resources.memory() == standard.memory() ? set.memory() : resources.memory(),
                resources.threads() == standard.threads() ? set.threads() : resources.threads(), settings.executor()));
    }
}
