package org.filterscope.worker;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.export.ReportExport;
import org.filterscope.core.export.ReportFormat;
import org.filterscope.core.gate.Assessment;
import picocli.CommandLine.Option;

/** In which forms a report is told, and where they go. */
final class FormatOptions {
    @Option(names = "--format", paramLabel = "FORMAT", split = ",",
            description = "Writes the result as ${COMPLETION-CANDIDATES}; several with commas.")
    private List<ReportFormat> formats = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE",
            description = "Where it goes; a folder, which is made, where there are several. By default into the report's directory.")
    private Path out;

    @Option(names = "--force", description = "Replace files that --out names if they exist.")
    private boolean force;

    boolean isEmpty() {
        return formats.isEmpty();
    }

    /**
     * Looks whether the files can be written, before anything is computed.
     *
     * @param report its directory, which may not be there yet
     */
    void check(final Path report) throws InvalidInputException {
        if (formats.isEmpty() && out != null) {
            throw new InvalidInputException("%s: what is to be written there? --format says it".formatted(out));
        }
        for (final ReportFormat format : chosen()) {
            if (out != null) {
                file(format, report);
            }
        }
    }

    /** @return the files */
    List<Path> write(final Assessment assessment) throws InvalidInputException {
        final List<Path> written = new ArrayList<>();
        final ReportExport export = new ReportExport(assessment, new SheetCrops(assessment.report()));
        for (final ReportFormat format : chosen()) {
            written.add(file(format, assessment.report().directory()).write(file -> export.write(format, file)));
        }
        return written;
    }

    private Set<ReportFormat> chosen() {
        return formats.isEmpty() ? Set.of() : EnumSet.copyOf(formats);
    }

    private OutputFile file(final ReportFormat format, final Path report) throws InvalidInputException {
        if (out == null) {
            return new OutputFile(report.resolve(format.fileName()), true, format.endings());
        }
        if (chosen().size() > 1) {
            makeFolder();
        }
        return Files.isDirectory(out) ? new OutputFile(out.resolve(format.fileName()), force, format.endings())
                : new OutputFile(out, force, format.endings());
    }

    private void makeFolder() throws InvalidInputException {
        try {
            Files.createDirectories(out);
        } catch (final FileAlreadyExistsException e) {
            throw new InvalidInputException("%s: is no folder, and %d files are to be written; choose one --format".formatted(out,
                    chosen().size()), e);
        } catch (final IOException e) {
            throw new InvalidInputException("%s: the folder cannot be made (%s)".formatted(out, e.getMessage()), e);
        }
    }
}
