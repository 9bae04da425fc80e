package org.filterscope.ide;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;

/**
 * A model or a configuration, as a way to what Filterscope knows of it. Other plug-ins get one from a file of the workspace:
 *
 * <pre>{@code
 * final DiagnosedFile diagnosed = Adapters.adapt(file, DiagnosedFile.class);
 * if (diagnosed != null) {
 *     final Optional<Report> report = diagnosed.report(monitor);
 * }
 * }</pre>
 *
 * <p>There is one for every file whose name ends as those of models or configurations do, whether it was diagnosed or not; for all others there is
 * none. It is nothing but a name and costs nothing. What is asked of it is looked up each time anew.
 *
 * @param file a model or a configuration by its name; it need not exist
 */
public record DiagnosedFile(IFile file) {
    private static final List<String> MODELS = List.of(".h5", ".hdf5", ".keras", ".onnx", ".zip");
    private static final String CONFIGURATION = ".filterscope";

    /** Whether a file may be a model, by the end of its name. */
    public static boolean isModel(final String name) {
        final String small = name.toLowerCase(Locale.ROOT);
        return MODELS.stream().anyMatch(small::endsWith);
    }

    /** Whether a file is a configuration, by the end of its name. */
    public static boolean isConfiguration(final String name) {
        return name.endsWith(CONFIGURATION);
    }

    /**
     * The report with the scores: of a model the newest one about it that lies in the workspace, of a configuration the one that its last diagnosis
     * wrote. Looks at the disk, at one small file for each report in the workspace; for no thread that draws. The report's tables are read when they
     * are asked for, see {@link Report#filters}.
     *
     * @param monitor that says when nobody wants to know any more
     * @return empty when there is none that this version can read, or the file is on no local disk
     * @throws CoreException when the workspace cannot be searched
     * @throws org.eclipse.core.runtime.OperationCanceledException when the monitor says so
     */
    public Optional<Report> report(final IProgressMonitor monitor) throws CoreException {
        final IPath location = file.getLocation();
        if (location == null) {
            return Optional.empty();
        }
        return isConfiguration(file.getName()) ? written(location.toPath())
                : new ReportSearch(file.getWorkspace().getRoot()).newest(location.toPath(), Optional.empty(), monitor);
    }

    private static Optional<Report> written(final Path configuration) {
        try {
            return Optional.of(Report.open(new ConfigurationReader().read(configuration).output()));
        } catch (final InvalidConfigurationException | InvalidReportException e) {
            // What is wrong with them is told where they are edited and shown.
            return Optional.empty();
        }
    }
}
