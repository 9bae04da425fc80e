package org.filterscope.core.progress;

/** The user asked to stop; nothing is wrong. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        this("cancelled; nothing was written");
    }

    /** @param message what is there now, for the user */
    public CancelledException(final String message) {
        super(message);
    }
}
