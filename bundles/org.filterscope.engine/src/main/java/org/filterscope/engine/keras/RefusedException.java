package org.filterscope.engine.keras;

/** A layer cannot be read; the message says why. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(final String reason) {
        super(reason);
    }
}
