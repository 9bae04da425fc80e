package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.help.HelpSystem;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.actions.ActionFactory;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.scores.FilterScoresView;
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
        scores = new ScoresDriver();
        scores.openAndAwait(report);
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
        scores.view().getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.COPY.getId()).run();
        final List<String> lines = clipboard().lines().toList();
        assertEquals("layer,channel,top_pictures,strongest_class,strongest_class_mean,mean,std,max,fires,dead", lines.get(0));
        assertTrue(lines.get(1).startsWith("deep,5,") && lines.get(1).endsWith(",river,3.0,1.5,2.4,12.0,0.75,false"), lines.get(1));
        assertEquals(2, lines.size());
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
