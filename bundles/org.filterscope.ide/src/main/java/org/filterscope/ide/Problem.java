package org.filterscope.ide;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;

/** What can go wrong with a diagnosis, or with the example project. The numbers are those of the {@link IStatus} and never change their meaning. */
public enum Problem {
    /** The parts of the worker for this platform are not installed. */
    WORKER_INCOMPLETE(5100),
    /** The worker's process cannot be started, or does not answer. */
    WORKER_NOT_STARTED(5101),
    /** The worker's process ended in the middle of a run. */
    WORKER_LOST(5102),
    /** The worker's process gives no sign of life, or does nothing, in the middle of a run. */
    WORKER_STUCK(5103),
    /** The configuration file was deleted, or does not lie on this machine's disks. */
    CONFIGURATION_UNREACHABLE(5200),
    /** The configuration, or something that it names, cannot be used. */
    INVALID_INPUT(5201),
    /** The worker ran out of memory. */
    OUT_OF_MEMORY(5202),
    /** The diagnosis failed by a fault of Filterscope. */
    DIAGNOSIS_FAILED(5203),
    /** A model could not be inspected by a fault of Filterscope. */
    INSPECTION_FAILED(5204),
    /** The workspace cannot take the example project under the name that was chosen. */
    PROJECT_NOT_CREATED(5300),
    /** The example project could not be written by a fault of Filterscope. */
    EXAMPLE_FAILED(5301),
    /** The comparison failed by a fault of Filterscope. */
    COMPARISON_FAILED(5400),
    /** A model could not be mended by a fault of Filterscope. */
    REPAIR_FAILED(5500),
    /** Pictures could not be copied by a fault of Filterscope. */
    EXPORT_FAILED(5501),
    /** A picture could not be traced by a fault of Filterscope. */
    TRACE_FAILED(5600),
    /** Stored data cannot be deleted now. */
    STORED_DATA_KEPT(5700);

    private static final String PLUGIN = "org.filterscope.ide";

    private final int code;

    Problem(final int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    /**
     * @param message one sentence for the user
     * @param cause   for the log; may be {@code null}
     */
    public IStatus status(final String message, final Throwable cause) {
        return new Status(IStatus.ERROR, PLUGIN, code, message, cause);
    }

    /** Whether a status tells of a worker that was lost in the middle of a run: the same run may go well with another. */
    static boolean isLoss(final IStatus status) {
        return status.getPlugin().equals(PLUGIN) && (status.getCode() == WORKER_LOST.code || status.getCode() == WORKER_STUCK.code);
    }

    /** The same as {@link #status} to be thrown. */
    public CoreException exception(final String message, final Throwable cause) {
        return new CoreException(status(message, cause));
    }
}
