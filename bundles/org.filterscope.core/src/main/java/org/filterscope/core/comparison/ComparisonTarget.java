package org.filterscope.core.comparison;

import java.io.IOException;
import java.nio.file.Path;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.report.ReportTarget;

/** The place a comparison goes to, reserved before it is computed, so that whatever forbids writing there is told at once. */
public final class ComparisonTarget implements AutoCloseable {
    private final ReportTarget target;

    private ComparisonTarget(final ReportTarget target) {
        this.target = target;
    }

    /** @throws InvalidInputException when something else than a comparison lies there, or it cannot be written */
    public static ComparisonTarget reserve(final Path directory) throws InvalidInputException {
        return new ComparisonTarget(ReportTarget.reserve(directory, ComparisonWriter.KIND));
    }

    /**
     * Writes the comparison, at once or not at all; a comparison that lies there is replaced.
     *
     * @return the directory's absolute path
     * @throws InvalidInputException when something else has come to lie there, or it cannot be written
     */
    public Path write(final Comparison comparison) throws InvalidInputException {
        try {
            new ComparisonWriter(new ComparisonFiles(target.staging())).write(comparison);
            target.publish();
            return directory();
        } catch (final IOException e) {
            throw ReportTarget.unwritable(target.directory(), e);
        }
    }

    /** Where the comparison will lie. */
    public Path directory() {
        return target.directory();
    }

    /** Gives the place free. */
    @Override
    public void close() throws InvalidInputException {
        try {
            target.close();
        } catch (final IOException e) {
            throw ReportTarget.unwritable(target.directory(), e);
        }
    }
}
