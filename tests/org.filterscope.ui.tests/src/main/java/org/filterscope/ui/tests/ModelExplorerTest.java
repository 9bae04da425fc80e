package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.content.IContentDescriber;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IEditorRegistry;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.CommonViewer;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.InspectionJob;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.content.ModelDescriber;
import org.filterscope.ui.filter.FilterView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Models in the Project Explorer. */
@ExtendWith(NoHangingDialogs.class)
class ModelExplorerTest {
    private static final byte[] MODEL = "\u0089HDF\r\n\u001a\n.... model_config ....".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;
    private IProject project;
    private DiagnosisService diagnoses;
    private ScoresDriver scores;
    private CommonViewer viewer;

    @BeforeEach
    void open() throws Exception {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("explored");
        project.create(null);
        project.open(null);
        diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), folder.resolve("worker.log"));
        scores = new ScoresDriver(diagnoses);
        final IViewPart before = ScoresDriver.page().findView(ProjectExplorer.VIEW_ID);
        if (before != null) {
            ScoresDriver.page().hideView(before);
        }
        viewer = ((CommonNavigator) ScoresDriver.page().showView(ProjectExplorer.VIEW_ID)).getCommonViewer();
        EventLoop.settle();
    }

    @AfterEach
    void close() throws Exception {
        ScoresDriver.page().hideView(ScoresDriver.page().findView(ProjectExplorer.VIEW_ID));
        scores.close();
        diagnoses.close();
        project.delete(true, true, null);
    }

    @Test
    void aModelWithoutAReportHasTheLayersThatTheWorkerReads() throws Exception {
        final IFile model = model("net.h5");
        expand(model);
        EventLoop.until("layers", () -> texts(item(model)).equals(List.of("conv1  convolution, 8 \u00d7 30 \u00d7 30", "dense  dense, 250 \u00d7 1 \u00d7 1")));
        viewer.setExpandedState(item(model).getItem(0).getData(), true);
        assertEquals(List.of("Run a diagnosis of this layer to see its filters"), texts(item(model).getItem(0)));
    }

    @Test
    void aModelWithAReportHasTheLayersAndFiltersOfTheNewest() throws Exception {
        final IFile model = model("net.h5");
        report("report", model, 250);
        expand(model);
        EventLoop.until("layers", () -> texts(item(model)).size() == 2);
        assertTrue(texts(item(model)).get(1).startsWith("deep"), texts(item(model)).toString());
        viewer.setExpandedState(item(model).getItem(0).getData(), true);
        EventLoop.until("filters", () -> texts(item(model).getItem(0)).size() == 8);
        viewer.setExpandedState(item(model).getItem(1).getData(), true);
        EventLoop.until("groups", () -> texts(item(model).getItem(1)).equals(List.of("Filters 0 to 99", "Filters 100 to 199", "Filters 200 to 249")));
        viewer.setExpandedState(item(model).getItem(1).getItem(2).getData(), true);
        final List<String> filters = texts(item(model).getItem(1).getItem(2));
        assertEquals(50, filters.size());
        assertEquals("Filter 209  dead", filters.get(9));
        assertTrue(filters.getFirst().matches("Filter 200  \\w+.*"), filters.getFirst());
    }

    @Test
    void aFilterThatIsSelectedIsShownByTheOtherViews() throws Exception {
        final IFile model = model("net.h5");
        final Path report = report("report", model, 20);
        final IViewPart view = ScoresDriver.page().showView(FilterView.ID);
        ScoresDriver.page().activate(ScoresDriver.page().findView(ProjectExplorer.VIEW_ID));
        expand(model);
        EventLoop.until("layers", () -> texts(item(model)).size() == 2);
        viewer.setExpandedState(item(model).getItem(1).getData(), true);
        EventLoop.until("filters", () -> texts(item(model).getItem(1)).size() == 20);
        assertEquals(new FilterSelection(report, "deep", 3), item(model).getItem(1).getItem(3).getData());
        viewer.setSelection(new StructuredSelection(item(model).getItem(1).getItem(3).getData()));
        EventLoop.until("the view shows it", () -> new Widgets(view).text().contains("deep"));
        ScoresDriver.page().hideView(view);
    }

    @Test
    void aReportThatComesLaterIsSeen() throws Exception {
        final IFile model = model("net.h5");
        expand(model);
        EventLoop.until("the worker's layers", () -> texts(item(model)).size() == 2 && texts(item(model)).getFirst().startsWith("conv1"));
        report("report", model, 20);
        EventLoop.until("the report's layers", () -> texts(item(model)).size() == 2 && texts(item(model)).getFirst().startsWith("early"));
    }

    @Test
    void onlyModelsThatAChangeConcernsAreReadAgain() throws Exception {
        final IFile one = model("one.h5");
        final IFile other = model("other.h5");
        final Queue<String> inspections = new ConcurrentLinkedQueue<>();
        final IJobChangeListener counter = new JobChangeAdapter() {
            @Override
            public void aboutToRun(final IJobChangeEvent event) {
                if (event.getJob() instanceof InspectionJob) {
                    inspections.add(event.getJob().getName());
                }
            }
        };
        Job.getJobManager().addJobChangeListener(counter);
        try {
            expand(one);
            expand(other);
            EventLoop.until("both are read", () -> Stream.of(one, other).allMatch(file -> texts(item(file)).size() == 2));
            assertEquals(2, inspections.size(), inspections.toString());
            project.getFile("manifest.json").create("{ \"name\": \"web app\" }".getBytes(StandardCharsets.UTF_8), true, false, null);
            final Path report = report("report", one, 20);
            EventLoop.until("the report's layers", () -> texts(item(one)).getFirst().startsWith("early"));
            project.getFile("manifest.json").delete(true, null);
            EventLoop.settle();
            assertEquals(2, inspections.size(), inspections.toString());
            project.getFolder(report.getFileName().toString()).delete(true, null);
            EventLoop.until("without its report it is read again", () -> inspections.size() == 3 && texts(item(one)).getFirst().startsWith("conv1"));
            other.setContents(MODEL, true, false, null);
            EventLoop.until("a model that changed is read again", () -> inspections.size() == 4);
            assertTrue(inspections.stream().reduce((before, last) -> last).orElseThrow().contains("other.h5"), inspections.toString());
        } finally {
            Job.getJobManager().removeJobChangeListener(counter);
        }
    }

    @Test
    void anArchiveThatIsAModelUnfolds() throws Exception {
        final IFile archive = project.getFile("network.zip");
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("configuration.json"));
            zip.write("{ \"confs\": [] }".getBytes(StandardCharsets.UTF_8));
        }
        archive.create(bytes.toByteArray(), true, false, null);
        viewer.expandToLevel(project, 1);
        EventLoop.until("it can be unfolded", () -> item(archive) != null && item(archive).getItemCount() == 1);
        viewer.setExpandedState(archive, true);
        EventLoop.until("layers", () -> texts(item(archive)).size() == 2);
    }

    @Test
    void anArchiveOfOtherFilesIsToldFromAModelByItsFirstKilobyte() throws Exception {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry("sources/Main.java"));
            zip.write(new byte[1 << 20]);
        }
        final ByteArrayInputStream file = new ByteArrayInputStream(bytes.toByteArray());
        assertEquals(IContentDescriber.INVALID, new ModelDescriber().describe(file, null));
        assertEquals(1024, bytes.size() - file.available());
    }

    @Test
    void anArchiveThatIsNoModelHasNothingBelow() throws Exception {
        final IFile archive = project.getFile("sources.zip");
        archive.create("PK\u0003\u0004 something else".getBytes(StandardCharsets.ISO_8859_1), true, false, null);
        viewer.expandToLevel(project, 1);
        EventLoop.until("it is in sight", () -> item(archive) != null);
        EventLoop.settle();
        assertEquals(0, item(archive).getItemCount());
    }

    @Test
    void whyAModelCannotBeReadIsSaidInPlaceOfItsLayers() throws Exception {
        final IFile model = model("broken.h5");
        expand(model);
        EventLoop.until("the reason", () -> texts(item(model)).size() == 1 && texts(item(model)).getFirst().contains("is no picture that can be read"));
    }

    @Test
    void modelsAndReportsHaveIconsOfTheirOwnAndOtherFilesDoNot() throws Exception {
        final IFile model = model("net.h5");
        assertEquals("org.filterscope.ui.model", IDE.getEditorDescriptor(model, true, false).getId());
        report("report", model, 20);
        assertEquals("org.filterscope.ui.report", IDE.getEditorDescriptor(project.getFile("report/manifest.json"), true, false).getId());
        final IFile other = project.getFile("manifest.json");
        other.create("{ \"name\": \"web app\" }".getBytes(StandardCharsets.UTF_8), true, false, null);
        assertFalse(IDE.getEditorDescriptor(other, true, false).getId().startsWith("org.filterscope"));
        final IFile findings = project.getFile("findings.json");
        findings.create("[]".getBytes(StandardCharsets.UTF_8), true, false, null);
        for (final IFile foreign : List.of(other, findings)) {
            // The icon that the explorer shows at first goes by the name alone, and stays where nobody recognises what is in the file.
            final IEditorRegistry editors = PlatformUI.getWorkbench().getEditorRegistry();
            final IEditorDescriptor icon = editors.getDefaultEditor(foreign.getName(), IDE.guessContentType(foreign));
            assertFalse(icon.getId().startsWith("org.filterscope"), icon.getId());
            assertEquals(null, IDE.getContentType(foreign));
        }
        final IFile archive = project.getFile("sources.zip");
        archive.create("PK\u0003\u0004 something else".getBytes(StandardCharsets.ISO_8859_1), true, false, null);
        // What the explorer takes for the icon goes by the name alone.
        assertEquals(null, PlatformUI.getWorkbench().getEditorRegistry().getDefaultEditor(archive.getName(), IDE.guessContentType(archive)));
        assertEquals(null, PlatformUI.getWorkbench().getEditorRegistry().getDefaultEditor(archive.getName(), IDE.getContentType(archive)));
    }

    private IFile model(final String name) throws Exception {
        final IFile model = project.getFile(name);
        model.create(MODEL, true, false, null);
        return model;
    }

    private Path report(final String name, final IFile model, final int filters) throws Exception {
        final Path report = SampleReport.writeScored(project.getLocation().toPath().resolve(name), filters);
        final Path manifest = report.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("/data/landscapes.h5", model.getLocation().toString()));
        project.refreshLocal(IResource.DEPTH_INFINITE, null);
        return report;
    }

    private void expand(final IFile model) {
        viewer.expandToLevel(project, 1);
        EventLoop.until("the model is in sight", () -> item(model) != null);
        viewer.setExpandedState(model, true);
    }

    private TreeItem item(final IFile file) {
        final Tree tree = viewer.getTree();
        return Stream.of(tree.getItems()).flatMap(item -> Stream.of(item.getItems())).filter(item -> file.equals(item.getData())).findFirst().orElse(null);
    }

    private static List<String> texts(final TreeItem item) {
        return Stream.of(item.getItems()).map(TreeItem::getText).toList();
    }
}
