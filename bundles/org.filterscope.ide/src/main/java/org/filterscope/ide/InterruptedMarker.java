package org.filterscope.ide;

import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;

/** Says in the Problems view that a configuration's diagnosis was interrupted, until it is run again. */
public final class InterruptedMarker {
    /** Of the markers. */
    public static final String TYPE = "org.filterscope.ide.interrupted";

    private InterruptedMarker() {
    }

    static void put(final IFile configuration) throws CoreException {
        clear(configuration);
        configuration.createMarker(TYPE, Map.of(IMarker.MESSAGE, NLS.bind(Messages.InterruptedMarker_message, configuration.getName()),
                IMarker.SEVERITY, IMarker.SEVERITY_INFO, IMarker.LINE_NUMBER, 1));
    }

    static void clear(final IFile configuration) throws CoreException {
        configuration.deleteMarkers(TYPE, false, IResource.DEPTH_ZERO);
    }
}
