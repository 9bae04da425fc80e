package org.filterscope.tour;

import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IStatus;

/** What somebody does first who has just installed Filterscope: the example, a diagnosis, a look at what it found; then closes what was opened. */
final class InstalledChapter implements Chapter {
    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("river-or-road");

    @Override
    public void run(final Ide ide) throws Exception {
        ExampleWizard.create(ide);
        final IFile configuration = project.getFile("flawed.filterscope");
        final Diagnosis diagnosis = Diagnosis.run(ide, configuration);
        diagnosis.awaitEnd();
        final IMarker[] problems = configuration.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO);
        ide.statements().check("its findings are problems of the configuration", problems.length > 0);
        ide.statements().detail(Stream.of(problems).map(problem -> problem.getAttribute(IMarker.MESSAGE, "")).findFirst().orElse(""));
        ide.screenshot("installed");
        ErrorLog.ofThisSession().check(ide.statements(), IStatus.WARNING);
        // As the guide advises those who are about to remove Filterscope.
        ide.act(() -> {
            ide.page().closeAllEditors(false);
            ide.page().closePerspective(ide.page().getPerspective(), false, false);
        });
    }
}
