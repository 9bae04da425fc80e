package org.filterscope.core;

import java.util.regex.Pattern;

/**
 * Something the user gave cannot be used: a model, a picture, a configuration, a folder. The message is one sentence for that user: it
 * names the thing, says what is wrong with it and what was expected. The command line turns it into exit code 2.
 */
public class InvalidInputException extends Exception {
    private static final long serialVersionUID = 1L;
    /** Files tell names and values that get into sentences, and files are not trusted. */
    private static final int LONGEST = 4000;
    /** What would begin another line, or speak to the terminal. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");

    public InvalidInputException(final String message) {
        super(oneLine(message));
    }

    public InvalidInputException(final String message, final Throwable cause) {
        super(oneLine(message), cause);
    }

    /** A sentence without control characters, line ends among them, and of bounded length. */
    protected static String oneLine(final String sentence) {
        final String printable = CONTROL.matcher(sentence).replaceAll(" ");
        return printable.length() > LONGEST ? printable.substring(0, LONGEST) + " …" : printable;
    }
}
