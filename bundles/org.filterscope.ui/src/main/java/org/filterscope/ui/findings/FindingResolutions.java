package org.filterscope.ui.findings;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.filterscope.ide.FindingMarker;

/** What can be done about a finding, as quick fixes. */
public final class FindingResolutions implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(final IMarker marker) {
        return FindingMarker.of(marker).isPresent();
    }

    @Override
    public IMarkerResolution[] getResolutions(final IMarker marker) {
        final List<IMarkerResolution> resolutions = new ArrayList<>();
        FindingMarker.of(marker).ifPresent(finding -> resolutions.add(new ShowEvidence()));
        return resolutions.toArray(IMarkerResolution[]::new);
    }
}
