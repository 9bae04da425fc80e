package org.filterscope.core.report;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A kind of directory that we write, and may therefore replace.
 *
 * @param name       for messages: {@code report}
 * @param recognises whether a directory is one of them
 * @param content    the names that may lie directly in one
 */
public record DirectoryKind(String name, Predicate<Path> recognises, Set<String> content) {
    static final DirectoryKind REPORT = new DirectoryKind("report", Report::isReport, ReportFiles.TOP_LEVEL);
}
