package org.filterscope.core.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.filterscope.core.InvalidInputException;

/** A configuration file says something that cannot be done; knows the line, so that an editor can mark it. */
public final class InvalidConfigurationException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;
    private final transient Optional<UnknownKey> unknown;

    /**
     * A key that is not accepted where it stands.
     *
     * @param accepted what is, in the order of the documentation
     */
    public record UnknownKey(String key, List<String> accepted) {

        public UnknownKey {
            accepted = List.copyOf(accepted);
        }
    }

    /** @param line 1-based line of the file; 0 when the whole file is meant */
    public InvalidConfigurationException(final Path file, final int line, final String reason) {
        this(file, line, reason, Optional.empty());
    }

    InvalidConfigurationException(final Path file, final int line, final String reason, final Optional<UnknownKey> unknown) {
        super(line > 0 ? "%s:%d: %s".formatted(file, line, reason) : "%s: %s".formatted(file, reason));
        this.line = line;
        this.reason = oneLine(reason);
        this.unknown = unknown;
    }

    /** About a text that is no file yet. */
    InvalidConfigurationException(final int line, final String reason) {
        super(line > 0 ? "Line %d: %s".formatted(line, reason) : reason);
        this.line = line;
        this.reason = oneLine(reason);
        this.unknown = Optional.empty();
    }

    /** 1-based line of the file; 0 when the whole file is meant. */
    public int line() {
        return line;
    }

    /** The message without file and line, for where these are plain to see. */
    public String reason() {
        return reason;
    }

    /** The key that is unknown, when this is what is wrong. */
    public Optional<UnknownKey> unknown() {
        return unknown;
    }
}
