package org.filterscope.core;

/**
 * Something the user gave cannot be used: a model, a picture, a configuration, a folder. The message is one sentence for that user: it
 * names the thing, says what is wrong with it and what was expected. The command line turns it into exit code 2.
 */
public class InvalidInputException extends Exception {
    private static final long serialVersionUID = 1L;

    public InvalidInputException(final String message) {
        super(message);
    }

    public InvalidInputException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
