package org.filterscope.tour;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.osgi.framework.Bundle;

/** The workspace of {@link InstalledChapter}, opened again after Filterscope was removed: the IDE works and complains of nothing. */
final class RemovedChapter implements Chapter {
    private static final long SETTLE_MILLISECONDS = 5000;

    @Override
    public void run(final Ide ide) throws Exception {
        Thread.sleep(SETTLE_MILLISECONDS);
        ide.screenshot("removed");
        final List<String> ours = Stream.of(Platform.getBundle("org.filterscope.tour").getBundleContext().getBundles()).map(Bundle::getSymbolicName)
                .filter(StartChapter::isOurs).toList();
        ide.statements().check("no plug-in of Filterscope is there " + ours, ours.isEmpty());
        ide.statements().check("no dialog is in front of the workbench", ide.ask(() -> ide.dialogs().count()) == 0);
        final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("river-or-road");
        ide.statements().check("the project and its report are there", project.isOpen() && project.getFolder("reports/flawed").exists());
        // Eclipse warns once of every view that is no more, and forgets it.
        ErrorLog.ofThisSession().check(ide.statements(), IStatus.ERROR);
    }
}
