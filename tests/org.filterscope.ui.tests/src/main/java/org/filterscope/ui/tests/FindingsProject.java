package org.filterscope.ui.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.filterscope.core.finding.Findings;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.FindingMarker;
import org.filterscope.ide.ReportLocation;

/** A project with a model and its configuration, whose reports the workbench's own service opens. */
final class FindingsProject implements AutoCloseable {
    private final IProject project;
    private final Path report;
    private final IFile model;
    private final IFile configuration;

    /** @param folder where the reports go */
    FindingsProject(final Path folder) throws Exception {
        report = folder.resolve("report");
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("findings");
        project.create(null);
        project.open(null);
        model = file("landscapes.h5", "a network");
        Files.createDirectories(project.getLocation().toPath().resolve("pictures"));
        configuration = file("landscapes.filterscope", "model: landscapes.h5\nimages: { folder: pictures }\n");
    }

    static Diagnoses diagnoses() {
        return PlatformUI.getWorkbench().getService(Diagnoses.class);
    }

    Path report() {
        return report;
    }

    IFile model() {
        return model;
    }

    IFile configuration() {
        return configuration;
    }

    Path suppressions() {
        return project.getLocation().toPath().resolve("landscapes.suppressions.csv");
    }

    /** Does not wait until anything is marked. */
    void open(final Findings findings) throws Exception {
        SampleFindings.write(report, model.getLocation().toPath(), findings);
        reopen();
    }

    /** The report as it lies there. */
    void reopen() {
        diagnoses().open(new ReportLocation(report, Optional.of(configuration)));
    }

    /** Opens the page on the first marker of the model. */
    IEditorPart openPage() throws Exception {
        return IDE.openEditor(ScoresDriver.page(), markers(model).getFirst(), true);
    }

    static List<IMarker> markers(final IFile file) {
        try {
            return List.of(file.findMarkers(FindingMarker.TYPE, true, IResource.DEPTH_ZERO));
        } catch (final CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    IFile file(final String name, final String content) throws CoreException {
        final IFile file = project.getFile(name);
        file.write(content.getBytes(), true, false, false, null);
        return file;
    }

    @Override
    public void close() throws Exception {
        ScoresDriver.page().closeAllEditors(false);
        EventLoop.until("nothing is being marked", () -> Job.getJobManager().find(DiagnosisService.FAMILY).length == 0);
        project.delete(true, true, null);
    }
}
