package org.filterscope.tour;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
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
        ide.until("its findings are problems of the configuration", Duration.ofSeconds(30), () -> !problems(configuration).isEmpty());
        ide.statements().detail(problems(configuration).getFirst());
        ide.screenshot("installed");
        ErrorLog.ofThisSession().check(ide.statements(), IStatus.WARNING);
        // As the guide advises those who are about to remove Filterscope.
        ide.act(() -> {
            ide.page().closeAllEditors(false);
            ide.page().closePerspective(ide.page().getPerspective(), false, false);
        });
    }

    private static List<String> problems(final IFile configuration) {
        try {
            return Stream.of(configuration.findMarkers(IMarker.PROBLEM, true, IResource.DEPTH_ZERO))
                    .map(problem -> problem.getAttribute(IMarker.MESSAGE, "")).toList();
        } catch (final CoreException e) {
            throw new IllegalStateException(e);
        }
    }
}
