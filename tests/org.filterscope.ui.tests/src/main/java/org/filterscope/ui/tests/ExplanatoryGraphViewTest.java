package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.help.HelpSystem;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.graph.ExplanatoryGraphView;
import org.filterscope.ui.graph.model.GraphTable;
import org.filterscope.ui.graph.model.Mark;
import org.filterscope.ui.graph.model.Neighbourhood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

@ExtendWith(NoHangingDialogs.class)
class ExplanatoryGraphViewTest {
    @TempDir
    Path folder;
    private Path report;
    private GraphDriver graph;
    private GraphTable table;

    @BeforeEach
    void openView() throws Exception {
        report = SampleReport.writeScored(folder.resolve("report"), 12);
        graph = new GraphDriver();
    }

    @AfterEach
    void closeView() {
        graph.close();
    }

    private void show() throws Exception {
        SampleGraph.small().write(report, "bird");
        try (GraphFile file = GraphFile.open(report.resolve("graph/bird/graph.fsg"))) {
            table = GraphTable.of(file);
        }
        graph.openAndAwait(report);
    }

    @Test
    void saysWhatItWouldShowAndHowToGetThere() {
        assertTrue(graph.widgets().text().contains("No report is open yet"), graph.widgets().text());
        assertTrue(graph.widgets().text().contains(">Run a diagnosis"), graph.widgets().text());
        graph.open(report);
        EventLoop.until("the reason is told", () -> graph.widgets().text().contains("analyses: [filters, graph]"));
    }

    @Test
    void showsTheGraphWithItsPartsInTheLegend() throws Exception {
        show();
        assertTrue(graph.widgets().text().contains("56 part patterns in 2 layers, mined from 30 pictures"), graph.widgets().text());
        assertEquals(List.of("Part", "Class of the filter", "Label of the filter", "Strength", "Presence", "Concentration", "Purity"),
                List.of(graph.colorBy().getItems()));
        assertTrue(colors(graph.canvas()).size() > 6, "kinds have colors of their own");
    }

    @Test
    void offersTheGraphsOfAllKindsOfObjects() throws Exception {
        new SampleGraph(List.of("deep"), 5, List.of(2), 0, 16, List.of("river/river00.png")).write(report, "sailing boat");
        show();
        assertEquals(List.of("bird", "sailing boat"), List.of(graph.category().getItems()));
        assertEquals("bird", graph.category().getText());
        GraphDriver.choose(graph.category(), 1);
        EventLoop.until("the other graph is shown", () -> graph.widgets().text().contains("10 part patterns in one layer"));
        graph.reopenView();
        EventLoop.until("the view remembers", () -> graph.widgets().text().contains("10 part patterns in one layer"));
    }

    @Test
    void aDamagedFileTellsItsSentenceInTheViewAndOffersTheOthers() throws Exception {
        new SampleGraph(List.of("deep"), 5, List.of(2), 0, 16, List.of("river/river00.png")).write(report, "sailing boat");
        Files.createDirectories(report.resolve("graph/bird"));
        Files.writeString(report.resolve("graph/bird/graph.fsg"), "no graph");
        graph.open(report);
        EventLoop.until("the message names the file", () -> graph.widgets().text().contains("graph.fsg"));
        assertTrue(graph.widgets().text().contains("Show the graph of sailing boat"), graph.widgets().text());
    }

    @Test
    void aClickedPatternIsToldInWordsAndItsFilterSelectedForOtherViews() throws Exception {
        show();
        graph.click(table, table.mark(5), 1);
        assertEquals(List.of(new FilterSelection(report, "deep", 1)), graph.selection());
        EventLoop.until("the pattern is told", () -> graph.widgets().text().contains("deep/1, pattern 1"));
        assertEquals(List.of("Strength", "Presence", "Concentration", "Purity"),
                Widgets.column(graph.widgets().table("Score"), "Score"));
        EventLoop.until("pictures with its highest scores are shown", () -> graph.widgets().text().contains("Highest scores"));
        graph.click(table, new Mark.OfLayer(1), 1);
        assertTrue(graph.widgets().text().contains("8 of 8 filters have patterns, 24 in all."), graph.widgets().text());
    }

    @Test
    void followsTheFilterThatIsSelectedInFilterScores() throws Exception {
        show();
        try (ScoresDriver scores = new ScoresDriver(graph.diagnoses())) {
            scores.awaitRows();
            scores.select(scores.column("Filter").indexOf("3"));
            graph.openView();
            EventLoop.until("the filter is told", () -> graph.widgets().text().contains("deep/3"));
            assertTrue(graph.widgets().text().contains("Has 4 patterns."), graph.widgets().text());
        }
    }

    /** The report's layer has 12 filters, the graph patterns of the first 8. */
    @Test
    void aFilterWithoutPatternsIsSaidToHaveNone() throws Exception {
        show();
        graph.view().getSite().getSelectionProvider().setSelection(new StructuredSelection(new FilterSelection(report, "deep", 3)));
        assertTrue(graph.widgets().text().contains("Has 4 patterns."), graph.widgets().text());
        graph.view().getSite().getSelectionProvider().setSelection(new StructuredSelection(new FilterSelection(report, "deep", 10)));
        assertTrue(graph.widgets().text().contains("deep/10"), graph.widgets().text());
        assertTrue(graph.widgets().text().contains("Filter 10 has no part patterns in this graph."), graph.widgets().text());
        assertFalse(graph.widgets().hasTable("Score"), "there is nothing to give numbers of");
        graph.view().getSite().getSelectionProvider().setSelection(new StructuredSelection(new FilterSelection(report, "logits", 1)));
        assertTrue(graph.widgets().text().contains("The graph has no layer logits, only deep, early"), graph.widgets().text());
        graph.click(table, table.mark(5), 1);
        assertTrue(graph.widgets().text().contains("deep/1, pattern 1"), graph.widgets().text());
    }

    @Test
    void whilePinnedLeavesItsSelectionAndFollowsAtOnceWhenUnpinned() throws Exception {
        show();
        try (ScoresDriver scores = new ScoresDriver(graph.diagnoses())) {
            scores.awaitRows();
            new Pin(graph.view()).press();
            scores.select(scores.column("Filter").indexOf("3"));
            graph.openView();
            assertFalse(graph.widgets().text().contains("deep/3"), graph.widgets().text());
            new Pin(graph.view()).press();
            assertTrue(graph.widgets().text().contains("deep/3"), graph.widgets().text());
        }
    }

    @Test
    void whilePinnedStaysWithItsReportAlsoWhenItIsOpenedAgain() throws Exception {
        show();
        new Pin(graph.view()).press();
        final Path other = SampleReport.writeScored(folder.resolve("other"), 12);
        new SampleGraph(List.of("deep"), 5, List.of(2), 0, 16, List.of("river/river00.png")).write(other, "bird");
        graph.open(other);
        EventLoop.settle();
        assertEquals(report.toString(), new Pin(graph.view()).report());
        graph.reopenView();
        assertTrue(new Pin(graph.view()).isPressed());
        EventLoop.until("the graph is back", () -> graph.widgets().text().contains("56 part patterns in 2 layers"));
        new Pin(graph.view()).press();
        EventLoop.until("the current report's graph is shown", () -> graph.widgets().text().contains("10 part patterns in one layer"));
    }

    @Test
    void theKeyboardSelectsFocusesAndZooms() throws Exception {
        show();
        final FigureCanvas canvas = graph.canvas();
        graph.key(SWT.ARROW_DOWN);
        assertTrue(graph.widgets().text().contains("8 of 8 filters have patterns, 32 in all."), graph.widgets().text());
        graph.key(canvas, SWT.ARROW_DOWN, '\0', SWT.MOD1);
        assertEquals(1, graph.selection().size());
        final Object first = graph.selection().getFirst();
        graph.key(SWT.ARROW_RIGHT);
        assertNotEquals(first, graph.selection().getFirst());
        graph.typeKey(SWT.CR);
        assertTrue(graph.action("Focus on Selection").isChecked());
        assertTrue(graph.widgets().text().contains("of 56 patterns"), graph.widgets().text());
        graph.typeKey(SWT.ESC);
        assertFalse(graph.action("Focus on Selection").isChecked());
        graph.typeKey(SWT.ESC);
        assertEquals(List.of(), graph.selection());
        final int whole = canvas.getViewport().getHorizontalRangeModel().getMaximum();
        graph.typeKey('+');
        assertTrue(canvas.getViewport().getHorizontalRangeModel().getMaximum() > whole);
        graph.typeKey('0');
        assertEquals(whole, canvas.getViewport().getHorizontalRangeModel().getMaximum());
    }

    @Test
    void theWheelZoomsWithControlAndDraggingMovesTheSheet() throws Exception {
        show();
        final FigureCanvas canvas = graph.canvas();
        final int whole = canvas.getViewport().getHorizontalRangeModel().getMaximum();
        graph.wheel(3, SWT.MOD1);
        graph.wheel(3, SWT.MOD1);
        assertTrue(canvas.getViewport().getHorizontalRangeModel().getMaximum() > 1.4 * whole);
        final int before = canvas.getViewport().getViewLocation().x;
        graph.drag(40);
        assertEquals(before - 40, canvas.getViewport().getViewLocation().x);
        assertEquals(List.of(), graph.selection(), "a drag is no click");
        graph.wheel(-3, SWT.MOD1);
        graph.wheel(-3, SWT.MOD1);
        graph.wheel(-3, SWT.MOD1);
        assertEquals(whole, canvas.getViewport().getHorizontalRangeModel().getMaximum());
    }

    @Test
    void readingTheReportAgainKeepsTheZoom() throws Exception {
        show();
        graph.typeKey('1');
        final int width = graph.canvas().getViewport().getHorizontalRangeModel().getMaximum();
        graph.typeKey('0');
        final int whole = graph.canvas().getViewport().getHorizontalRangeModel().getMaximum();
        assertTrue(whole < width, "the zoom makes a difference");
        graph.typeKey('1');
        graph.click(table, new Mark.OfLayer(0), 1);
        assertFalse(graph.widgets().text().contains("part patterns in"));
        graph.action("Refresh").run();
        EventLoop.until("the graph is read again", () -> graph.widgets().text().contains("part patterns in"));
        assertEquals(width, graph.canvas().getViewport().getHorizontalRangeModel().getMaximum());
    }

    @Test
    void searchingLightsWhatWasFoundAndEnterGoesThere() throws Exception {
        show();
        graph.type("deep/3");
        assertTrue(graph.widgets().text().contains("4 of 56 patterns"), graph.widgets().text());
        graph.key(graph.widgets().all(Text.class).getFirst(), SWT.CR, SWT.CR, 0);
        assertEquals(List.of(new FilterSelection(report, "deep", 3)), graph.selection());
        assertTrue(graph.widgets().text().contains("deep/3, pattern 0"), graph.widgets().text());
        graph.typeKey(SWT.CR);
        assertEquals("", graph.widgets().all(Text.class).getFirst().getText(), "the family is lit, not only what was searched");
        final int family = new Neighbourhood(table).family(table.mark(12)).cardinality();
        assertTrue(graph.widgets().text().contains(family + " of 56 patterns"), graph.widgets().text());
    }

    @Test
    void aKindInTheLegendCanBeLitAlone() throws Exception {
        show();
        final Canvas legend = graph.widgets().all(Canvas.class).stream().filter(canvas -> canvas.getClass() == Canvas.class).findFirst()
                .orElseThrow();
        final long eyes = IntStream.range(0, 56).filter(pattern -> table.part(pattern) == SampleGraph.PARTS.indexOf("eye")).count();
        graph.key(legend, ' ', ' ', 0);
        assertTrue(graph.widgets().text().contains(eyes + " of 56 patterns"), graph.widgets().text());
        graph.key(legend, ' ', ' ', 0);
        assertFalse(graph.widgets().text().contains("of 56 patterns"), graph.widgets().text());
    }

    @Test
    void lowNumbersCanBeLeftOut() throws Exception {
        show();
        assertTrue(graph.widgets().all(Spinner.class).isEmpty(), "parts have no lowest number");
        GraphDriver.choose(graph.colorBy(), 4);
        final Spinner least = graph.widgets().all(Spinner.class).getFirst();
        least.setSelection(least.getMaximum() - 1);
        least.notifyListeners(SWT.Selection, new Event());
        EventLoop.settle();
        assertTrue(graph.widgets().text().matches("(?s).*\\b[1-9] of 56 patterns.*"), graph.widgets().text());
    }

    @Test
    void aPictureLightsThePatternsThatAreOnItAndShowsTheirPlaces() throws Exception {
        show();
        graph.choosePicture(1);
        EventLoop.until("the patterns of the picture are lit", () -> graph.widgets().text().contains("18 of 56 patterns")
                || graph.widgets().text().contains("19 of 56 patterns"));
        assertTrue(graph.widgets().text().contains(SampleReport.picture(1) + ", mirrored: "), graph.widgets().text());
        graph.choosePicture(1);
        EventLoop.until("all are lit again", () -> !graph.widgets().text().contains("of 56 patterns"));
    }

    @Test
    void theHeatOfALayerDimsThePictureAwayFromItsPatterns() throws Exception {
        show();
        graph.choosePicture(0);
        EventLoop.until("the picture is there", () -> graph.widgets().text().contains("of 56 patterns"));
        EventLoop.settle();
        final Button heat = graph.widgets().all(Button.class).stream().filter(button -> button.getText().equals("Heat of the layer")).findFirst()
                .orElseThrow();
        final Control canvas = heat.getParent().getChildren()[List.of(heat.getParent().getChildren()).indexOf(heat) - 1];
        final double before = brightness(canvas);
        heat.setSelection(true);
        heat.notifyListeners(SWT.Selection, new Event());
        EventLoop.settle();
        assertTrue(brightness(canvas) < 0.9 * before, brightness(canvas) + " after " + before);
    }

    /** Mean of all values of the control's picture. */
    private static double brightness(final Control control) {
        final Point size = control.getSize();
        final Image image = new Image(control.getDisplay(), size.x, size.y);
        final GC gc = new GC(image);
        try {
            control.print(gc);
            double sum = 0;
            for (final byte value : image.getImageData().data) {
                sum += value & 0xff;
            }
            return sum / image.getImageData().data.length;
        } finally {
            gc.dispose();
            image.dispose();
        }
    }

    @Test
    void savesPicturesThatOtherProgramsCanRead() throws Exception {
        show();
        final Path png = folder.resolve("graph.png");
        final Path svg = folder.resolve("graph.SVG");
        ((ExplanatoryGraphView) graph.view()).save(png, true);
        ((ExplanatoryGraphView) graph.view()).save(svg, true);
        EventLoop.until("both files are written", () -> Files.exists(png) && Files.exists(svg) && size(png) > 100 && size(svg) > 1000);
        EventLoop.until("the drawing is complete", () -> text(svg).contains("</svg>"));
        final ImageData picture = new ImageData(png.toString());
        assertTrue(picture.width > 100 && picture.height > 100);
        final Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
        assertEquals("svg", document.getDocumentElement().getNodeName());
        final int marks = Stream.of("circle", "path", "rect", "image").mapToInt(name -> document.getElementsByTagName(name).getLength()).sum();
        assertTrue(marks > 56, "a mark for each pattern: " + marks);
        assertTrue(document.getElementsByTagName("text").getLength() > 4);
    }

    @Test
    void whatCannotBeSavedIsTold() throws Exception {
        show();
        final Path png = folder.resolve("graph.png");
        graph.typeKey('1');
        try (FileChannel file = FileChannel.open(report.resolve("graph/bird/graph.fsg"), StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
        final List<String> told = new CopyOnWriteArrayList<>();
        final IJobChangeListener listener = IJobChangeListener.onDone(event -> told.add(event.getResult().getMessage()));
        final boolean automated = ErrorDialog.AUTOMATED_MODE;
        ErrorDialog.AUTOMATED_MODE = true;
        Job.getJobManager().addJobChangeListener(listener);
        try {
            ((ExplanatoryGraphView) graph.view()).save(png, true);
            EventLoop.until("the picture's job fails", () -> told.stream().anyMatch(words -> words.startsWith(png + ": cannot be written (")));
        } finally {
            Job.getJobManager().removeJobChangeListener(listener);
            EventLoop.settle();
            ErrorDialog.AUTOMATED_MODE = automated;
        }
        assertFalse(Files.exists(png));
    }

    @Test
    void remembersWhatTheColorsTell() throws Exception {
        show();
        GraphDriver.choose(graph.colorBy(), 5);
        graph.reopenView();
        EventLoop.until("the graph is back", () -> graph.widgets().text().contains("part patterns in"));
        assertEquals("Concentration", graph.colorBy().getText());
    }

    @Test
    void hasHelp() {
        assertNotNull(HelpSystem.getContext(ExplanatoryGraphView.ID));
    }

    private static long size(final Path file) {
        return file.toFile().length();
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Integer> colors(final FigureCanvas canvas) {
        final Image image = new Image(canvas.getDisplay(), canvas.getSize().x, canvas.getSize().y);
        final GC gc = new GC(image);
        canvas.print(gc);
        gc.dispose();
        final ImageData data = image.getImageData();
        image.dispose();
        return Stream.iterate(0, index -> index < data.width * data.height, index -> index + 7)
                .map(index -> data.getPixel(index % data.width, index / data.width)).collect(Collectors.toSet());
    }
}
