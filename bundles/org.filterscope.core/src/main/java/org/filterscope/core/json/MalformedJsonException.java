package org.filterscope.core.json;

/** Something in a JSON file is not as expected; the message says what, but not yet in which file. */
public final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedJsonException(final String message) {
        super(message);
    }
}
