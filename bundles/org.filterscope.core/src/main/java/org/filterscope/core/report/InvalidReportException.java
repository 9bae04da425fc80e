package org.filterscope.core.report;

import org.filterscope.core.InvalidInputException;

/** A report cannot be read: not a report, of another schema, or damaged. The message names the file. */
public final class InvalidReportException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    public InvalidReportException(final String message) {
        super(message);
    }

    public InvalidReportException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
