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

    static ErrorLog ofThisSession() throws IOException {
        final Path file = Platform.getLogFileLocation().toPath();
        final String text = Files.isRegularFile(file) ? Files.readString(file) : "";
        final String session = text.substring(Math.max(0, text.lastIndexOf(SESSION)));
        return new ErrorLog(Stream.of(session.split("(?m)^(?=" + ENTRY + ")")).filter(entry -> entry.startsWith(ENTRY)).toList());
    }

    /** States that nothing is logged that names Filterscope and is a warning or an error. */
    void check(final Statements statements) {
        final List<String> complaints = entries.stream().filter(ErrorLog::isComplaint).filter(entry -> entry.contains("ilterscope")).toList();
        statements.check("the error log has no complaint that has to do with Filterscope", complaints.isEmpty());
        complaints.forEach(statements::detail);
    }

    /** An entry begins with {@code !ENTRY plug-in severity code date}. */
    private static boolean isComplaint(final String entry) {
        return Integer.parseInt(entry.split("\\s+")[2]) >= IStatus.WARNING;
    }
}
