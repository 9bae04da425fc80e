package org.filterscope.fuzz;

/**
 * What came of one file.
 *
 * @param verdict   over the reader
 * @param told      the reader's sentence where it refused; why it failed, and where; empty when the file was read
 * @param seconds   of processor time
 * @param allocated bytes of all objects that were made
 */
public record Outcome(Verdict verdict, String told, double seconds, long allocated) {

    /** Whether the reader did what it should. */
    public enum Verdict {
        /** The file was read. */
        ACCEPTED,
        /** It was refused in one sentence. */
        REFUSED,
        /** A crash, a hang, too much memory, or a sentence that helps nobody. */
        FAILED
    }
}
