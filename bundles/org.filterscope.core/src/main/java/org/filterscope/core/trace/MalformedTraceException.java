package org.filterscope.core.trace;

/** Something in a trace's JSON is not as expected; the message says what, but not yet in which file. */
final class MalformedTraceException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedTraceException(final String message) {
        super(message);
    }
}
