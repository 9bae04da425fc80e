package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IConsoleConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Our views in perspectives of others: at their place as soon as a person opens them, and not before. */
class PlacementTest {
    private static final String FILTER = "org.filterscope.ui.filter";
    private static final List<String> RESULTS = List.of("org.filterscope.ui.filterScores", "org.filterscope.ui.compare",
            "org.filterscope.ui.detectors", "org.filterscope.ui.contributionTrace", "org.filterscope.ui.graph.explanatoryGraph");

    private final IWorkbenchPage page = ScoresDriver.page();
    private final IPerspectiveDescriptor before = page.getPerspective();

    @AfterEach
    void goBack() {
        page.closePerspective(page.getPerspective(), false, false);
        page.setPerspective(before);
    }

    @Test
    void inTheResourcePerspectiveResultsOpenBesideProblems() throws Exception {
        assertPlaces("org.eclipse.ui.resourcePerspective", IPageLayout.ID_PROBLEM_VIEW, IPageLayout.ID_OUTLINE);
    }

    @Test
    void inTheJavaPerspectiveResultsOpenBesideProblems() throws Exception {
        assertPlaces("org.eclipse.jdt.ui.JavaPerspective", IPageLayout.ID_PROBLEM_VIEW, IPageLayout.ID_OUTLINE);
    }

    @Test
    void inTheDebugPerspectiveResultsOpenBesideTheConsole() throws Exception {
        assertPlaces("org.eclipse.debug.ui.DebugPerspective", IConsoleConstants.ID_CONSOLE_VIEW, IPageLayout.ID_OUTLINE);
    }

    private void assertPlaces(final String perspective, final String besideResults, final String besideFilter) throws Exception {
        page.setPerspective(PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId(perspective));
        page.resetPerspective();
        EventLoop.settle();
        final List<String> offered = List.of(page.getShowViewShortcuts());
        final Rectangle results = shown(besideResults);
        for (final String view : RESULTS) {
            assertFalse(isOpen(view), view);
            assertTrue(offered.contains(view), view);
            assertEquals(results, shown(view), view);
        }
        assertFalse(isOpen(FILTER));
        assertTrue(offered.contains(FILTER));
        assertEquals(shown(besideFilter), shown(FILTER));
    }

    private boolean isOpen(final String view) {
        return page.findViewReference(view) != null;
    }

    /** Where it is once it is open. */
    private Rectangle shown(final String view) throws Exception {
        final Composite part = (Composite) page.showView(view).getSite().getService(MPart.class).getWidget();
        EventLoop.settle();
        Composite stack = part;
        while (!(stack instanceof CTabFolder)) {
            stack = stack.getParent();
        }
        return stack.getDisplay().map(stack.getParent(), null, stack.getBounds());
    }
}
