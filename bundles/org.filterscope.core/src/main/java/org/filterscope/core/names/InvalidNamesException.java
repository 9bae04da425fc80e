package org.filterscope.core.names;

import java.nio.file.Path;

import org.filterscope.core.InvalidInputException;

/** A file with names of filters cannot be used; knows the line, so that an editor can mark it. */
public final class InvalidNamesException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final long line;

    /** @param line 1-based line of the file; 0 when the whole file is meant */
    InvalidNamesException(final Path file, final long line, final String reason) {
        super(line > 0 ? "%s:%d: %s".formatted(file, line, reason) : "%s: %s".formatted(file, reason));
        this.line = line;
    }

    /** 1-based line of the file; 0 when the whole file is meant. */
    public long line() {
        return line;
    }
}
