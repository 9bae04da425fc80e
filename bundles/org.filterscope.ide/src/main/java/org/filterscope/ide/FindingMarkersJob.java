package org.filterscope.ide;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.InvalidConfigurationException;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.report.Report;
import org.filterscope.core.suppression.AppliedSuppressions;
import org.filterscope.core.suppression.SuppressionsFile;
import org.filterscope.core.table.InvalidTableException;

/**
 * Puts the findings of a report into the Problems view, in place of those of an earlier run of the same configuration: what names filters on the model
 * file, what is about pictures and labels on the configuration's line with the pictures; everything on the configuration when the model lies
 * outside of the workspace. All of it is one change of the workspace, however many there are.
 */
final class FindingMarkersJob extends Job {
    private final ReportLocation location;
    private final Runnable marked;

    /** @param marked called when the markers are there */
    FindingMarkersJob(final ReportLocation location, final Runnable marked) {
        super(Messages.FindingMarkersJob_name);
        this.location = location;
        this.marked = marked;
        setSystem(true);
        setRule(new MarkingRule());
    }

    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        try {
            final Report report = Report.open(location.directory());
            final Optional<Path> configuration = ConfigurationPlace.of(report, location.configuration());
            if (configuration.isPresent()) {
                final List<Finding> findings = findings(report, configuration.get());
                ResourcesPlugin.getWorkspace().run(inner -> mark(report, configuration.get(), findings), null, IWorkspace.AVOID_UPDATE, monitor);
                marked.run();
            }
        } catch (final InvalidInputException e) {
            // The views that show the report tell what is wrong with it.
            ILog.of(FindingMarkersJob.class).info(e.getMessage());
        } catch (final CoreException e) {
            return e.getStatus();
        }
        return Status.OK_STATUS;
    }

    private static void mark(final Report report, final Path configuration, final List<Finding> findings) throws CoreException {
        final List<IFile> configurations = files(configuration.toUri());
        final List<IFile> models = model(report);
        // The configuration may have named another model before.
        final Set<IResource> touched = new LinkedHashSet<>(models);
        final List<IMarker> earlier = new ArrayList<>();
        for (final IMarker marker : ResourcesPlugin.getWorkspace().getRoot().findMarkers(FindingMarker.TYPE, true, IResource.DEPTH_INFINITE)) {
            if (FindingMarker.isOf(marker, configuration)) {
                if (!configurations.contains(marker.getResource())) {
                    touched.add(marker.getResource());
                }
                earlier.add(marker);
            }
        }
        ResourcesPlugin.getWorkspace().deleteMarkers(earlier.toArray(IMarker[]::new));
        final Map<String, Integer> lines = lines(configuration);
        for (final Finding finding : findings) {
            final boolean ofFilters = !finding.filters().isEmpty();
            final List<IFile> places = ofFilters && !models.isEmpty() ? models : configurations;
            final int line = places == models ? 0 : lines.getOrDefault(ofFilters ? "model" : "images", 1);
            for (final IFile place : places) {
                FindingMarker.put(place, line, report.directory(), configuration, finding);
            }
        }
        for (final IResource model : touched) {
            final int count = model.findMarkers(FindingMarker.TYPE, true, IResource.DEPTH_ZERO).length;
            model.setPersistentProperty(FindingMarker.COUNT, count == 0 ? null : Integer.toString(count));
        }
    }

    /** Those that count. */
    private static List<Finding> findings(final Report report, final Path configuration) throws InvalidInputException {
        final Optional<Findings> findings = report.findings();
        if (findings.isEmpty()) {
            return List.of();
        }
        final SuppressionsFile suppressions = SuppressionsFile.beside(configuration);
        try {
            return AppliedSuppressions.of(suppressions.read(), suppressions.file(), findings.get(), LocalDate.now()).open(findings.get());
        } catch (final InvalidTableException e) {
            // A table that cannot be read must not hide anything.
            ILog.of(FindingMarkersJob.class).warn(e.getMessage());
            return findings.get().findings();
        }
    }

    private static List<IFile> model(final Report report) {
        try {
            return files(Path.of(report.manifest().model().file()).toUri());
        } catch (final InvalidPathException e) {
            // Made on another system.
            return List.of();
        }
    }

    private static List<IFile> files(final URI place) {
        final IWorkspaceRoot root = ResourcesPlugin.getWorkspace().getRoot();
        final List<IFile> files = new ArrayList<>();
        for (final IFile file : root.findFilesForLocationURI(place)) {
            if (file.exists()) {
                files.add(file);
            }
        }
        return files;
    }

    private static Map<String, Integer> lines(final Path configuration) {
        try {
            return new ConfigurationReader().read(configuration).lines();
        } catch (final InvalidConfigurationException e) {
            return Map.of();
        }
    }
}
