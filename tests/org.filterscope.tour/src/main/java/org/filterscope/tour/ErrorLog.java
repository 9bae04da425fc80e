package org.filterscope.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;

/**
 * The workspace's log, of which the view Error Log is made.
 *
 * @param entries of the last session, each with what belongs to it
 */
record ErrorLog(List<String> entries) {
    private static final String SESSION = "!SESSION ";
    private static final String ENTRY = "!ENTRY ";
    private static final int MOST_LINES = 10;

    static ErrorLog ofThisSession() throws IOException {
        final Path file = Platform.getLogFileLocation().toPath();
        final String text = Files.isRegularFile(file) ? Files.readString(file) : "";
        final String session = text.substring(Math.max(0, text.lastIndexOf(SESSION)));
        return new ErrorLog(Stream.of(session.split("(?m)^(?=" + ENTRY + ")")).filter(entry -> entry.startsWith(ENTRY)).toList());
    }

    /**
     * States that nothing is logged that names Filterscope.
     *
     * @param least what counts, from {@link IStatus#WARNING} or {@link IStatus#ERROR} on
     */
    void check(final Statements statements, final int least) {
        final List<String> complaints = entries.stream().filter(entry -> severity(entry) >= least).filter(entry -> entry.contains("ilterscope")).toList();
        statements.check("the error log has no %s that has to do with Filterscope".formatted(least == IStatus.ERROR ? "error" : "warning"),
                complaints.isEmpty());
        complaints.forEach(entry -> statements.detail(String.join("\n", entry.lines().limit(MOST_LINES).toList())));
    }

    /** An entry begins with {@code !ENTRY plug-in severity code date}. */
    private static int severity(final String entry) {
        return Integer.parseInt(entry.split("\\s+")[2]);
    }
}
