package org.filterscope.core.configuration;

import java.nio.file.Path;

import org.filterscope.core.InvalidInputException;

/** A configuration file says something that cannot be done; knows the line, so that an editor can mark it. */
public final class InvalidConfigurationException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;

    /** @param line 1-based line of the file; 0 when the whole file is meant */
    public InvalidConfigurationException(final Path file, final int line, final String reason) {
        super(line > 0 ? "%s:%d: %s".formatted(file, line, reason) : "%s: %s".formatted(file, reason));
        this.line = line;
        this.reason = reason;
    }

    /** About a text that is no file yet. */
    InvalidConfigurationException(final int line, final String reason) {
        super(line > 0 ? "Line %d: %s".formatted(line, reason) : reason);
        this.line = line;
        this.reason = reason;
    }

    /** The message without file and line. */
    public String reason() {
        return reason;
    }

    /** 1-based line of the file; 0 when the whole file is meant. */
    public int line() {
        return line;
    }
}
