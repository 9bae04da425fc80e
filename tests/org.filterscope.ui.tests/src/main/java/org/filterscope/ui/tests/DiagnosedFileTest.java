package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Platform;
import org.filterscope.core.report.Report;
import org.filterscope.ide.DiagnosedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another plug-in learns of a file. */
class DiagnosedFileTest {
    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("diagnosed");

    @BeforeEach
    void createProject() throws Exception {
        project.create(null);
        project.open(null);
    }

    @AfterEach
    void deleteProject() throws Exception {
        project.delete(true, true, null);
    }

    @Test
    void modelsAndConfigurationsAdaptAndOtherFilesDoNot() {
        for (final String name : List.of("net.h5", "net.hdf5", "net.KERAS", "net.onnx", "net.zip", "a.filterscope")) {
            assertEquals(project.getFile(name), Adapters.adapt(project.getFile(name), DiagnosedFile.class).file());
        }
        for (final String name : List.of("Main.java", "h5", "manifest.json")) {
            assertNull(Adapters.adapt(project.getFile(name), DiagnosedFile.class), name);
        }
    }

    @Test
    void thePlatformKnowsOfTheAdapterByItsName() {
        assertTrue(Platform.getAdapterManager().hasAdapter(project.getFile("net.h5"), "org.filterscope.ide.DiagnosedFile"));
    }

    @Test
    void aModelLeadsToTheScoresOfItsNewestReport() throws Exception {
        final IFile model = file("net.h5", "a network");
        file("other.h5", "another network");
        assertEquals(Optional.empty(), report(model));
        SampleFindings.write(place("earlier"), model.getLocation().toPath(), SampleFindings.BOTH);
        final Path newest = SampleFindings.write(place("newest"), model.getLocation().toPath(), SampleFindings.BOTH);
        final Path manifest = newest.resolve("manifest.json");
        final String started = Report.open(newest).manifest().times().started();
        Files.writeString(manifest, Files.readString(manifest).replace(started, started.replaceFirst("^\\d{4}", "2999")));
        SampleFindings.write(place("others"), project.getFile("other.h5").getLocation().toPath(), SampleFindings.BOTH);
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        final Report report = report(model).orElseThrow();
        assertEquals(newest, report.directory());
        assertEquals(12, report.filters("deep").size());
    }

    @Test
    void aConfigurationLeadsToTheReportThatItWrites() throws Exception {
        project.getFolder("pictures").create(true, true, null);
        final IFile model = file("net.h5", "a network");
        final IFile configuration = file("a.filterscope", "model: net.h5\nimages: { folder: pictures }\noutput: reports/a\n");
        assertEquals(Optional.empty(), report(configuration));
        final Path written = SampleFindings.write(place("reports/a"), model.getLocation().toPath(), SampleFindings.BOTH);
        assertEquals(written, report(configuration).orElseThrow().directory());
        assertEquals(Optional.empty(), report(file("bad.filterscope", "modle: net.h5\n")));
    }

    @Test
    void aSearchThatNobodyWaitsForEnds() throws Exception {
        final NullProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        final DiagnosedFile model = Adapters.adapt(file("net.h5", "a network"), DiagnosedFile.class);
        assertThrows(OperationCanceledException.class, () -> model.report(monitor));
    }

    private static Optional<Report> report(final IFile file) throws Exception {
        return Adapters.adapt(file, DiagnosedFile.class).report(new NullProgressMonitor());
    }

    private Path place(final String name) {
        return project.getLocation().append(name).toPath();
    }

    private IFile file(final String name, final String content) throws Exception {
        final IFile file = project.getFile(name);
        file.write(content.getBytes(), true, false, false, null);
        return file;
    }
}
