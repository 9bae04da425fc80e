package org.filterscope.ui.findings;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IMarker;
import org.filterscope.ide.FindingMarker;
import org.filterscope.ide.ReportLocation;

/** The finding to begin with: of the current report if it has any, else of any report. */
final class WorstFinding {

    private WorstFinding() {
    }

    /** Markers of the same severity are as old as their findings are harmful. */
    static Optional<IMarker> find(final Optional<ReportLocation> current) {
        final List<IMarker> sorted = MarkedFindings.everywhere().sorted(Comparator
                .comparingInt((IMarker marker) -> -marker.getAttribute(IMarker.PRIORITY, 0)).thenComparingLong(IMarker::getId)).toList();
        return sorted.stream().filter(marker -> current.map(ReportLocation::directory).equals(report(marker))).findFirst()
                .or(() -> sorted.stream().findFirst());
    }

    private static Optional<Path> report(final IMarker marker) {
        return FindingMarker.of(marker).map(FindingMarker::report);
    }
}
