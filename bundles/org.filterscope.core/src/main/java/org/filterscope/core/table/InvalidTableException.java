package org.filterscope.core.table;

import java.nio.file.Path;

import org.filterscope.core.InvalidInputException;

/** A table that a person has written cannot be used; knows the line, so that an editor can mark it. */
public final class InvalidTableException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final String reason;

    /** @param line 1-based line of the file; 0 when the whole file is meant */
    public InvalidTableException(final Path file, final long line, final String reason) {
        super(line > 0 ? "%s:%d: %s".formatted(file, line, reason) : "%s: %s".formatted(file, reason));
        this.line = line;
        this.reason = reason;
    }

    /** 1-based line of the file; 0 when the whole file is meant. */
    public long line() {
        return line;
    }

    /** The message without file and line. */
    public String reason() {
        return reason;
    }
}
