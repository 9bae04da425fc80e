package org.filterscope.ide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.Report;

/** Finds reports in the workspace. Looks at the disk. */
public final class ReportSearch {
    private static final String MANIFEST = "manifest.json";

    private final IWorkspaceRoot root;

    public ReportSearch(final IWorkspaceRoot root) {
        this.root = root;
    }

    /** By its name alone: other tools have files of this name, too. */
    public static boolean isManifest(final IResource resource) {
        return MANIFEST.equals(resource.getName());
    }

    /**
     * @param model   the file that a report must be about
     * @param besides a report that may lie outside of the workspace
     * @return empty when there is none that this version can read
     * @throws OperationCanceledException when the monitor says so
     */
    public Optional<Report> newest(final Path model, final Optional<Path> besides, final IProgressMonitor monitor) throws CoreException {
        final List<Path> directories = new ArrayList<>(besides.stream().toList());
        root.accept(proxy -> {
            if (monitor.isCanceled()) {
                throw new OperationCanceledException();
            }
            if (proxy.getType() == IResource.FILE && proxy.getName().equals(MANIFEST)) {
                final IPath place = proxy.requestResource().getLocation();
                if (place != null) {
                    directories.add(place.toPath().getParent());
                }
            }
            return !proxy.isTeamPrivateMember();
        }, IResource.NONE);
        return directories.stream().distinct().filter(Report::isReport).flatMap(directory -> open(directory).stream())
                .filter(report -> report.manifest().model().file().equals(model.toString()))
                .max(Comparator.comparing(report -> report.manifest().times().started()));
    }

    /** Empty when this version cannot read it. */
    public static Optional<Report> open(final Path directory) {
        try {
            return Optional.of(Report.open(directory));
        } catch (final InvalidReportException e) {
            // The views that show it tell what is wrong with it.
            return Optional.empty();
        }
    }
}
