package org.filterscope.ui.findings;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.filterscope.ide.FindingMarker;

/** The findings that are marked on a file. */
final class MarkedFindings {

    private MarkedFindings() {
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
