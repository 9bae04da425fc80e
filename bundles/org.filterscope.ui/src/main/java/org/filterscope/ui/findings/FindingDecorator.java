package org.filterscope.ui.findings;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.viewers.IDecoration;
import org.eclipse.jface.viewers.ILightweightLabelDecorator;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.osgi.util.NLS;
import org.filterscope.ide.FindingMarker;

/** Says on a model file how many findings there are about it. Asked only for files that have some: the extension's condition sees to that. */
public final class FindingDecorator extends LabelProvider implements ILightweightLabelDecorator {
    /** The decorator's identifier in the workbench. */
    public static final String ID = "org.filterscope.ui.findings";

    @Override
    public void decorate(final Object element, final IDecoration decoration) {
        final IFile file = Adapters.adapt(element, IFile.class);
        if (file == null || !file.isAccessible()) {
            return;
        }
        try {
            final String count = file.getPersistentProperty(FindingMarker.COUNT);
            if (count != null) {
                decoration.addSuffix(NLS.bind(Messages.FindingDecorator_suffix, count));
                ResourceLocator.imageDescriptorFromBundle(FindingDecorator.class, "icons/finding-overlay.svg")
                        .ifPresent(overlay -> decoration.addOverlay(overlay, IDecoration.BOTTOM_LEFT));
            }
        } catch (final CoreException e) {
            ILog.of(FindingDecorator.class).log(e.getStatus());
        }
    }
}
