package org.filterscope.ui.diagnosis;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.PlatformUI;

/** An interrupted diagnosis can go on. */
public final class InterruptedResolutions implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(final IMarker marker) {
        return marker.getResource() instanceof IFile;
    }

    @Override
    public IMarkerResolution[] getResolutions(final IMarker marker) {
        return hasResolutions(marker) ? new IMarkerResolution[] {new GoOn()} : new IMarkerResolution[0];
    }

    private record GoOn() implements IMarkerResolution {

        @Override
        public String getLabel() {
            return Messages.InterruptedResolutions_goOn;
        }

        @Override
        public void run(final IMarker marker) {
            new DiagnosisStarter(PlatformUI.getWorkbench().getActiveWorkbenchWindow()).start((IFile) marker.getResource());
        }
    }
}
