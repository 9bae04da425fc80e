package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.help.HelpSystem;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.TabFolder;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionRelevance;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.Findings;
import org.filterscope.core.finding.Fix;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.FindingMarker;
import org.filterscope.ide.MendedCopy;
import org.filterscope.ide.RepairJob;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.findings.FindingResolutions;
import org.filterscope.ui.findings.FindingsEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class FindingsTest {
    private static final Findings NONE = new Findings(List.of(), List.of());

    @TempDir
    Path folder;
    private IProject project;
    private IFile model;
    private IFile configuration;
    private DiagnosisService diagnoses;

    @BeforeEach
    void createProject() throws Exception {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("findings");
        project.create(null);
        project.open(null);
        model = file("landscapes.h5", "a network");
        Files.createDirectories(project.getLocation().toPath().resolve("pictures"));
        configuration = file("landscapes.filterscope", "# what to do\nmodel: landscapes.h5\nimages: { folder: pictures }\n");
        diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), folder.resolve("worker.log"));
    }

    @AfterEach
    void deleteProject() throws Exception {
        ScoresDriver.page().closeAllEditors(false);
        diagnoses.close();
        EventLoop.until("nothing is being marked", () -> Job.getJobManager().find(DiagnosisService.FAMILY).length == 0);
        project.delete(true, true, null);
    }

    @Test
    void whatNamesFiltersIsMarkedOnTheModelAndWhatIsAboutPicturesWhereTheConfigurationNamesThem() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("both are marked", () -> markers(model).size() == 1 && markers(configuration).size() == 1);
        final IMarker confusion = markers(model).getFirst();
        assertEquals("deep/3 takes rivers for beaches: 35 of 40 rivers are lost to it", confusion.getAttribute(IMarker.MESSAGE));
        assertEquals("Layer deep, filter 3", confusion.getAttribute(IMarker.LOCATION));
        assertEquals(IMarker.PRIORITY_HIGH, confusion.getAttribute(IMarker.PRIORITY));
        assertTrue(confusion.isSubtypeOf(IMarker.PROBLEM));
        assertEquals(3, markers(configuration).getFirst().getAttribute(IMarker.LINE_NUMBER));
        EventLoop.until("the model counts it", () -> "1".equals(count()));
    }

    @Test
    void aFindingIsNeverAnErrorThatWouldStopPrograms() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("both are marked", () -> markers(model).size() == 1 && markers(configuration).size() == 1);
        assertEquals(IMarker.SEVERITY_WARNING, project.findMaxProblemSeverity(FindingMarker.TYPE, true, IResource.DEPTH_INFINITE));
    }

    @Test
    void theNextRunOfTheSameConfigurationReplacesThemAndOtherConfigurationsKeepTheirs() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("the finding is marked", () -> markers(model).size() == 1);
        final IFile other = file("other.filterscope", "model: landscapes.h5\nimages: { folder: pictures }\n");
        diagnoses.open(new ReportLocation(SampleFindings.write(folder.resolve("other"), model.getLocation().toPath(), SampleFindings.BOTH),
                Optional.of(other)));
        EventLoop.until("the other run's, too", () -> markers(model).size() == 2);
        EventLoop.until("the model counts both", () -> "2".equals(count()));
        open(NONE);
        EventLoop.until("the first run's are gone", () -> markers(model).size() == 1 && markers(configuration).isEmpty());
        assertEquals(folder.resolve("other"), FindingMarker.of(markers(model).getFirst()).orElseThrow().report());
        diagnoses.open(new ReportLocation(SampleFindings.write(folder.resolve("other"), model.getLocation().toPath(), NONE), Optional.of(other)));
        EventLoop.until("all are gone", () -> markers(model).isEmpty());
        EventLoop.until("the model is plain", () -> count() == null);
    }

    @Test
    void aModelOutsideOfTheWorkspaceHasItsFindingsOnTheConfiguration() throws Exception {
        diagnoses.open(new ReportLocation(SampleFindings.write(folder.resolve("report"), folder.resolve("far.h5"), SampleFindings.BOTH),
                Optional.of(configuration)));
        EventLoop.until("both are on the configuration", () -> markers(configuration).size() == 2);
        assertEquals(Set.of(2, 3), markers(configuration).stream().map(marker -> marker.getAttribute(IMarker.LINE_NUMBER, 0)).collect(Collectors.toSet()));
    }

    @Test
    void aDoubleClickInTheProblemsViewOpensTheEvidenceOfThatFinding() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("both are marked", () -> markers(model).size() == 1 && markers(configuration).size() == 1);
        final IEditorPart page = IDE.openEditor(ScoresDriver.page(), markers(configuration).getFirst(), true);
        assertTrue(page instanceof FindingsEditor);
        final Widgets widgets = new Widgets(page);
        EventLoop.until("the finding is shown", () -> widgets.text().contains(SampleFindings.LABELS.text()));
        assertTrue(widgets.text().contains("Look at the labels of these pictures again."), widgets.text());
        assertFalse(widgets.hasTable("Filter"));
        final Table list = widgets.table("Severity");
        assertEquals(List.of("High", "Medium"), Widgets.column(list, "Severity"));
        assertEquals(1, list.getSelectionIndex());
        assertNotNull(HelpSystem.getContext(FindingsEditor.ID));
    }

    /** As the workbench does it when it is left and started again. */
    @Test
    void anEditorThatComesBackAfterARestartShowsTheFindingThatWasOpen() throws Exception {
        diagnoses.open(new ReportLocation(SampleFindings.write(folder.resolve("report"), folder.resolve("far.h5"), SampleFindings.BOTH),
                Optional.of(configuration)));
        EventLoop.until("both are on one file", () -> markers(configuration).size() == 2);
        for (final Finding open : SampleFindings.BOTH.findings()) {
            final IMarker marker = markers(configuration).stream().filter(some -> open.text().equals(some.getAttribute(IMarker.MESSAGE, "")))
                    .findFirst().orElseThrow();
            final IEditorPart page = IDE.openEditor(ScoresDriver.page(), marker, true);
            EventLoop.until("the finding is shown", () -> new Widgets(page).text().contains(open.text()));
            final IEditorReference[] left = {(IEditorReference) ScoresDriver.page().getReference(page)};
            final IMemento[] state = ScoresDriver.page().getEditorState(left, true);
            ScoresDriver.page().closeAllEditors(false);
            EventLoop.settle();
            final IEditorReference[] back = ScoresDriver.page().openEditors(new IEditorInput[] {null}, new String[] {null}, state,
                    IWorkbenchPage.MATCH_NONE, 0);
            final IEditorPart again = back[0].getEditor(true);
            EventLoop.until("the same finding is shown: " + open.text(), () -> new Widgets(again).text().contains(open.text()));
            ScoresDriver.page().closeAllEditors(false);
        }
    }

    @Test
    void theEvidenceNamesFiltersNumbersAndWhatSilencingDoesAndTellsTheOtherViews() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("it is marked", () -> markers(model).size() == 1);
        final IEditorPart page = IDE.openEditor(ScoresDriver.page(), markers(model).getFirst(), true);
        final Widgets widgets = new Widgets(page);
        EventLoop.until("the finding is shown", () -> widgets.text().contains(SampleFindings.CONFUSION.text()));
        final Table filters = widgets.table("Filter");
        assertEquals(List.of("deep \u00b7 3", "deep \u00b7 7"), Widgets.column(filters, "Filter"));
        assertEquals(List.of("62%", "21%"), Widgets.column(filters, "Share"));
        assertEquals(List.of("+50.0 pp", "-10.0 pp"), Widgets.column(widgets.table("Class"), "Change"));
        assertEquals(List.of("0.740 to 0.950", ""), Widgets.column(widgets.table("Number"), "95 %"));
        filters.setSelection(1);
        filters.notifyListeners(SWT.Selection, null);
        assertEquals(List.of(new FilterSelection(folder.resolve("report"), "deep", 7)),
                ((IStructuredSelection) page.getSite().getSelectionProvider().getSelection()).toList());
    }

    @Test
    void whatWasNotLookedForIsTold() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("it is marked", () -> markers(model).size() == 1);
        final Widgets widgets = new Widgets(IDE.openEditor(ScoresDriver.page(), markers(model).getFirst(), true));
        EventLoop.until("the finding is shown", () -> widgets.text().contains(SampleFindings.CONFUSION.text()));
        widgets.all(TabFolder.class).getFirst().setSelection(1);
        EventLoop.settle();
        assertEquals(List.of("6 ordered pairs of classes", "needs masks of the objects"), Widgets.column(widgets.table("Kind"), "Note"));
    }

    @Test
    void theQuickFixOpensTheEvidence() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("it is marked", () -> markers(model).size() == 1);
        final IMarkerResolution evidence = Stream.of(IDE.getMarkerHelpRegistry().getResolutions(markers(model).getFirst()))
                .filter(resolution -> resolution.getLabel().equals("Show the evidence")).findFirst().orElseThrow();
        evidence.run(markers(model).getFirst());
        assertTrue(ScoresDriver.page().getActiveEditor() instanceof FindingsEditor);
    }

    @Test
    void quickFixesAreWhatTheFindingSuggestsThenWhatIsPossibleBesides() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("both are marked", () -> markers(model).size() == 1 && markers(configuration).size() == 1);
        assertEquals(List.of("Show the evidence", "Fit the last layer anew, in a copy of the model\u2026", "Set the filters to their means, in a copy of the model\u2026",
                "Set the filters to zero, in a copy of the model\u2026", "Copy the pictures that go wrong", "Suppress with a reason\u2026"),
                labels(markers(model).getFirst()));
        assertEquals(List.of("Show the evidence", "Suppress with a reason\u2026"), labels(markers(configuration).getFirst()));
    }

    @Test
    void theQuickFixesAreSortedAsTheyAreListed() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("it is marked", () -> markers(model).size() == 1);
        final List<Integer> relevance = Stream.of(new FindingResolutions().getResolutions(markers(model).getFirst()))
                .map(resolution -> ((IMarkerResolutionRelevance) resolution).getRelevanceForResolution()).toList();
        assertEquals(relevance.stream().distinct().sorted(Comparator.reverseOrder()).toList(), relevance);
    }

    @Test
    void thePageOffersWhatCanBeDoneAboutTheFindingThatItShows() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("both are marked", () -> markers(model).size() == 1 && markers(configuration).size() == 1);
        final Widgets widgets = new Widgets(IDE.openEditor(ScoresDriver.page(), markers(configuration).getFirst(), true));
        EventLoop.until("the finding is shown", () -> widgets.text().contains(SampleFindings.LABELS.text()));
        final List<String> offered = new ArrayList<>();
        final Dialogs dialogs = new Dialogs();
        dialogs.lookAt("Quick Fix for a Finding", shell -> Stream.of(Dialogs.all(shell, Table.class).findFirst().orElseThrow().getItems())
                .map(TableItem::getText).forEach(offered::add));
        widgets.all(Link.class).stream().filter(link -> link.getText().contains("Quick Fix")).findFirst().orElseThrow()
                .notifyListeners(SWT.Selection, null);
        dialogs.check();
        assertEquals(labels(markers(configuration).getFirst()), offered);
    }

    private static List<String> labels(final IMarker marker) {
        return Stream.of(new FindingResolutions().getResolutions(marker)).map(IMarkerResolution::getLabel).toList();
    }

    @Test
    void aMendedCopyLiesBesideTheModelUnderAFreeNameAndTheResultTellsWhatBecameOfTheClasses() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("it is marked", () -> markers(model).size() == 1);
        file("landscapes-mended.h5", "an earlier copy");
        final RepairJob job = repair(Fix.Kind.MEAN);
        job.schedule();
        EventLoop.until("the copy is there", () -> job.getResult() != null);
        assertEquals("deep/3 mean, deep/7 mean", job.getResult().getMessage());
        final IFile copy = project.getFile("landscapes-mended-2.h5");
        EventLoop.until("the project shows it", copy::exists);
        assertEquals(copy.getLocation().toPath(), job.copy().orElseThrow());
        assertEquals("an earlier copy", project.getFile("landscapes-mended.h5").readString());
    }

    @Test
    void aModelThatIsAnotherByNowIsNotMendedByWhatWasFoundInTheOldOne() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("it is marked", () -> markers(model).size() == 1);
        file("landscapes.h5", "another network");
        final RepairJob job = repair(Fix.Kind.MUTE);
        job.setUser(false);
        job.setSystem(true);
        job.schedule();
        EventLoop.until("it is refused", () -> job.getResult() != null);
        assertTrue(job.getResult().getMessage().contains("run the diagnosis again"), job.getResult().getMessage());
        assertFalse(Files.exists(project.getLocation().toPath().resolve("landscapes-mended.h5")));
    }

    @Test
    void anEarlierModelOfTheConfigurationLosesItsMarkers() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("it is marked", () -> markers(model).size() == 1);
        final IFile next = file("next.h5", "the next network");
        diagnoses.open(new ReportLocation(SampleFindings.write(folder.resolve("report"), next.getLocation().toPath(), SampleFindings.BOTH),
                Optional.of(configuration)));
        EventLoop.until("the next model has them", () -> markers(next).size() == 1 && markers(model).isEmpty() && count() == null);
    }

    @Test
    void theLastLayerIsFittedForTheClassesOfTheFinding() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("it is marked", () -> markers(model).size() == 1);
        final RepairJob job = repair(Fix.Kind.REPAIR);
        job.schedule();
        EventLoop.until("the copy is there", () -> job.getResult() != null);
        assertEquals("last layer of [river, beach]", job.getResult().getMessage());
    }

    @Test
    void whatIsSuppressedIsMarkedNoMoreAndItsReasonLiesBesideTheConfiguration() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("both are marked", () -> markers(model).size() == 1 && markers(configuration).size() == 1);
        diagnoses.suppress(FindingMarker.of(markers(model).getFirst()).orElseThrow(), "rivers are rare here", Optional.empty());
        EventLoop.until("only the other one is marked", () -> markers(model).isEmpty() && markers(configuration).size() == 1);
        EventLoop.until("the project shows the table", () -> project.getFile("landscapes.suppressions.csv").exists());
        final String table = project.getFile("landscapes.suppressions.csv").readString();
        assertTrue(table.contains(SampleFindings.CONFUSION.id()) && table.contains("rivers are rare here"), table);
    }

    @Test
    void aTableOfSuppressionsThatCannotBeReadHidesNothing() throws Exception {
        Files.writeString(project.getLocation().toPath().resolve("landscapes.suppressions.csv"), "nonsense\n\"");
        open(SampleFindings.BOTH);
        EventLoop.until("both are marked", () -> markers(model).size() == 1 && markers(configuration).size() == 1);
    }

    @Test
    void aPageOnAFileOfWhichNothingIsKnownSaysSo() throws Exception {
        final IEditorPart page = IDE.openEditor(ScoresDriver.page(), model, FindingsEditor.ID);
        assertTrue(new Widgets(page).text().contains("Run a diagnosis of it"), new Widgets(page).text());
    }

    @Test
    void damagedFindingsAreToldInOneSentence() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("it is marked", () -> markers(model).size() == 1);
        Files.writeString(folder.resolve("report/findings.json"), "{");
        final Widgets widgets = new Widgets(IDE.openEditor(ScoresDriver.page(), markers(model).getFirst(), true));
        EventLoop.until("the sentence is there", () -> widgets.text().contains("findings.json: is not JSON; run the diagnosis again"));
    }

    @Test
    void theModelsLabelCountsTheFindings() throws Exception {
        open(SampleFindings.BOTH);
        EventLoop.until("it is marked", () -> markers(model).size() == 1 && count() != null);
        EventLoop.until("the label tells", () -> "landscapes.h5 [1]"
                .equals(PlatformUI.getWorkbench().getDecoratorManager().getLabelDecorator().decorateText("landscapes.h5", model)));
    }

    private void open(final Findings findings) throws Exception {
        diagnoses.open(new ReportLocation(SampleFindings.write(folder.resolve("report"), model.getLocation().toPath(), findings),
                Optional.of(configuration)));
    }

    /** Under the name that is proposed. */
    private RepairJob repair(final Fix.Kind kind) throws Exception {
        final FindingMarker finding = FindingMarker.of(markers(model).getFirst()).orElseThrow();
        final MendedCopy copy = diagnoses.mendedCopy(finding);
        return diagnoses.prepareRepair(finding, kind, copy.named(copy.proposal()));
    }

    private String count() {
        try {
            return model.getPersistentProperty(FindingMarker.COUNT);
        } catch (final CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<IMarker> markers(final IFile file) {
        try {
            return List.of(file.findMarkers(FindingMarker.TYPE, true, IResource.DEPTH_ZERO));
        } catch (final CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private IFile file(final String name, final String content) throws CoreException {
        final IFile file = project.getFile(name);
        file.write(content.getBytes(), true, false, false, null);
        return file;
    }
}
