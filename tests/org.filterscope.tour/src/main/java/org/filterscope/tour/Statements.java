package org.filterscope.tour;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What is found on the tour: a line each, which begins with {@code ok} or {@code FAILED}; lines that are indented belong to the one before. */
final class Statements {
    private final Path file;

    Statements(final Path file) {
        this.file = file;
        write("");
    }

    /** @return {@code holds} */
    boolean check(final String statement, final boolean holds) {
        write((holds ? "ok      " : "FAILED  ") + statement.replace("\n", " | ") + "\n");
        return holds;
    }

    /** Does not hold, on this machine at this time. */
    void slow(final String statement) {
        write("SLOW    " + statement.replace("\n", " | ") + "\n");
    }

    void failed(final String statement, final Throwable reason) {
        final StringWriter stack = new StringWriter();
        reason.printStackTrace(new PrintWriter(stack, true));
        check(statement + ": " + reason, false);
        detail(String.join("\n", stack.toString().lines().limit(25).toList()));
    }

    void detail(final String text) {
        text.lines().filter(line -> !line.isBlank()).forEach(line -> write("            " + line.strip() + "\n"));
    }

    /** A chapter that ended otherwise has no such line. */
    void end() {
        write("end\n");
    }

    private void write(final String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
