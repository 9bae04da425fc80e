package org.filterscope.ide;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;

/**
 * A report to look at.
 *
 * @param directory     the report's directory
 * @param configuration the file whose diagnosis wrote it, when that is known: it can be run again
 */
public record ReportLocation(Path directory, Optional<IFile> configuration) {
}
