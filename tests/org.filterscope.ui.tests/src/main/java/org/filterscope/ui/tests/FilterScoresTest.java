package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.help.HelpSystem;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.actions.ActionFactory;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.scores.FilterScoresView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class FilterScoresTest {
    @TempDir
    Path folder;
    private ScoresDriver scores;
    private Path report;

    @BeforeEach
    void openReport() throws Exception {
        report = SampleReport.write(folder.resolve("report"), 12);
        scores = ScoresDriver.create();
        scores.openAndAwait(report);
    }

    @AfterEach
    void closeView() {
        scores.close();
    }

    @Test
    void showsOneRowAFilterOfTheDeepestLayerWithTheHighestMaximumFirst() {
        assertEquals(List.of("deep (12)", "early (8)"), scores.layers());
        assertEquals("deep (12)", scores.layer());
        assertEquals(List.of("5", "10", "3", "8", "1", "6", "11", "4", "2", "7", "0", "9"), scores.column("Filter"));
    }

    @Test
    void tellsWhatAFilterDoesInWordsAndNumbers() {
        assertEquals("river (3.000)", scores.column("Strongest Class").getFirst());
        assertEquals("12.00", scores.column("Maximum").getFirst());
        assertEquals("1.500", scores.column("Mean").getFirst());
        assertEquals("75.0%", scores.column("Fires On").getFirst());
        assertEquals("dead", scores.column("Dead").getLast());
    }

    @Test
    void wordsForOneNetworkAreKeptWhereTheyFitAndDoNotHideAllFiltersOfAnother() throws Exception {
        scores.type("11");
        assertEquals(List.of("11"), scores.column("Filter"));
        scores.openAndAwait(another("seascapes.h5", 12));
        assertEquals("11", scores.filter().getText());
        scores.openAndAwait(another("townscapes.h5", 10));
        EventLoop.until("all are shown", () -> scores.table().getItemCount() == 10);
        assertEquals("", scores.filter().getText());
    }

    private Path another(final String model, final int filters) throws Exception {
        final Path other = SampleReport.write(folder.resolve(model), filters);
        final Path manifest = other.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("/data/landscapes.h5", "/data/" + model));
        return other;
    }

    @Test
    void noRowIsLeftBehindWhereNoFilterFits() throws Exception {
        final Set<TableItem> made = new HashSet<>();
        scores.table().addListener(SWT.SetData, event -> made.add((TableItem) event.item));
        scores.openAndAwait(SampleReport.write(folder.resolve("wide"), 96));
        scores.type("forest");
        EventLoop.settle();
        scores.type("no such word");
        EventLoop.settle();
        assertEquals(0, scores.table().getItemCount());
        assertEquals(0, made.stream().filter(item -> !item.isDisposed()).count(), "rows without a table end the process when the theme changes");
    }

    @Test
    void sortsBothWaysAndKeepsDeadFiltersAtTheEnd() {
        scores.clickHeader("Mean");
        assertEquals("5", scores.column("Filter").getFirst());
        scores.clickHeader("Mean");
        assertEquals("0", scores.column("Filter").getFirst());
        assertEquals("9", scores.column("Filter").getLast());
        scores.clickHeader("Filter");
        assertEquals("0", scores.column("Filter").getFirst());
        assertEquals(SWT.UP, scores.table().getSortDirection());
    }

    @Test
    void narrowsTheRowsToWhatWasTyped() {
        scores.type("forest");
        assertTrue(scores.column("Strongest Class").stream().anyMatch(text -> text.startsWith("forest")));
        scores.type("11");
        assertEquals(List.of("11"), scores.column("Filter"));
        scores.type("dead");
        assertEquals(List.of("9"), scores.column("Filter"));
        scores.type("");
        assertEquals(12, scores.table().getItemCount());
    }

    @Test
    void showsAnotherLayerWhenItIsChosen() {
        scores.chooseLayer(1);
        EventLoop.until("the other layer is shown", () -> scores.table().getItemCount() == 8);
        assertEquals("early (8)", scores.layer());
    }

    @Test
    void keepsTheSelectedFiltersWhenTheOrderChanges() {
        scores.select(0, 2);
        scores.clickHeader("Filter");
        assertEquals(List.of(new FilterSelection(report, "deep", 3), new FilterSelection(report, "deep", 5)), selection());
        assertEquals(2, scores.table().getSelectionCount());
    }

    @Test
    void tellsTheWorkbenchWhichFiltersAreSelected() {
        scores.select(0);
        assertEquals(List.of(new FilterSelection(report, "deep", 5)), selection());
    }

    @Test
    void copiesTheSelectedFiltersAsCsv() {
        scores.select(0);
        run(ActionFactory.COPY);
        final List<String> lines = clipboard().lines().toList();
        assertEquals("layer,channel,top_pictures,strongest_class,strongest_class_mean,mean,std,max,fires,dead", lines.get(0));
        assertTrue(lines.get(1).startsWith("deep,5,") && lines.get(1).endsWith(",river,3.0,1.5,2.4,12.0,0.75,false"), lines.get(1));
        assertEquals(2, lines.size());
    }

    @Test
    void theKeysForCopyingBelongToTheFilterWhileItHasTheFocus() {
        scores.select(0);
        scores.type("river");
        scores.filter().setFocus();
        EventLoop.until("the filter has the focus", scores.filter()::isFocusControl);
        EventLoop.settle();
        run(ActionFactory.SELECT_ALL);
        assertEquals("river", scores.filter().getSelectionText());
        run(ActionFactory.COPY);
        assertEquals("river", clipboard());
        assertTrue(scores.table().getSelectionCount() <= 1);
        scores.table().setFocus();
        EventLoop.until("the table has the focus", scores.table()::isFocusControl);
        EventLoop.settle();
        run(ActionFactory.SELECT_ALL);
        assertEquals(scores.table().getItemCount(), scores.table().getSelectionCount());
        run(ActionFactory.COPY);
        assertEquals(scores.table().getItemCount() + 1, clipboard().lines().count());
    }

    @Test
    void namesTheTopPicturesForThoseWhoDoNotSeeThem() {
        final String names = scores.column("Top Pictures").getFirst();
        assertTrue(names.matches("[a-z]+[0-9]{2}\\.png(, [a-z]+[0-9]{2}\\.png){5}"), names);
    }

    @Test
    void sortsFromTheMenuToo() {
        final MenuManager sort = Stream.of(scores.view().getViewSite().getActionBars().getMenuManager().getItems())
                .filter(MenuManager.class::isInstance).map(MenuManager.class::cast).findFirst().orElseThrow();
        final List<IAction> choices = Stream.of(sort.getItems()).filter(ActionContributionItem.class::isInstance)
                .map(item -> ((ActionContributionItem) item).getAction()).toList();
        assertEquals(List.of("Maximum", "&Descending"), checked(choices));
        choices.getLast().setChecked(false);
        choice(choices, "&Ascending").setChecked(true);
        choice(choices, "&Ascending").run();
        assertEquals("0", scores.column("Filter").getFirst());
        scores.clickHeader("Filter");
        assertEquals(List.of("Filter", "&Ascending"), checked(choices));
    }

    @Test
    void refreshingKeepsThePlaceInTheTable() throws Exception {
        SampleReport.write(report, 200);
        run(ActionFactory.REFRESH);
        EventLoop.until("the new report is shown", () -> scores.table().getItemCount() == 200);
        scores.select(100);
        scrollTo(90);
        final List<?> before = selection();
        final AtomicInteger filled = new AtomicInteger();
        scores.table().addListener(SWT.SetData, event -> filled.incrementAndGet());
        run(ActionFactory.REFRESH);
        EventLoop.until("the report is read again", () -> filled.get() > 0);
        EventLoop.settle();
        assertEquals(before, selection());
        EventLoop.until("row 90 is on top again", () -> scores.table().getTopIndex() == 90);
    }

    /** GTK measures rows when it comes to them: until it has, it stops short of where it was sent. */
    private void scrollTo(final int row) {
        EventLoop.until("row %d is on top".formatted(row), () -> {
            scores.table().setTopIndex(row);
            EventLoop.settle();
            return scores.table().getTopIndex() == row;
        });
    }

    @Test
    void aReportWrittenInItsPlaceMeanwhileIsShownWhole() throws Exception {
        SampleReport.write(report, 20);
        scores.chooseLayer(1);
        EventLoop.until("the other layer is shown", () -> scores.table().getItemCount() == 8);
        assertEquals(List.of("deep (20)", "early (8)"), scores.layers());
        scores.chooseLayer(0);
        EventLoop.until("the new layer is shown", () -> scores.table().getItemCount() == 20);
    }

    @Test
    void showsTheFirstPictureOfTheSelectedRowWhenF2IsPressed() {
        scores.select(1);
        scores.table().setFocus();
        EventLoop.until("the table has the focus", scores.table()::isFocusControl);
        // A real key: it must not be taken for the workbench's Rename.
        final Event key = new Event();
        key.keyCode = SWT.F2;
        EventLoop.until("the tool tip is open", () -> {
            key.type = SWT.KeyDown;
            Display.getCurrent().post(key);
            key.type = SWT.KeyUp;
            Display.getCurrent().post(key);
            EventLoop.settle();
            return toolTip().isPresent();
        });
        assertTrue(toolTip().orElseThrow().contains("Peak 10.9"), toolTip().orElseThrow());
    }

    @Test
    void showsATopPictureLargerWithItsPeakInWordsUnderThePointer() {
        // The rows have no place before they are painted for the first time.
        EventLoop.until("the tool tip is open", () -> {
            scores.pointAt(0, 1);
            return toolTip().isPresent();
        });
        final String words = toolTip().orElseThrow();
        assertTrue(words.contains(SampleReport.picture(11)), words);
        assertTrue(words.contains("Peak 11.8 at row 2, column 2"), words);
        assertTrue(words.contains("of 96 \u00d7 96 input pixels"), words);
    }

    @Test
    void hasHelp() {
        assertNotNull(HelpSystem.getContext(FilterScoresView.ID));
    }

    private static Optional<String> toolTip() {
        return Stream.of(Display.getCurrent().getShells()).filter(Shell::isVisible).map(FilterScoresTest::words)
                .filter(text -> text.contains("Peak")).findFirst();
    }

    private static String words(final Composite parent) {
        return Stream.of(parent.getChildren()).map(child -> child instanceof final Label label ? label.getText()
                : child instanceof final Composite composite ? words(composite) : "").collect(Collectors.joining());
    }

    private void run(final ActionFactory command) {
        scores.view().getViewSite().getActionBars().getGlobalActionHandler(command.getId()).runWithEvent(new Event());
    }

    private static IAction choice(final List<IAction> choices, final String label) {
        return choices.stream().filter(choice -> choice.getText().equals(label)).findFirst().orElseThrow();
    }

    private static List<String> checked(final List<IAction> choices) {
        return choices.stream().filter(IAction::isChecked).map(IAction::getText).toList();
    }

    private List<?> selection() {
        return ((IStructuredSelection) scores.view().getSite().getSelectionProvider().getSelection()).toList();
    }

    private static String clipboard() {
        final Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            return (String) clipboard.getContents(TextTransfer.getInstance());
        } finally {
            clipboard.dispose();
        }
    }
}
