package org.filterscope.core;

/**
 * What the user asks for does not fit into the memory that it may take, however little is computed at once. Told before anything is computed; the
 * message says how much there is and how much is needed. How to give it depends on who asked: the command line has options for it, the IDE has
 * settings. The command line turns it into the exit code of memory that ran out, 4.
 */
public final class MemoryLimitException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final Bound bound;
    private final long megabytes;

    /** What is too small. */
    public enum Bound {
        /** Java's heap. */
        HEAP,
        /** The limit of all memory, the heap among it. */
        ALL
    }

    /** @param megabytes that would do */
    public MemoryLimitException(final String message, final Bound bound, final long megabytes) {
        super(message);
        this.bound = bound;
        this.megabytes = megabytes;
    }

    public Bound bound() {
        return bound;
    }

    /** How many of them would do. */
    public long megabytes() {
        return megabytes;
    }
}
