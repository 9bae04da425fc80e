package org.filterscope.core.progress;

/** The user asked to stop; nothing is wrong. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("cancelled");
    }
}
