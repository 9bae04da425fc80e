package org.filterscope.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IViewReference;

/** What a session leaves and the next one must have again. */
record RememberedState(Ide ide) {
    static final String SCORES = "org.filterscope.ui.filterScores";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Chooses an order and a filter, and puts down what there is to be seen. */
    void leave() throws Exception {
        final Part scores = ide.view(SCORES);
        scores.clickHeader("Mean");
        scores.clickHeader("Mean");
        scores.select(3);
        ide.until("the view Filter follows", PATIENCE, () -> filter().endsWith(", filter " + selected(scores.table())));
        ide.screenshot("left");
        try (var writer = Files.newBufferedWriter(file())) {
            seen(scores).store(writer, null);
        }
    }

    /** Compares with what was put down. */
    void find() throws Exception {
        final Properties left = new Properties();
        try (var reader = Files.newBufferedReader(file())) {
            left.load(reader);
        }
        final Part scores = new Part(ide, () -> ide.page().findView(SCORES));
        ide.until("Filter Scores shows the report again", PATIENCE, () -> scores.found().get() != null && scores.hasRows());
        ide.until("the view Filter shows its filter again", PATIENCE, () -> filter().equals(left.getProperty("filter")));
        final Properties found = ide.ask(() -> seen(scores));
        left.stringPropertyNames().stream().sorted().forEach(name -> ide.statements().check("the %s is back: %s, was %s".formatted(name,
                found.getProperty(name), left.getProperty(name)), left.getProperty(name).equals(found.getProperty(name))));
        ide.screenshot("back");
        final Part graph = ide.view("org.filterscope.ui.graph.explanatoryGraph");
        ide.until("the graph is back", PATIENCE, () -> graph.widgets().text().contains("Color by"));
        ide.screenshot("back-graph");
        final Part trace = ide.view("org.filterscope.ui.contributionTrace");
        ide.until("the trace is back", Duration.ofSeconds(120), () -> trace.widgets().all(Tree.class).stream().anyMatch(tree -> tree.getItemCount() > 0));
        ide.screenshot("back-trace");
        ide.view(SCORES);
    }

    private Properties seen(final Part scores) {
        return ide.ask(() -> {
            final Properties seen = new Properties();
            final Table table = scores.table();
            seen.setProperty("perspective", ide.page().getPerspective().getId());
            seen.setProperty("set of views", Stream.of(ide.page().getViewReferences()).map(IViewReference::getId).sorted().collect(Collectors.joining(" ")));
            seen.setProperty("number of filters", "" + table.getItemCount());
            seen.setProperty("order", table.getSortColumn().getText() + " " + table.getSortDirection());
            seen.setProperty("selected filter", selected(table));
            seen.setProperty("filter", filter());
            return seen;
        });
    }

    private static String selected(final Table table) {
        return table.getSelectionCount() == 0 ? "none" : table.getSelection()[0].getText(0);
    }

    /** The title of the view Filter. */
    private String filter() {
        return new Part(ide, () -> ide.page().findView("org.filterscope.ui.filter")).widgets().text().lines().findFirst().orElse("");
    }

    private Path file() throws IOException {
        return ide.folder().resolve("left.properties");
    }
}
