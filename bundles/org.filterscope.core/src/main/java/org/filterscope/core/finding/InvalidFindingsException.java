package org.filterscope.core.finding;

import java.nio.file.Path;

import org.filterscope.core.InvalidInputException;

/** A file of findings that cannot be read. */
public final class InvalidFindingsException extends InvalidInputException {
    private static final long serialVersionUID = 1L;

    InvalidFindingsException(final Path file, final String reason) {
        super("%s: %s; run the diagnosis again".formatted(file, reason));
    }
}
