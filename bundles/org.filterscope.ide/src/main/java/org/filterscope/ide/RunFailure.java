package org.filterscope.ide;

import java.util.function.UnaryOperator;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.filterscope.core.protocol.ExitCode;

/**
 * Why a run of the worker's failed.
 *
 * @param cause the worker's refusal or the worker's end
 */
record RunFailure(Throwable cause) {

    /**
     * The result of the job that waited for the run.
     *
     * @param fault    what it is when it is neither the user's mistake nor a lack of memory
     * @param sentence makes the user's sentence of the cause's message then
     */
    IStatus status(final Problem fault, final UnaryOperator<String> sentence) {
        if (cause instanceof final CoreException lost) {
            return lost.getStatus();
        }
        if (cause instanceof final ResponseErrorException refused) {
            final int code = refused.getResponseError().getCode();
            final String message = refused.getResponseError().getMessage();
            if (code == ExitCode.CANCELLED.value()) {
                return Status.CANCEL_STATUS;
            }
            if (code == ExitCode.INVALID_INPUT.value()) {
                return Problem.INVALID_INPUT.status(message, null);
            }
            if (code == ExitCode.OUT_OF_MEMORY.value()) {
                return Problem.OUT_OF_MEMORY.status(message, null);
            }
        }
        return fault.status(sentence.apply(cause.getMessage()), cause);
    }
}
