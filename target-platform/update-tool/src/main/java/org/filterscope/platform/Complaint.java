package org.filterscope.platform;

/** Why the update cannot go on, as one sentence for whoever started it. */
final class Complaint extends RuntimeException {
    Complaint(final String sentence) {
        super(sentence);
    }

    Complaint(final String sentence, final Throwable cause) {
        super(sentence, cause);
    }
}
