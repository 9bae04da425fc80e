package org.filterscope.tour;

import java.time.Duration;
import java.util.List;

import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.widgets.Tree;

/** The same workspace in the dark theme and a small window. */
final class DarkChapter implements Chapter {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> VIEWS = List.of(RememberedState.SCORES, "org.filterscope.ui.filter",
            "org.filterscope.ui.graph.explanatoryGraph", "org.filterscope.ui.contributionTrace", "org.filterscope.ui.detectors",
            "org.filterscope.ui.compare");

    @Override
    public void run(final Ide ide) throws Exception {
        ide.act(() -> ide.window().getShell().setMaximized(true));
        final Part scores = new Part(ide, () -> ide.page().findView(RememberedState.SCORES));
        ide.until("Filter Scores shows the report again", PATIENCE, () -> scores.found().get() != null && scores.hasRows());
        ide.act(() -> ide.window().getWorkbench().getService(IThemeEngine.class).setTheme("org.eclipse.e4.ui.css.theme.e4_dark", true));
        ide.screenshot("dark");
        for (final String id : VIEWS) {
            final Part view = ide.view(id);
            if (id.endsWith("Trace")) {
                ide.until("the trace is back", PATIENCE, () -> view.widgets().all(Tree.class).stream().anyMatch(tree -> tree.getItemCount() > 0));
            }
            view.maximize(true);
            ide.screenshot("dark-" + id.substring(id.lastIndexOf('.') + 1));
            final double darkness = view.darkness();
            ide.statements().check("%s is dark: %.0f %% of its pixels are".formatted(id, 100 * darkness), darkness > 0.6);
            view.maximize(false);
        }
        ide.act(() -> {
            ide.window().getShell().setMaximized(false);
            ide.window().getShell().setBounds(0, 0, 800, 600);
        });
        for (final String id : VIEWS) {
            final Part view = ide.view(id);
            ide.screenshot("small-" + id.substring(id.lastIndexOf('.') + 1));
            view.maximize(true);
            ide.screenshot("small-maximized-" + id.substring(id.lastIndexOf('.') + 1));
            view.maximize(false);
        }
    }
}
