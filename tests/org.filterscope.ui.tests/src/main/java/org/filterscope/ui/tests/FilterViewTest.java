package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.help.HelpSystem;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewPart;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.WrappingText;
import org.filterscope.ui.filter.FilterView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class FilterViewTest {
    @TempDir
    Path folder;
    private ScoresDriver scores;
    private Path report;
    private IViewPart view;
    private Widgets widgets;

    /** A view that another open perspective has, too, lives on when it is hidden, and with it what the test before has shown. */
    @BeforeEach
    void openViews() throws Exception {
        for (final IPerspectiveDescriptor perspective : ScoresDriver.page().getOpenPerspectives()) {
            if (!perspective.getId().equals(ScoresDriver.page().getPerspective().getId())) {
                ScoresDriver.page().closePerspective(perspective, false, false);
            }
        }
        report = SampleReport.writeScored(folder.resolve("report"), 12);
        scores = ScoresDriver.create();
        view = ScoresDriver.page().showView(FilterView.ID);
        widgets = new Widgets(view);
        EventLoop.settle();
    }

    @AfterEach
    void closeViews() {
        final MPart part = view.getSite().getService(MPart.class);
        ScoresDriver.page().hideView(view);
        EventLoop.settle();
        part.getPersistedState().clear();
        scores.close();
    }

    @Test
    void saysWhatItWouldShowAndHowToGetThereWhileNothingIsSelected() {
        assertTrue(widgets.text().contains("everything about one filter"), widgets.text());
        assertTrue(widgets.text().contains(">Open Filter Scores</a>"), widgets.text());
    }

    @Test
    void followsTheSelectionInFilterScoresWithWordsFirst() throws Exception {
        scores.openView();
        scores.openAndAwait(report);
        scores.select(0);
        EventLoop.until("the filter is told", () -> widgets.text().contains("deep, filter 5"));
        assertTrue(widgets.text().contains("Stands for sand (IoU 0.07). Its peak follows the shore (R\u00b2 0.40)."), widgets.text());
        assertTrue(widgets.text().contains("It fires on 75% of the pictures."), widgets.text());
        scores.select(1);
        EventLoop.until("the other filter is told", () -> widgets.text().contains("deep, filter 10"));
    }

    @Test
    void showsTheBestConceptsOfAllSets() {
        show(5);
        assertEquals(List.of("sand", "beach", "forest", "river", "wave", "stone"), Widgets.column(widgets.table("Concept"), "Concept"));
        assertEquals(List.of("0.070", "0.015"), Widgets.column(widgets.table("Concept"), "IoU").subList(0, 2));
        assertEquals(List.of("scenes", "classes"), Widgets.column(widgets.table("Concept"), "Set").subList(0, 2));
        assertEquals("", Widgets.column(widgets.table("Concept"), "p").get(1), "no p-value was computed for classes");
    }

    @Test
    void offersTheClassMeasuresThatTheReportHasAndShowsTheChosenOne() {
        show(5);
        final Combo measures = widgets.all(Combo.class).getFirst();
        assertEquals(List.of("Mean", "AUC of the peak", "Contribution to the logit"), List.of(measures.getItems()));
        assertEquals("river", Widgets.column(widgets.table("Class"), "Class").getFirst());
        measures.select(1);
        measures.notifyListeners(SWT.Selection, new Event());
        assertEquals(List.of("0.800", "0.400", "0.400"), Widgets.column(widgets.table("Class"), "Number"));
    }

    @Test
    void showsLandmarksAndThePlacesOfThePeaksAndTheMeasuredField() {
        show(5);
        assertEquals(List.of("horizon", "shore"), Widgets.column(widgets.table("Landmark"), "Landmark"));
        assertEquals(List.of("0.200", "0.700"), Widgets.column(widgets.table("Landmark"), "R\u00b2"));
        assertEquals(List.of("0.400", "0.0003"), Widgets.column(widgets.table("Landmark"), "p"));
        assertTrue(widgets.text().contains("Where the landmarks lie seen from the peak"), widgets.text());
        assertTrue(widgets.text().contains("30 of 30 pictures have a peak, at 18 of 36 positions"), widgets.text());
        assertTrue(widgets.text().contains("a square of 45 \u00d7 45 pixels, within 44 \u00d7 38 (by occlusion, 6 pictures)"), widgets.text());
        assertTrue(widgets.text().contains("cannot be larger than 61 \u00d7 61 pixels"), widgets.text());
    }

    /** A hill around the centre of row 1, column 1 of the map, pixel 16, is above a tenth up to 9 pixels away. */
    @Test
    void tellsWhatAPeakCanDependOnAndWhatItWasMeasuredToDependOn() {
        show(5);
        assertTrue(widgets.text().contains("solid box: what the peak can depend on, rows 58 to 87, columns 34 to 73 of the input"), widgets.text());
        assertTrue(widgets.text().contains("dashed box: what it was measured to depend on, rows 7 to 25, columns 7 to 25"), widgets.text());
    }

    @Test
    void whatMayBeChanceIsNotSaidToFollowALandmark() {
        show(6);
        assertTrue(widgets.text().contains("Of the landmarks its peak predicts the horizon best (R\u00b2 0.50), but that may be chance."),
                widgets.text());
    }

    @Test
    void showsTheNumbersOfAReportThatWasWrittenInPlaceOfTheOneOnShow() throws Exception {
        show(5);
        assertTrue(widgets.text().contains("peak 11.9 at"), widgets.text());
        SampleReport.writeScored(report, 20);
        scores.open(report);
        EventLoop.until("the new numbers are told", () -> widgets.text().contains("peak 15.9 at"));
    }

    @Test
    void enterInFilterScoresOpensIt() throws Exception {
        ScoresDriver.page().hideView(view);
        scores.openView();
        scores.openAndAwait(report);
        scores.select(0);
        scores.table().notifyListeners(SWT.DefaultSelection, new Event());
        EventLoop.until("the view is there", () -> ScoresDriver.page().findView(FilterView.ID) != null);
        view = ScoresDriver.page().findView(FilterView.ID);
        widgets = new Widgets(view);
        EventLoop.until("the filter is told", () -> widgets.text().contains("deep, filter 5"));
    }

    @Test
    void findsTheConfigurationAboveAFolderOfReports() throws Exception {
        Files.writeString(folder.resolve("landscapes.filterscope"), SampleReport.CONFIGURATION);
        final Path deeper = SampleReport.writeScored(folder.resolve("reports/flawed"), 12);
        view.getSite().getSelectionProvider().setSelection(new StructuredSelection(new FilterSelection(deeper, "deep", 5)));
        EventLoop.until("the filter can be named", () -> !widgets.all(Text.class).isEmpty());
    }

    @Test
    void goesToTheTwinAndTellsTheOtherViewsSo() throws Exception {
        show(5);
        final Event follow = new Event();
        final Link link = widgets.all(Link.class).getFirst();
        follow.text = link.getText().replaceAll(".*href=\"([0-9]+)\".*", "$1");
        link.notifyListeners(SWT.Selection, follow);
        EventLoop.until("the twin is told", () -> widgets.text().contains("deep, filter 4"));
        assertEquals(List.of(new FilterSelection(report, "deep", 4)),
                ((IStructuredSelection) view.getSite().getSelectionProvider().getSelection()).toList());
    }

    @Test
    void keepsANameAndAVerdictBesideTheConfigurationAndTellsFilterScores() throws Exception {
        Files.writeString(folder.resolve("landscapes.filterscope"), SampleReport.CONFIGURATION);
        scores.openView();
        scores.openAndAwait(report);
        ScoresDriver.page().activate(view);
        show(5);
        final Text name = widgets.all(Text.class).getFirst();
        name.setText("beach sand");
        name.notifyListeners(SWT.DefaultSelection, new Event());
        final Path names = folder.resolve("landscapes.filternames.csv");
        EventLoop.until("the name is stored", () -> Files.exists(names));
        choose("&right");
        EventLoop.until("the verdict is stored", () -> text(names).contains("0000000000000006,beach sand,right,deep,5,sand,"));
        EventLoop.until("Filter Scores shows both", () -> scores.column("Name").contains("beach sand")
                && scores.column("Agreement").contains("\u2713 agrees"));
        choose("&wrong");
        EventLoop.until("Filter Scores follows", () -> scores.column("Agreement").contains("\u2717 differs"));
        show(6);
        assertEquals("", widgets.all(Text.class).getFirst().getText());
        show(5);
        assertEquals("beach sand", widgets.all(Text.class).getFirst().getText());
    }

    @Test
    void ofNamesGivenInQuickSuccessionTheLastIsKept() throws Exception {
        Files.writeString(folder.resolve("landscapes.filterscope"), SampleReport.CONFIGURATION);
        show(5);
        for (final String said : List.of("a", "b", "c", "d", "e")) {
            widgets.all(Text.class).getFirst().setText(said);
            widgets.all(Text.class).getFirst().notifyListeners(SWT.DefaultSelection, new Event());
        }
        final Path names = folder.resolve("landscapes.filternames.csv");
        EventLoop.until("the last name is stored", () -> Files.exists(names) && text(names).contains(",e,"));
    }

    /** Whoever holds an arrow key down in Filter Scores. */
    @Test
    void readsOneFilterAtATime() {
        final Set<Optional<ISchedulingRule>> rules = ConcurrentHashMap.newKeySet();
        final JobChangeAdapter counter = new JobChangeAdapter() {
            @Override
            public void scheduled(final IJobChangeEvent event) {
                if (event.getJob().getName().startsWith("Reading filter")) {
                    rules.add(Optional.ofNullable(event.getJob().getRule()));
                }
            }
        };
        Job.getJobManager().addJobChangeListener(counter);
        try {
            for (int channel = 0; channel < 8; channel++) {
                view.getSite().getSelectionProvider().setSelection(new StructuredSelection(new FilterSelection(report, "deep", channel)));
            }
            show(8);
        } finally {
            Job.getJobManager().removeJobChangeListener(counter);
        }
        assertEquals(1, rules.size(), "all have the same rule");
        assertTrue(rules.iterator().next().filter(rule -> rule.isConflicting(rule)).isPresent(), "which lets only one run");
    }

    @Test
    void leavesTheSelectionInFilterScoresAloneWhenItHasTheFilterOrCannotHaveIt() throws Exception {
        scores.openView();
        scores.openAndAwait(report);
        scores.select(0, 1);
        EventLoop.until("the filter is told", () -> widgets.text().contains("deep, filter 5"));
        ScoresDriver.page().activate(view);
        EventLoop.settle();
        assertEquals(2, scores.table().getSelectionCount());
        scores.type("10");
        scores.select(0);
        show(3);
        EventLoop.settle();
        assertEquals(1, scores.table().getSelectionCount(), "filter 3 is hidden, so that 10 stays selected");
    }

    @Test
    void saysWhyAFilterCannotBeNamed() {
        show(5);
        assertTrue(widgets.text().contains("Names are kept beside the configuration that the report was made with; it cannot be found."),
                widgets.text());
        assertTrue(widgets.all(Text.class).isEmpty());
    }

    private void choose(final String verdict) {
        final List<Button> choices = widgets.all(Button.class);
        choices.forEach(choice -> choice.setSelection(choice.getText().equals(verdict)));
        choices.stream().filter(Button::getSelection).findFirst().orElseThrow().notifyListeners(SWT.Selection, new Event());
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void leavesOutWhatTheReportDoesNotHave() {
        view.getSite().getSelectionProvider().setSelection(new StructuredSelection(new FilterSelection(report, "early", 3)));
        awaitTitle("early, filter 3");
        assertTrue(widgets.hasTable("Class"));
        assertFalse(widgets.hasTable("Concept"));
        assertFalse(widgets.hasTable("Landmark"));
        assertFalse(widgets.text().contains("have a peak"));
    }

    @Test
    void aSectionIsMadeWhenAFilterFirstHasSomethingToShowInIt() {
        view.getSite().getSelectionProvider().setSelection(new StructuredSelection(new FilterSelection(report, "early", 3)));
        awaitTitle("early, filter 3");
        assertEquals(List.of("Class"), madeTables());
        show(5);
        assertEquals(List.of("Concept", "Class", "Landmark"), madeTables());
    }

    private List<String> madeTables() {
        return widgets.made(Table.class).stream().map(table -> table.getColumn(0).getText()).toList();
    }

    @Test
    void aNarrowViewWrapsItsWords() {
        show(5);
        final WrappingText sentence = widgets.all(WrappingText.class).stream().filter(text -> text.getText().startsWith("Stands for sand")).findFirst()
                .orElseThrow();
        final ScrolledComposite page = widgets.all(ScrolledComposite.class).getFirst();
        page.setSize(220, 400);
        final int room = page.getClientArea().width;
        assertFalse(page.getHorizontalBar().isVisible(), "nothing lies beyond the edge");
        assertTrue(sentence.getSize().x <= room, sentence.getSize() + " in " + room);
        assertEquals(sentence.computeSize(sentence.getSize().x, SWT.DEFAULT).y, sentence.getSize().y, "all lines are in sight");
        assertTrue(sentence.getSize().y >= 4 * sentence.computeSize(SWT.DEFAULT, SWT.DEFAULT).y, "of one line many are made: " + sentence.getSize());
    }

    @Test
    void aDeadFilterIsSaidToBeDead() {
        show(9);
        assertTrue(widgets.text().contains("It is dead"), widgets.text());
        assertFalse(widgets.hasTable("Concept"));
    }

    @Test
    void theArrowKeysGoFromPictureToPicture() {
        show(5);
        assertTrue(widgets.text().contains("peak 11.9 at row 1, column 1"), widgets.text());
        final Event key = new Event();
        key.keyCode = SWT.ARROW_RIGHT;
        widgets.all(Canvas.class).stream().filter(canvas -> canvas.getClass() == Canvas.class).findFirst().orElseThrow()
                .notifyListeners(SWT.KeyDown, key);
        assertTrue(widgets.text().contains("peak 11.8 at row 2, column 2"), widgets.text());
    }

    /** The map of the first top picture is a hill around row 1, column 1, of 6 by 6: the corner opposite is not active. The picture is 96 pixels high. */
    @Test
    void dimsWhatIsNotActive() {
        show(5);
        final Canvas tops = widgets.all(Canvas.class).stream().filter(canvas -> canvas.getClass() == Canvas.class).findFirst().orElseThrow();
        EventLoop.until("the far corner is darker than the peak's place", () -> {
            final Image image = new Image(Display.getCurrent(), 96, 96);
            final GC gc = new GC(tops);
            gc.copyArea(image, 0, 0);
            gc.dispose();
            final ImageData pixels = image.getImageData();
            image.dispose();
            return brightness(pixels, 84, 84) < brightness(pixels, 20, 20) / 2;
        });
    }

    @Test
    void saysWhichFileOfADamagedReportIsWrongAndTriesAgain() throws IOException {
        final Path maps = new ReportFiles(report).topMaps("deep");
        final byte[] whole = Files.readAllBytes(maps);
        Files.write(maps, new byte[64]);
        view.getSite().getSelectionProvider().setSelection(new StructuredSelection(new FilterSelection(report, "deep", 5)));
        EventLoop.until("the message names the file", () -> widgets.text().contains("deep.npy"));
        Files.write(maps, whole);
        final Event again = new Event();
        again.text = "0";
        widgets.all(Link.class).getFirst().notifyListeners(SWT.Selection, again);
        EventLoop.until("the filter is told", () -> widgets.text().contains("deep, filter 5"));
    }

    @Test
    void remembersTheFilter() throws Exception {
        show(3);
        ScoresDriver.page().hideView(view);
        EventLoop.settle();
        view = ScoresDriver.page().showView(FilterView.ID);
        widgets = new Widgets(view);
        EventLoop.until("the filter is back", () -> widgets.text().contains("deep, filter 3"));
    }

    @Test
    void whilePinnedKeepsItsFilterAndFollowsAtOnceWhenUnpinned() throws Exception {
        scores.openView();
        scores.openAndAwait(report);
        scores.select(0);
        EventLoop.until("the filter is told", () -> widgets.text().contains("deep, filter 5"));
        new Pin(view).press();
        scores.select(1);
        EventLoop.settle();
        scores.openAndAwait(SampleReport.writeScored(folder.resolve("other"), 12));
        assertEquals(report.toString(), new Pin(view).report());
        assertTrue(widgets.text().contains("deep, filter 5"), widgets.text());
        ScoresDriver.page().activate(view);
        new Pin(view).press();
        EventLoop.until("the selected filter is told", () -> widgets.text().contains("deep, filter 10"));
    }

    @Test
    void isStillPinnedWhenItIsOpenedAgain() throws Exception {
        scores.openView();
        scores.openAndAwait(report);
        scores.select(0);
        EventLoop.until("the filter is told", () -> widgets.text().contains("deep, filter 5"));
        new Pin(view).press();
        ScoresDriver.page().hideView(view);
        EventLoop.settle();
        view = ScoresDriver.page().showView(FilterView.ID);
        widgets = new Widgets(view);
        assertTrue(new Pin(view).isPressed());
        EventLoop.until("the filter is back", () -> widgets.text().contains("deep, filter 5"));
        scores.openView();
        scores.select(1);
        EventLoop.settle();
        assertTrue(widgets.text().contains("deep, filter 5"), widgets.text());
        new Pin(view).press();
        EventLoop.until("the filter that is selected in Filter Scores is told", () -> widgets.text().contains("deep, filter 10"));
    }

    @Test
    void whilePinnedShowsTheNewNumbersOfItsReport() throws Exception {
        show(5);
        new Pin(view).press();
        SampleReport.writeScored(report, 20);
        scores.open(report);
        EventLoop.until("the new numbers are told", () -> widgets.text().contains("peak 15.9 at"));
    }

    @Test
    void hasHelp() {
        assertNotNull(HelpSystem.getContext(FilterView.ID));
    }

    private void show(final int channel) {
        view.getSite().getSelectionProvider().setSelection(new StructuredSelection(new FilterSelection(report, "deep", channel)));
        awaitTitle("deep, filter " + channel);
    }

    /** The tables come after title and pictures. */
    private void awaitTitle(final String title) {
        EventLoop.until("the filter is told", () -> widgets.text().contains(title));
        EventLoop.settle();
    }

    private static int brightness(final ImageData pixels, final int x, final int y) {
        final var color = pixels.palette.getRGB(pixels.getPixel(x, y));
        return color.red + color.green + color.blue;
    }
}
