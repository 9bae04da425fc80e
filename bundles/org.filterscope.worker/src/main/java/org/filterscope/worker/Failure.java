package org.filterscope.worker;

import java.io.PrintWriter;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.MemoryLimitException;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.protocol.ExitCode;

/**
 * A failure in the user's words.
 *
 * @param code    how the command ends
 * @param message one sentence
 * @param cause   for whoever has to mend Filterscope; null when the user can mend it
 */
record Failure(ExitCode code, String message, Throwable cause) {

    /** For the command line. */
    static Failure of(final Throwable failure) {
        return of(failure, MemoryCure.COMMAND_LINE);
    }

    /** @param cure for whom it is */
    static Failure of(final Throwable failure, final MemoryCure cure) {
        return switch (failure) {
            case final MemoryLimitException limit -> new Failure(ExitCode.OUT_OF_MEMORY, limit.getMessage() + "; " + cure.of(limit), null);
            case final InvalidInputException input -> new Failure(ExitCode.INVALID_INPUT, input.getMessage(), null);
            case final CancelledException cancelled -> new Failure(ExitCode.CANCELLED, cancelled.getMessage(), null);
            case final OutOfMemoryError memory -> new Failure(ExitCode.OUT_OF_MEMORY, sentence(memory, cure), null);
            case final UnsatisfiedLinkError missing -> new Failure(ExitCode.INTERNAL_ERROR,
                    "the native libraries for %s %s are missing or cannot be loaded: %s".formatted(System.getProperty("os.name"),
                            System.getProperty("os.arch"), missing.getMessage()),
                    missing);
            case final ExceptionInInitializerError missing -> new Failure(ExitCode.INTERNAL_ERROR,
                    "the engine cannot be started: " + missing.getCause(), missing);
            default -> new Failure(ExitCode.INTERNAL_ERROR, "internal error, please report it: " + failure, failure);
        };
    }

    /** Java's heap and what lies beside it have different cures. Batches were made smaller before it came to this. */
    private static String sentence(final OutOfMemoryError memory, final MemoryCure cure) {
        final String message = String.valueOf(memory.getMessage());
        return message.contains("heap space") || message.contains("GC overhead") || message.contains("array size")
                ? "out of memory: Java's heap is full; " + cure.ofFullHeap()
                : "out of memory: the system gave no more (%s); let the worker have more, or look into fewer layers at a time".formatted(message);
    }

    void print(final PrintWriter out) {
        out.println("filterscope: " + message);
        if (cause != null) {
            cause.printStackTrace(out);
        }
        out.flush();
    }
}
