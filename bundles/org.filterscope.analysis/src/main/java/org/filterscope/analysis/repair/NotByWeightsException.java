package org.filterscope.analysis.repair;

/** Something cannot be had by changing weights; the message tells why, as a part of a sentence. */
final class NotByWeightsException extends Exception {
    private static final long serialVersionUID = 1L;

    NotByWeightsException(final String message) {
        super(message);
    }
}
