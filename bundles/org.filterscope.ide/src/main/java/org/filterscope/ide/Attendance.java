package org.filterscope.ide;

import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.filterscope.core.InvalidInputException;

/**
 * What the end of a run is for the job that waited for it.
 *
 * @param fault  what a failure is when it is neither the user's mistake nor a lack of memory
 * @param failed makes the user's sentence of the reason then
 */
record Attendance(Problem fault, UnaryOperator<String> failed) {

    /** Waits for a run. */
    @FunctionalInterface
    interface Work {
        /** @return how it ended well */
        IStatus attend() throws CoreException, ExecutionException, InterruptedException, InvalidInputException;
    }

    /** @param monitor that says whether a failure is one: runs that are cancelled fail, too */
    IStatus of(final Work work, final IProgressMonitor monitor) {
        try {
            return work.attend();
        } catch (final InvalidInputException e) {
            return Problem.INVALID_INPUT.status(e.getMessage(), e);
        } catch (final CoreException e) {
            return monitor.isCanceled() ? Status.CANCEL_STATUS : e.getStatus();
        } catch (final ExecutionException e) {
            return monitor.isCanceled() ? Status.CANCEL_STATUS : new RunFailure(e.getCause()).status(fault, failed);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return Status.CANCEL_STATUS;
        }
    }
}
