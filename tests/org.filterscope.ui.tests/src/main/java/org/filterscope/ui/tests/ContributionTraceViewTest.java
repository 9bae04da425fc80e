package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.help.HelpSystem;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.resource.ColorRegistry;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.XMLMemento;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.PictureSelection;
import org.filterscope.ui.display.FilterSelectionProvider;
import org.filterscope.ui.trace.ContributionTraceView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class ContributionTraceViewTest {
    @TempDir
    Path folder;
    private DiagnosisService diagnoses;
    private ContributionTraceView view;
    private Widgets widgets;

    @BeforeEach
    void openView() throws Exception {
        for (final IPerspectiveDescriptor perspective : ScoresDriver.page().getOpenPerspectives()) {
            if (!perspective.getId().equals(ScoresDriver.page().getPerspective().getId())) {
                ScoresDriver.page().closePerspective(perspective, false, false);
            }
        }
        diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), folder.resolve("worker.log"));
        PlatformUI.getWorkbench().getService(IEclipseContext.class).set(Diagnoses.class, diagnoses);
        show();
    }

    @AfterEach
    void closeView() {
        forget();
        PlatformUI.getWorkbench().getService(IEclipseContext.class).remove(Diagnoses.class);
        diagnoses.close();
        EventLoop.until("no picture is asked about", () -> Job.getJobManager().find(diagnoses.tracing()).length == 0);
    }

    @Test
    void saysWhatItWouldShowAndOffersTheOneActionThatGetsThere() throws Exception {
        assertTrue(widgets.text().contains("why a network says what it says of a picture"), widgets.text());
        assertTrue(widgets.text().contains(">Run a diagnosis</a>"), widgets.text());
        openReport();
        assertTrue(widgets.text().contains("or drag any picture here"), widgets.text());
        assertTrue(widgets.text().contains(">Choose a picture of the report</a>"), widgets.text());
        assertFalse(action("Copy as CSV").isEnabled());
    }

    @Test
    void tellsThePredictionInWordsAndWhatItIsMadeOf() throws Exception {
        trace("one.png");
        assertTrue(widgets.text().contains("river 71 %: filter"), widgets.text());
        final Tree tree = tree();
        assertEquals("river 71 %", tree.getItem(0).getText());
        assertEquals("deep \u2014 exact", layer(0).getText());
        EventLoop.until("gradients are integrated", () -> layer(1).getText().equals("early \u2014 integrated gradients, misses 12 %"));
        assertEquals("Strongest regions (1)", layer(0).getItem(0).getText());
        assertEquals(List.of("+6.00", "+5.00", "\u22125.00"), Stream.of(layer(0).getItems()).skip(1).limit(3).map(item -> item.getText(1)).toList());
        assertEquals(13, layer(0).getItemCount());
        assertEquals(List.of("84 %", "9.0 %", "7.0 %"), Stream.of(tree.getItem(1).getItems()).map(item -> item.getText(1)).toList());
        assertTrue(tree.getItem(1).getText().contains("by the explanatory graph's patterns"), tree.getItem(1).getText());
        final TreeItem named = filter(0, 1);
        assertEquals("1 \u00b7 wet & bright", named.getText());
        assertEquals(List.of("part pattern 2 \u00b7 bank", "all else"), Stream.of(named.getItems()).map(TreeItem::getText).toList());
    }

    @Test
    void theBestClassesComeFirstAndAnotherCanBeChosen() throws Exception {
        trace("one.png");
        assertEquals(List.of("river 71 %", "beach 23 %", "forest 6.0 %"), List.of(classes().getItems()));
        classes().select(1);
        classes().notifyListeners(SWT.Selection, new Event());
        EventLoop.until("the other class is traced", () -> tree().getItem(0).getText().equals("beach 23 %"));
        assertEquals("beach 23 %", classes().getText());
        assertTrue(widgets.text().contains("beach 23 %: filter"), widgets.text());
    }

    @Test
    void outputsOfOneNameAreToldApartChosenAndSilencedByTheirNumbers() throws Exception {
        trace("twins.png");
        assertEquals(List.of("river 71 % \u00b7 output 2", "river 23 % \u00b7 output 0", "forest 6.0 %"), List.of(classes().getItems()));
        assertEquals(0, classes().getSelectionIndex());
        classes().select(1);
        classes().notifyListeners(SWT.Selection, new Event());
        EventLoop.until("the other river is traced", () -> tree().getItem(0).getText().equals("river 23 %"));
        assertEquals("river 23 % \u00b7 output 0", classes().getText());
        select(filter(0, 1));
        press(' ');
        EventLoop.until("its own change is told", () -> widgets.text().contains("Without filter 1 of deep river goes from 23 % to 80 %"));
    }

    @Test
    void thePictureShowsTheHeatOfWhatIsSelected() throws Exception {
        trace("one.png");
        EventLoop.until("the heat of the whole layer is told", () -> widgets.text().contains("What the selection adds: deep. Yellow"));
        select(filter(0, 1));
        EventLoop.until("the filter's heat is told", () -> widgets.text()
                .contains("deep, filter 1. Yellow and red: for river; blue: against it; at most 2.000"));
        EventLoop.until("there are colors", () -> colored() > 100);
        chooseHeat("Where the selected filter fires");
        EventLoop.until("the activation is told", () -> widgets.text().contains("deep, filter 1. Yellow: fires; at most 2.000"));
        select(tree().getItem(1));
        EventLoop.until("there is no heat", () -> widgets.text().contains("select a filter"));
        EventLoop.until("there are no colors", () -> colored() == 0);
    }

    @Test
    void thePictureIsNeverDistorted() throws Exception {
        trace("one.png");
        action("Show Heat").setChecked(false);
        action("Show Heat").run();
        final int white = 0xffffff;
        EventLoop.until("the picture is painted", () -> extent(white).width > 20);
        final Rectangle shown = extent(white);
        assertEquals(64.0 / 48, (double) shown.width / shown.height, 0.03);
    }

    @Test
    void silencedFiltersShowThePredictionBeforeAndAfter() throws Exception {
        trace("one.png");
        select(filter(0, 1));
        press(' ');
        assertEquals("\u2611", filter(0, 1).getText(2));
        EventLoop.until("the new prediction is told", () -> widgets.text()
                .contains("Without filter 1 of deep river goes from 71 % to 10 % (logit \u22123.00); the network then says beach (80 %)."));
        assertEquals(List.of("beach", "river", "forest"), Widgets.column(widgets.table("Class"), "Class"));
        assertEquals(List.of("23 %", "71 %", "6.0 %"), Widgets.column(widgets.table("Class"), "As It Is"));
        assertEquals(List.of("80 %", "10 %", "10 %"), Widgets.column(widgets.table("Class"), "Without"));
        action("Ablate to Zero").setChecked(false);
        action("Ablate to the Mean").setChecked(true);
        action("Ablate to the Mean").run();
        EventLoop.until("the mean is told", () -> widgets.text().contains("With filter 1 of deep at the mean river goes from 71 % to 50 %"));
        press(' ');
        assertEquals("\u2610", filter(0, 1).getText(2));
        assertFalse(widgets.hasTable("Class"));
    }

    @Test
    void aClickIntoTheColumnSilencesAFilterAndOneOfAnotherLayerTakesItsPlace() throws Exception {
        trace("one.png");
        EventLoop.until("gradients are integrated", () -> layer(1).getText().contains("integrated"));
        final TreeItem first = layer(0).getItem(1);
        tree().showItem(first);
        EventLoop.settle();
        click(first);
        assertEquals("\u2611", first.getText(2));
        layer(1).setExpanded(true);
        final TreeItem other = layer(1).getItem(1);
        tree().showItem(other);
        EventLoop.settle();
        click(other);
        assertEquals(List.of("\u2610", "\u2611"), List.of(first.getText(2), other.getText(2)));
        EventLoop.until("the other layer is told", () -> widgets.text().contains("of early river goes"));
    }

    @Test
    void twoTracesStandBesideEachOtherWithTheSameScalesAndSelection() throws Exception {
        trace("one.png");
        action("Compare Two Traces").setChecked(true);
        action("Compare Two Traces").run();
        EventLoop.until("the next best class is traced", () -> trees().size() == 2 && trees().get(1).getItemCount() > 0
                && trees().get(1).getItem(0).getText().equals("beach 23 %"));
        select(filter(0, 1));
        EventLoop.until("both select the filter", () -> trees().get(1).getSelection()[0].getText().startsWith("1 \u00b7 wet"));
        drop(1, picture("other.png"));
        EventLoop.until("the other picture's heat sets the scale of both", () -> widgets.text().split("at most 4.000", -1).length == 3);
        action("Compare Two Traces").setChecked(false);
        action("Compare Two Traces").run();
        assertEquals(1, trees().size());
    }

    @Test
    void aPictureCanBeDroppedBeforeAndAfterAnotherOneWasTraced() throws Exception {
        openReport();
        final Path picture = picture("one.png");
        view.traceFile(picture);
        awaitTrace("one.png");
        drop(0, picture("two.png"));
        EventLoop.until("the dropped picture is traced", () -> isTraced("two.png"));
    }

    @Test
    void aPictureThatTheNetworkCannotReadIsToldInOneSentence() throws Exception {
        openReport();
        view.traceFile(picture("broken.png"));
        EventLoop.until("the reason is told", () -> widgets.text().contains("broken.png: is no picture that can be read"));
        assertTrue(widgets.text().contains(">Try again</a>"), widgets.text());
        assertFalse(action("Copy as CSV").isEnabled());
    }

    @Test
    void pixelsThatCannotBeShownDoNotHideTheTrace() throws Exception {
        openReport();
        final Path file = folder.resolve("strange.webp");
        Files.writeString(file, "RIFF");
        view.traceFile(file);
        EventLoop.until("the trace is shown", () -> !trees().isEmpty() && tree().getItemCount() > 0);
        EventLoop.until("the reason is told, or heat is", () ->
                widgets.text().contains("strange.webp") || widgets.text().contains("What the selection adds"));
    }

    @Test
    void aWorkerThatDiesIsToldAndTheNextPictureIsTraced() throws Exception {
        openReport();
        view.traceFile(picture("die.png"));
        EventLoop.until("the end is told", () -> widgets.text().contains("ended unexpectedly"));
        view.traceFile(picture("one.png"));
        awaitTrace("one.png");
    }

    @Test
    void aNewerPictureMakesAnOlderVoidAndCancellingIsTold() throws Exception {
        openReport();
        view.traceFile(picture("wait.png"));
        EventLoop.until("it is being traced", () -> widgets.text().contains("Tracing wait.png"));
        view.traceFile(picture("one.png"));
        awaitTrace("one.png");
        drop(0, picture("wait.png"));
        EventLoop.until("the progress is told", () -> widgets.text().contains("Masking: 412 of 2000"));
        Job.getJobManager().cancel(diagnoses.tracing());
        EventLoop.until("the cancelling is told", () -> widgets.text().contains("Tracing wait.png was cancelled."));
    }

    @Test
    void aDearHeatGivesWayToTheNextOne() throws Exception {
        trace("one.png");
        chooseHeat("RISE (about 2000 pictures through the network)");
        EventLoop.until("the progress is told", () -> widgets.text().contains("Masking: 412 of 2000"));
        chooseHeat("CAM");
        EventLoop.until("the cheap heat is told", () -> widgets.text().contains("CAM: deep. Yellow"));
        assertFalse(widgets.text().contains("Masking"), widgets.text());
    }

    @Test
    void tracesWhileADiagnosisRuns() throws Exception {
        openReport();
        final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("busy");
        project.create(null);
        project.open(null);
        final IFile file = project.getFile("busy.filterscope");
        file.create("wait".getBytes(StandardCharsets.UTF_8), true, false, null);
        final Job job = diagnoses.prepare(file);
        job.schedule();
        EventLoop.until("the diagnosis runs", diagnoses::isRunning);
        view.traceFile(picture("one.png"));
        awaitTrace("one.png");
        assertTrue(diagnoses.isRunning());
        job.cancel();
        EventLoop.until("the diagnosis has ended", () -> !diagnoses.isRunning());
        project.delete(true, true, null);
    }

    @Test
    void otherViewsFollowTheTreeAndTheTreeFollowsThem() throws Exception {
        final Path report = trace("one.png");
        select(filter(0, 7));
        assertEquals(List.of(new FilterSelection(report, "deep", 7)), selection().toList());
        view.getSite().getSelectionProvider().setSelection(new StructuredSelection(new FilterSelection(report, "deep", 3)));
        assertEquals("3 \u00b7 water", tree().getSelection()[0].getText());
    }

    @Test
    void offersAPictureThatIsSelectedInAnotherView() throws Exception {
        final Path report = trace("one.png");
        Files.createDirectories(folder.resolve("river"));
        final IViewPart scores = ScoresDriver.page().showView("org.filterscope.ui.filter");
        ((FilterSelectionProvider) scores.getSite().getSelectionProvider())
                .changed(List.of(new FilterSelection(report, "deep", 3)), new PictureSelection(report, "river/two.png"));
        ScoresDriver.page().activate(view);
        EventLoop.settle();
        final Link offer = widgets.all(Link.class).stream().filter(link -> link.getText().contains("river/two.png")).findFirst().orElseThrow();
        offer.notifyListeners(SWT.Selection, new Event());
        EventLoop.until("it is traced", () -> isTraced("two.png"));
        ScoresDriver.page().hideView(scores);
    }

    @Test
    void whilePinnedLeavesItsSelectionAndFollowsAtOnceWhenUnpinned() throws Exception {
        final Path report = trace("one.png");
        select(filter(0, 7));
        new Pin(view).press();
        final IViewPart filter = ScoresDriver.page().showView("org.filterscope.ui.filter");
        ((FilterSelectionProvider) filter.getSite().getSelectionProvider())
                .changed(List.of(new FilterSelection(report, "deep", 3)), new PictureSelection(report, "river/two.png"));
        ScoresDriver.page().activate(view);
        EventLoop.settle();
        assertEquals(List.of(new FilterSelection(report, "deep", 7)), selection().toList());
        assertFalse(widgets.text().contains("river/two.png"), widgets.text());
        new Pin(view).press();
        assertEquals("3 \u00b7 water", tree().getSelection()[0].getText());
        assertTrue(widgets.text().contains("river/two.png"), widgets.text());
        ScoresDriver.page().hideView(filter);
    }

    @Test
    void whilePinnedStaysWithItsReportAlsoWhenItIsOpenedAgain() throws Exception {
        final Path report = trace("one.png");
        new Pin(view).press();
        final Path other = SampleReport.writeScored(folder.resolve("other"), 12);
        diagnoses.open(new ReportLocation(other, Optional.empty()));
        EventLoop.settle();
        assertEquals(report.toString(), new Pin(view).report());
        ScoresDriver.page().setPartState(ScoresDriver.page().getReference(view), IWorkbenchPage.STATE_RESTORED);
        ScoresDriver.page().hideView(view);
        EventLoop.settle();
        show();
        assertTrue(new Pin(view).isPressed());
        assertEquals(report.toString(), new Pin(view).report());
        awaitTrace("one.png");
        new Pin(view).press();
        assertEquals(other.toString(), new Pin(view).report());
    }

    @Test
    void whatWasTracedComesBack() throws Exception {
        final Path report = writeReport();
        final Path picture = picture("one.png");
        final XMLMemento memento = XMLMemento.createWriteRoot("view");
        memento.putString("report", report.toString());
        memento.createChild("trace").putString("picture", picture.toString());
        memento.getChild("trace").putInteger("output", 1);
        memento.putString("heat", "cam");
        restore(memento);
        EventLoop.until("the class is traced again", () ->
                !trees().isEmpty() && tree().getItemCount() > 0 && tree().getItem(0).getText().startsWith("forest"));
        final XMLMemento saved = XMLMemento.createWriteRoot("view");
        view.saveState(saved);
        assertEquals(picture.toString(), saved.getChild("trace").getString("picture"));
        assertEquals(1, saved.getChild("trace").getInteger("output"));
        assertEquals("cam", saved.getString("heat"));
        assertEquals(report.toString(), saved.getString("report"));
    }

    @Test
    void aTraceOfThousandsOfFiltersIsShownAtOnce() throws Exception {
        openReport();
        view.traceFile(picture("big.png"));
        EventLoop.until("it is shown", () -> !trees().isEmpty() && tree().getItemCount() > 0 && tree().getItem(0).getItemCount() == 5);
        assertEquals(513, layer(4).getItemCount());
        final AtomicInteger asked = new AtomicInteger();
        tree().addListener(SWT.SetData, event -> asked.incrementAndGet());
        for (int layer = 0; layer < 5; layer++) {
            layer(layer).setExpanded(true);
        }
        EventLoop.settle();
        final Path report = folder.resolve("report");
        view.getSite().getSelectionProvider().setSelection(new StructuredSelection(new FilterSelection(report, "layer4", 300)));
        assertEquals("300 \u00b7 water", tree().getSelection()[0].getText());
        EventLoop.settle();
        assertTrue(asked.get() < 300, asked + " of 2,560 rows were filled, though less than a hundred are in sight");
    }

    @Test
    void copiesTheTreeAsCsvAndTheSentencesAsText() throws Exception {
        trace("one.png");
        EventLoop.until("gradients are integrated", () -> layer(1).getText().contains("integrated"));
        final List<String> csv = copied("Copy as CSV").lines().toList();
        assertEquals("picture,class,kind,layer,filter,pattern,name,amount,logit_change,probability_change", csv.getFirst());
        assertTrue(csv.contains("one.png,river,pattern,deep,1,2,part pattern 2 \u00b7 bank," + contribution(1) / 2 + ",,"), csv.toString());
        assertTrue(copied("Copy as Text").startsWith("one.png\nriver 71 %: "), copied("Copy as Text"));
    }

    /** The registry is what a theme fills; to change the whole theme trips over tables of other tests that are gone. */
    @Test
    void colorsComeFromTheTheme() throws Exception {
        final ColorRegistry colors = PlatformUI.getWorkbench().getThemeManager().getCurrentTheme().getColorRegistry();
        final RGB before = colors.getRGB("org.filterscope.ui.trace.for");
        trace("one.png");
        EventLoop.settle();
        try {
            EventLoop.until("bars have the theme's color", () -> count(tree(), before.red << 16 | before.green << 8 | before.blue) > 20);
            colors.put("org.filterscope.ui.trace.for", new RGB(0x12, 0xb4, 0x56));
            tree().redraw();
            EventLoop.until("bars have the other color", () -> count(tree(), 0x12b456) > 20);
        } finally {
            colors.put("org.filterscope.ui.trace.for", before);
        }
    }

    @Test
    void hasHelpAndIsInThePerspective() {
        assertNotNull(HelpSystem.getContext(ContributionTraceView.ID));
        assertTrue(List.of(ScoresDriver.page().getShowViewShortcuts()).contains(ContributionTraceView.ID)
                || PlatformUI.getWorkbench().getViewRegistry().find(ContributionTraceView.ID) != null);
    }

    private void show() throws Exception {
        view = (ContributionTraceView) ScoresDriver.page().showView(ContributionTraceView.ID);
        ScoresDriver.page().setPartState(ScoresDriver.page().getReference(view), IWorkbenchPage.STATE_MAXIMIZED);
        widgets = new Widgets(view);
        EventLoop.settle();
    }

    private void forget() {
        final MPart part = view.getSite().getService(MPart.class);
        ScoresDriver.page().setPartState(ScoresDriver.page().getReference(view), IWorkbenchPage.STATE_RESTORED);
        ScoresDriver.page().hideView(view);
        EventLoop.settle();
        part.getPersistedState().clear();
    }

    private void restore(final XMLMemento memento) throws Exception {
        final MPart part = view.getSite().getService(MPart.class);
        forget();
        final StringWriter text = new StringWriter();
        memento.save(text);
        part.getPersistedState().put("memento", text.toString());
        show();
    }

    /** The configuration lies where it is looked for, above the report. */
    private Path writeReport() throws Exception {
        Files.writeString(folder.resolve("landscapes.filterscope"), SampleReport.CONFIGURATION);
        return SampleReport.writeScored(folder.resolve("report"), 12);
    }

    private Path openReport() throws Exception {
        final Path report = writeReport();
        diagnoses.open(new ReportLocation(report, Optional.empty()));
        EventLoop.until("a picture is asked for", () -> widgets.text().contains("Choose a picture of the report"));
        return report;
    }

    private Path trace(final String name) throws Exception {
        final Path report = openReport();
        view.traceFile(picture(name));
        awaitTrace(name);
        return report;
    }

    private void awaitTrace(final String name) {
        EventLoop.until(name + " is traced", () -> isTraced(name));
    }

    private boolean isTraced(final String name) {
        return !trees().isEmpty() && widgets.text().lines().anyMatch(name::equals);
    }

    private Path picture(final String name) {
        final ImageData data = new ImageData(ScriptedTraces.COLS, ScriptedTraces.ROWS, 24, new PaletteData(0xff0000, 0xff00, 0xff));
        for (int row = 0; row < data.height; row++) {
            for (int col = 0; col < data.width; col++) {
                data.setPixel(col, row, 0xffffff);
            }
        }
        final ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] {data};
        final Path file = folder.resolve(name);
        loader.save(file.toString(), SWT.IMAGE_PNG);
        return file;
    }

    private List<Tree> trees() {
        return widgets.all(Tree.class);
    }

    private Tree tree() {
        return trees().getFirst();
    }

    private TreeItem layer(final int index) {
        tree().getItem(0).getText();
        final TreeItem layer = tree().getItem(0).getItem(index);
        layer.getText();
        return layer;
    }

    private TreeItem filter(final int layer, final int number) {
        return Stream.of(layer(layer).getItems())
                .filter(item -> item.getText().equals("filter " + number) || item.getText().startsWith(number + " \u00b7"))
                .findFirst().orElseThrow();
    }

    private static double contribution(final int filter) {
        return Math.floorMod(7 * filter + 6, 12) - 5;
    }

    private void select(final TreeItem item) {
        tree().setSelection(item);
        tree().notifyListeners(SWT.Selection, new Event());
    }

    private void press(final char key) {
        final Event event = new Event();
        event.character = key;
        event.keyCode = key;
        tree().notifyListeners(SWT.KeyDown, event);
    }

    private void click(final TreeItem item) {
        final Event event = new Event();
        event.button = 1;
        event.x = item.getBounds(2).x + 5;
        event.y = item.getBounds(2).y + 5;
        tree().notifyListeners(SWT.MouseDown, event);
    }

    private Combo classes() {
        return widgets.all(Combo.class).stream().filter(combo -> combo.getItemCount() == 3).findFirst().orElseThrow();
    }

    private void chooseHeat(final String label) {
        final Combo heats = widgets.all(Combo.class).getFirst();
        heats.select(heats.indexOf(label));
        heats.notifyListeners(SWT.Selection, new Event());
    }

    private Canvas canvas() {
        return widgets.all(Canvas.class).stream().filter(control -> control.getClass() == Canvas.class).findFirst().orElseThrow();
    }

    private void drop(final int pane, final Path picture) {
        final List<Composite> targets = widgets.all(Composite.class).stream()
                .filter(control -> control.getData("DropTarget") instanceof DropTarget).toList();
        Drops.drop((DropTarget) targets.get(pane).getData("DropTarget"), picture);
    }

    private IAction action(final String label) {
        return Stream.of(view.getViewSite().getActionBars().getMenuManager().getItems()).filter(ActionContributionItem.class::isInstance)
                .map(item -> ((ActionContributionItem) item).getAction()).filter(action -> action.getText().replace("&", "").startsWith(label))
                .findFirst().orElseThrow();
    }

    private String copied(final String label) {
        if (!action(label).isEnabled()) {
            return "";
        }
        action(label).run();
        final Clipboard clipboard = new Clipboard(tree().getDisplay());
        try {
            return (String) clipboard.getContents(TextTransfer.getInstance());
        } finally {
            clipboard.dispose();
        }
    }

    private IStructuredSelection selection() {
        return (IStructuredSelection) view.getSite().getSelectionProvider().getSelection();
    }

    private static ImageData shot(final Control control) {
        control.update();
        final Image image = new Image(control.getDisplay(), control.getSize().x, control.getSize().y);
        final GC gc = new GC(control);
        try {
            gc.copyArea(image, 0, 0);
            return image.getImageData();
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    /** Pixels that are neither white nor grey nor black: of the heat, as the picture is white. */
    private long colored() {
        final ImageData data = shot(canvas());
        long count = 0;
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                final RGB color = data.palette.getRGB(data.getPixel(x, y));
                count += Math.max(color.red, Math.max(color.green, color.blue)) - Math.min(color.red, Math.min(color.green, color.blue)) > 30 ? 1 : 0;
            }
        }
        return count;
    }

    private static int rgb(final ImageData data, final int x, final int y) {
        final RGB color = data.palette.getRGB(data.getPixel(x, y));
        return color.red << 16 | color.green << 8 | color.blue;
    }

    private static int count(final Control control, final int color) {
        final ImageData data = shot(control);
        int count = 0;
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                count += rgb(data, x, y) == color ? 1 : 0;
            }
        }
        return count;
    }

    private Rectangle extent(final int color) {
        final ImageData data = shot(canvas());
        Rectangle all = new Rectangle(0, 0, 0, 0);
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                if (rgb(data, x, y) == color) {
                    all = all.isEmpty() ? new Rectangle(x, y, 1, 1) : all.union(new Rectangle(x, y, 1, 1));
                }
            }
        }
        return all;
    }
}
