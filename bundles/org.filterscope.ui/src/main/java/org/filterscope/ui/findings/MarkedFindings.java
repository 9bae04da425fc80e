package org.filterscope.ui.findings;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.filterscope.ide.FindingMarker;

/** The findings that are marked in the workspace. */
final class MarkedFindings {

    private MarkedFindings() {
    }

    /** In no order. */
    static Stream<IMarker> everywhere() {
        try {
            return Stream.of(ResourcesPlugin.getWorkspace().getRoot().findMarkers(FindingMarker.TYPE, true, IResource.DEPTH_INFINITE));
        } catch (final CoreException e) {
            ILog.of(MarkedFindings.class).log(e.getStatus());
            return Stream.empty();
        }
    }

    /**
     * The marker of one finding.
     *
     * @param report  directory of the report that has it
     * @param finding its id
     */
    static Optional<IMarker> of(final Path report, final String finding) {
        return everywhere().filter(marker -> FindingMarker.of(marker).filter(marked -> marked.report().equals(report)
                && marked.finding().equals(finding)).isPresent()).findFirst();
    }

    /**
     * The one marked last comes first.
     *
     * @param file may be {@code null}
     */
    static List<FindingMarker> on(final IFile file) {
        if (file == null || !file.exists()) {
            return List.of();
        }
        try {
            return Stream.of(file.findMarkers(FindingMarker.TYPE, true, IResource.DEPTH_ZERO))
                    .sorted(Comparator.comparingLong(IMarker::getId).reversed()).flatMap(marker -> FindingMarker.of(marker).stream()).toList();
        } catch (final CoreException e) {
            ILog.of(MarkedFindings.class).log(e.getStatus());
            return List.of();
        }
    }
}
