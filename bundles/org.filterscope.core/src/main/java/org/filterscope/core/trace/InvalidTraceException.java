package org.filterscope.core.trace;

import org.filterscope.core.InvalidInputException;

/** A trace cannot be read: not a trace, of another version, or damaged. The message names the file and what is wrong. */
public final class InvalidTraceException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    public InvalidTraceException(final String message) {
        super(message);
    }

    public InvalidTraceException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
