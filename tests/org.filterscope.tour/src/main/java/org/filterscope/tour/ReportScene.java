package org.filterscope.tour;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** A report has opened: its filters can be sorted, and all views follow the one that is selected. */
record ReportScene(Ide ide) {
    private static final int ROWS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    void play() throws InterruptedException {
        final Part scores = new Part(ide, () -> ide.page().findView(RememberedState.SCORES));
        ide.until("the report opens in Filter Scores", PATIENCE, () -> scores.found().get() != null && ide.page().isPartVisible(scores.found().get())
                && scores.hasRows());
        ide.screenshot("filter-scores");
        scores.clickHeader("Maximum");
        final List<Double> maxima = scores.column("Maximum", ROWS).stream().map(Double::valueOf).toList();
        ide.statements().check("a click on a column sorts: " + maxima, maxima.equals(maxima.stream().sorted(Comparator.reverseOrder()).toList()));
        ide.scene("filter", same -> followFilter(scores));
        ide.screenshot("filter");
        ide.scene("graph", same -> followGraph(scores));
        ide.scene("trace", same -> followTrace(scores));
    }

    /** The views are closed and opened once more. */
    void repeat() throws InterruptedException {
        ide.act(() -> List.of("org.filterscope.ui.filter", "org.filterscope.ui.graph.explanatoryGraph", RememberedState.SCORES)
                .forEach(id -> ide.page().hideView(ide.page().findView(id))));
        final Part scores = ide.view(RememberedState.SCORES);
        ide.until("Filter Scores shows the report again", PATIENCE, scores::hasRows);
        ide.view("org.filterscope.ui.filter");
        followFilter(scores);
        followGraph(scores);
        for (final String column : List.of("IoU", "Filter", "Maximum")) {
            scores.clickHeader(column);
            followFilter(scores);
        }
    }

    private void followFilter(final Part scores) throws InterruptedException {
        final String filter = select(scores, 2);
        final Part view = new Part(ide, () -> ide.page().findView("org.filterscope.ui.filter"));
        ide.until("the view Filter follows to filter " + filter, PATIENCE,
                () -> view.widgets().text().lines().anyMatch(line -> line.endsWith(", filter " + filter)));
    }

    private void followGraph(final Part scores) throws InterruptedException {
        final Part graph = ide.view("org.filterscope.ui.graph.explanatoryGraph");
        ide.until("the graph is shown", PATIENCE, () -> graph.widgets().text().contains("Color by"));
        graph.maximize(true);
        ide.screenshot("explanatory-graph");
        graph.maximize(false);
        ide.view(RememberedState.SCORES);
        final String filter = select(scores, 1);
        ide.view("org.filterscope.ui.graph.explanatoryGraph");
        ide.until("the graph follows to filter " + filter, PATIENCE,
                () -> graph.widgets().text().lines().anyMatch(line -> line.endsWith("/" + filter)));
        ide.screenshot("explanatory-graph-selected");
    }

    private void followTrace(final Part scores) throws InterruptedException {
        final Part trace = ide.view("org.filterscope.ui.contributionTrace");
        ide.until("the view Contribution Trace offers pictures", PATIENCE, () -> trace.widgets().text().contains("Choose a picture of the report"));
        trace.follow("Choose a picture of the report");
        ide.until("it asks for one", PATIENCE, () -> ide.dialogs().anyMatch(dialog -> dialog.offers("OK")));
        ide.screenshot("trace-choice");
        ide.later(() -> ide.dialogs().filter(dialog -> dialog.offers("OK")).findFirst().orElseThrow().press("OK"));
        ide.until("the prediction is taken apart", Duration.ofSeconds(90), () -> trace.widgets().all(Tree.class).stream()
                .anyMatch(tree -> tree.getItemCount() > 0));
        trace.maximize(true);
        ide.screenshot("contribution-trace");
        trace.maximize(false);
        ide.view(RememberedState.SCORES);
        final String filter = select(scores, 3);
        ide.view("org.filterscope.ui.contributionTrace");
        ide.until("the trace follows to filter " + filter, PATIENCE, () -> trace.widgets().all(Tree.class).stream()
                .flatMap(tree -> Stream.of(tree.getSelection())).map(TreeItem::getText).anyMatch(text -> text.contains(filter)));
        ide.screenshot("contribution-trace-selected");
        ide.view(RememberedState.SCORES);
    }

    private static String select(final Part scores, final int row) {
        scores.select(row);
        return scores.column("Filter", row + 1).getLast();
    }
}
