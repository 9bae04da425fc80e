package org.filterscope.ui.findings;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.filterscope.ide.FindingMarker;
import org.filterscope.ide.ReportLocation;

/** The finding to begin with: of the current report if it has any, else of any report. */
final class WorstFinding {

    private WorstFinding() {
    }

    /** Markers of the same severity are as old as their findings are harmful. */
    static Optional<IMarker> find(final Optional<ReportLocation> current) {
        final List<IMarker> sorted = markers().sorted(Comparator.comparingInt((IMarker marker) -> -marker.getAttribute(IMarker.PRIORITY, 0))
                .thenComparingLong(IMarker::getId)).toList();
        return sorted.stream().filter(marker -> current.map(ReportLocation::directory).equals(report(marker))).findFirst()
                .or(() -> sorted.stream().findFirst());
    }

    private static Optional<Path> report(final IMarker marker) {
        return FindingMarker.of(marker).map(FindingMarker::report);
    }

    private static Stream<IMarker> markers() {
        try {
            return Stream.of(ResourcesPlugin.getWorkspace().getRoot().findMarkers(FindingMarker.TYPE, true, IResource.DEPTH_INFINITE));
        } catch (final CoreException e) {
            ILog.of(WorstFinding.class).log(e.getStatus());
            return Stream.empty();
        }
    }
}
