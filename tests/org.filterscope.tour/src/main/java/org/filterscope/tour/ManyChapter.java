package org.filterscope.tour;

import java.time.Duration;
import java.util.List;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Text;

/** A network with ten thousand filters in one layer. */
final class ManyChapter implements Chapter {
    private static final int FILTERS = 10_000;
    private static final int PAGE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public void run(final Ide ide) throws Exception {
        ide.act(() -> ide.window().getShell().setMaximized(true));
        ide.openPlatformEditor();
        final IFile configuration = ResourcesPlugin.getWorkspace().getRoot().getProject("many").getFile("many.filterscope");
        Diagnosis.run(ide, configuration).awaitEnd();
        final Part scores = new Part(ide, () -> ide.page().findView(RememberedState.SCORES));
        ide.until("Filter Scores shows them all", PATIENCE, () -> scores.found().get() != null && scores.hasRows()
                && scores.table().getItemCount() == FILTERS);
        ide.screenshot("many");
        for (int row = 0; row < FILTERS; row += PAGE) {
            final int top = row;
            ide.act(() -> scores.table().setTopIndex(top));
        }
        ide.act(() -> scores.table().setTopIndex(FILTERS - 1));
        ide.screenshot("many-end");
        for (final String column : List.of("Filter", "Maximum", "Strongest Class", "Mean", "Filter")) {
            scores.clickHeader(column);
            scores.clickHeader(column);
        }
        final List<String> last = scores.column("Filter", 3);
        ide.statements().check("they are sorted: " + last, last.equals(List.of("9999", "9998", "9997"))
                || last.equals(List.of("0", "1", "2")));
        ide.act(() -> scores.table().setTopIndex(FILTERS / 2));
        scores.select(FILTERS / 2);
        final Part filter = ide.view("org.filterscope.ui.filter");
        ide.until("the view Filter follows", PATIENCE, () -> filter.widgets().text().contains(", filter "));
        type(ide, scores, "green");
        ide.until("the filter leaves some", PATIENCE, () -> scores.table().getItemCount() > 0 && scores.table().getItemCount() < FILTERS);
        ide.screenshot("many-green");
        type(ide, scores, "4711");
        ide.until("the filter leaves one", PATIENCE, () -> scores.table().getItemCount() == 1);
        type(ide, scores, "");
        ide.until("all are back", PATIENCE, () -> scores.table().getItemCount() == FILTERS);
        ide.statements().check("the layer is named", ide.ask(() -> scores.widgets().first(Combo.class).getText()).startsWith("wide"));
        ide.screenshot("many-all");
    }

    /** Letter by letter, at the speed of a person who types fast. */
    private static void type(final Ide ide, final Part scores, final String words) throws InterruptedException {
        for (int length = Math.min(1, words.length()); length <= words.length(); length++) {
            final String soFar = words.substring(0, length);
            ide.act(() -> scores.widgets().first(Text.class).setText(soFar));
            Thread.sleep(80);
        }
    }
}
