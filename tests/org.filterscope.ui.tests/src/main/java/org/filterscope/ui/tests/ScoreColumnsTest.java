package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.ui.actions.ActionFactory;
import org.filterscope.core.report.ReportFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class ScoreColumnsTest {
    @TempDir
    Path folder;
    private ScoresDriver scores;
    private Path report;

    @BeforeEach
    void openReport() throws Exception {
        report = SampleReport.writeScored(folder.resolve("report"), 12);
        scores = ScoresDriver.create();
        scores.openAndAwait(report);
    }

    @AfterEach
    void closeView() {
        scores.close();
    }

    @Test
    void showsTheScoresThatTheReportHasAndOffersTheOthersOfThemOnly() {
        assertEquals(List.of("Filter", "Top Pictures", "Name", "Label", "Agreement", "IoU", "Part", "Part R\u00b2", "Class", "Class AUC",
                "Contributes To", "Contribution", "Strongest Class", "Twin", "Twin Correlation", "Mean", "Std. Deviation", "Maximum", "Fires On",
                "Dead"), titles());
        final List<String> offered = choices("&Columns").stream().map(IAction::getText).toList();
        assertTrue(offered.containsAll(List.of("Instability", "Dead On", "IoU Ceiling", "Measured Field")), offered.toString());
        assertFalse(offered.contains("Ablation"), "no ablation was run");
    }

    @Test
    void showsNoScoresForALayerThatHasNone() {
        scores.chooseLayer(1);
        EventLoop.until("the other layer is shown", () -> scores.table().getItemCount() == 8);
        assertEquals(List.of("Filter", "Top Pictures", "Strongest Class", "Mean", "Std. Deviation", "Maximum", "Fires On", "Dead"), titles());
        scores.chooseLayer(0);
        EventLoop.until("the scores are back", () -> titles().contains("IoU"));
    }

    @Test
    void everyColumnExplainsItself() {
        for (final TableColumn column : scores.table().getColumns()) {
            assertTrue(column.getToolTipText().length() > 20, column.getText());
        }
    }

    @Test
    void sortsByAScoreAndKeepsFiltersWithoutOneAtTheEndEitherWay() {
        scores.clickHeader("Part R\u00b2");
        final List<String> falling = scores.column("Part R\u00b2");
        assertEquals("0.700", falling.getFirst());
        assertEquals(List.of("", "", "", "", ""), falling.subList(7, 12));
        scores.clickHeader("Part R\u00b2");
        final List<String> rising = scores.column("Part R\u00b2");
        assertEquals("-0.100", rising.getFirst());
        assertEquals(List.of("", "", "", "", ""), rising.subList(7, 12));
        assertEquals("9", scores.column("Filter").getLast(), "the dead filter is last of all");
    }

    @Test
    void theLabelOfAFilterThatIsNoDetectorStandsInBrackets() {
        scores.clickHeader("IoU");
        assertEquals("leaves", scores.column("Label").getFirst());
        assertEquals(List.of("(sand)", "(sky)", ""), scores.column("Label").subList(9, 12));
    }

    @Test
    void tenThousandFiltersWithScoresAreSortedWithinASecond() throws Exception {
        scores.openAndAwait(SampleReport.writeScored(folder.resolve("large"), 10_000));
        EventLoop.until("all filters are there", () -> scores.table().getItemCount() == 10_000);
        final long begin = System.nanoTime();
        scores.clickHeader("IoU");
        EventLoop.settle();
        assertTrue(System.nanoTime() - begin < 1_000_000_000L, "sorting took longer than a second");
    }

    @Test
    void findsFiltersByTheirLabelAndByTheirNumbers() {
        scores.type("water");
        assertEquals(List.of("2", "6", "10"), scores.column("Filter").stream().map(Integer::valueOf).sorted().map(String::valueOf).toList());
        scores.type("water iou>0.05");
        assertEquals(List.of("6", "10"), scores.column("Filter").stream().map(Integer::valueOf).sorted().map(String::valueOf).toList());
        scores.type("iou>=0.13");
        assertEquals(List.of("11"), scores.column("Filter"));
    }

    @Test
    void copiesTheColumnsThatAreShownInTheirOrder() {
        choose("Mean", false);
        choose("Contribution", false);
        scores.clickHeader("IoU");
        scores.select(0);
        scores.view().getViewSite().getActionBars().getGlobalActionHandler(ActionFactory.COPY.getId()).runWithEvent(new Event());
        final List<String> lines = clipboard().lines().toList();
        assertEquals("layer,channel,top_pictures,name,label,agreement,iou,part,vector_r2,class,class_auc,contributes_to,strongest_class,"
                + "strongest_class_mean,twin,twin_correlation,std,max,fires,dead", lines.getFirst());
        assertTrue(lines.get(1).startsWith("deep,11,") && lines.get(1).contains(",leaves,,0.13,shore,-0.1,river,"), lines.get(1));
    }

    @Test
    void aHiddenColumnStaysHiddenWhenTheViewIsOpenedAgain() throws Exception {
        choose("Class AUC", false);
        choose("Instability", true);
        assertFalse(titles().contains("Class AUC"));
        scores.closeView();
        scores.openView();
        scores.awaitRows();
        assertFalse(titles().contains("Class AUC"));
        assertTrue(titles().contains("Instability"));
    }

    @Test
    void theSortMenuFollowsTheColumns() {
        assertTrue(choices("&Sort By").stream().anyMatch(choice -> choice.getText().equals("IoU")));
        choose("IoU", false);
        assertFalse(choices("&Sort By").stream().anyMatch(choice -> choice.getText().equals("IoU")));
    }

    @Test
    void saysWhichFilterHasAScoreThatIsNoNumber() throws Exception {
        final Path filters = new ReportFiles(report).filters("deep");
        Files.writeString(filters, Files.readString(filters).replace(",0.13,", ",many,"));
        scores.open(report);
        EventLoop.until("the message names file, line and column", () -> scores.message().contains("deep.csv:13: 'iou' is 'many'"));
    }

    private List<String> titles() {
        return Stream.of(scores.table().getColumns()).map(TableColumn::getText).toList();
    }

    private void choose(final String column, final boolean shown) {
        final IAction choice = choices("&Columns").stream().filter(action -> action.getText().equals(column)).findFirst().orElseThrow();
        choice.setChecked(shown);
        choice.run();
    }

    private List<IAction> choices(final String menu) {
        return Stream.of(scores.view().getViewSite().getActionBars().getMenuManager().getItems()).filter(MenuManager.class::isInstance)
                .map(MenuManager.class::cast).filter(manager -> manager.getMenuText().equals(menu)).flatMap(manager -> Stream.of(manager.getItems()))
                .filter(ActionContributionItem.class::isInstance).map(item -> ((ActionContributionItem) item).getAction()).toList();
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
