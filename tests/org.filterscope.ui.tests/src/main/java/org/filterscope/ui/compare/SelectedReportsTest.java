package org.filterscope.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SelectedReportsTest {
    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("selected-reports");

    @BeforeEach
    void createProject() throws CoreException {
        project.create(null);
        project.open(null);
    }

    @AfterEach
    void deleteProject() throws CoreException {
        project.delete(true, true, null);
    }

    @Test
    void onlyFoldersWithAManifestAndManifestsAreReports() throws CoreException {
        final IFolder report = folder("report");
        final IFile manifest = file(report, "manifest.json");
        final IFolder other = folder("other");
        final IFile otherManifest = file(other, "manifest.json");
        final IFolder pictures = folder("pictures");
        final IFile program = file(pictures, "Training.java");
        final List<Path> reports = SelectedReports.of(new StructuredSelection(List.of(report, manifest, pictures, program, otherManifest, "words")));
        assertEquals(List.of(report.getLocation().toPath(), other.getLocation().toPath()), reports);
    }

    private IFolder folder(final String name) throws CoreException {
        final IFolder folder = project.getFolder(name);
        folder.create(true, true, null);
        return folder;
    }

    private static IFile file(final IFolder folder, final String name) throws CoreException {
        final IFile file = folder.getFile(name);
        file.create(new ByteArrayInputStream(new byte[0]), true, null);
        return file;
    }
}
