package org.filterscope.engine.graph;

import org.filterscope.core.InvalidInputException;

/** A network that cannot be run: damaged, inconsistent, or with layers that are not supported. The message names layer and reason. */
public class InvalidNetworkException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    public InvalidNetworkException(final String message) {
        super(message);
    }

    public InvalidNetworkException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
