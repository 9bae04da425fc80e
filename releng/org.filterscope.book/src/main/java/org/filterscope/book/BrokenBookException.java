package org.filterscope.book;

/** A page refers to something that is not there; the message names both. */
public final class BrokenBookException extends Exception {
    private static final long serialVersionUID = 1;

    BrokenBookException(final String message) {
        super(message);
    }
}
