package org.filterscope.core;

/**
 * What the user asks for does not fit into the memory that it may take, however little is computed at once. Told before anything is computed; the
 * message says how much is needed and how to give it. The command line turns it into the exit code of memory that ran out, 4.
 */
public final class MemoryLimitException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    public MemoryLimitException(final String message) {
        super(message);
    }
}
