package org.filterscope.ui.perspective;

import java.util.List;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.filterscope.ui.compare.CompareView;
import org.filterscope.ui.detectors.DetectorsView;
import org.filterscope.ui.filter.FilterView;
import org.filterscope.ui.scores.FilterScoresView;
import org.filterscope.ui.trace.ContributionTraceView;

/**
 * Projects on the left, what is edited in the middle, and below both, as wide as the window, what a diagnosis found. The filter that is selected
 * is told on the right, where details of other things open, too.
 */
public final class ModelDiagnosisPerspective implements IPerspectiveFactory {
    private static final String CONSOLE = "org.eclipse.ui.console.ConsoleView";
    private static final List<String> WIZARDS = List.of("org.filterscope.ui.newConfiguration", "org.filterscope.ui.newExample",
            "org.eclipse.ui.wizards.new.folder", "org.eclipse.ui.wizards.new.file");
    private static final List<String> VIEWS = List.of(FilterScoresView.ID, FilterView.ID, ContributionTraceView.ID, DetectorsView.ID, CompareView.ID,
            IPageLayout.ID_PROJECT_EXPLORER, IPageLayout.ID_PROBLEM_VIEW, CONSOLE, IPageLayout.ID_PROGRESS_VIEW,
            IPageLayout.ID_PROP_SHEET, IPageLayout.ID_OUTLINE);
    private static final List<String> PERSPECTIVES = List.of("org.eclipse.jdt.ui.JavaPerspective", "org.eclipse.debug.ui.DebugPerspective",
            "org.eclipse.ui.resourcePerspective");

    @Override
    public void createInitialLayout(final IPageLayout layout) {
        final String editors = layout.getEditorArea();
        final IFolderLayout found = layout.createFolder("found", IPageLayout.BOTTOM, 0.55f, editors);
        found.addView(FilterScoresView.ID);
        found.addView(ContributionTraceView.ID);
        found.addView(IPageLayout.ID_PROBLEM_VIEW);
        found.addPlaceholder(CompareView.ID);
        found.addPlaceholder(DetectorsView.ID);
        found.addView(CONSOLE);
        found.addView(IPageLayout.ID_PROGRESS_VIEW);
        layout.createFolder("projects", IPageLayout.LEFT, 0.25f, editors).addView(IPageLayout.ID_PROJECT_EXPLORER);
        final IFolderLayout details = layout.createFolder("details", IPageLayout.RIGHT, 0.6f, editors);
        details.addView(FilterView.ID);
        details.addPlaceholder(IPageLayout.ID_PROP_SHEET);
        details.addPlaceholder(IPageLayout.ID_OUTLINE);
        layout.addActionSet("org.eclipse.debug.ui.launchActionSet");
        WIZARDS.forEach(layout::addNewWizardShortcut);
        VIEWS.forEach(layout::addShowViewShortcut);
        PERSPECTIVES.forEach(layout::addPerspectiveShortcut);
        layout.addShowInPart(IPageLayout.ID_PROJECT_EXPLORER);
    }
}
