package org.filterscope.engine.read;

/** A layer cannot be read; the message says why. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    public RefusedException(final String reason) {
        super(reason);
    }
}
