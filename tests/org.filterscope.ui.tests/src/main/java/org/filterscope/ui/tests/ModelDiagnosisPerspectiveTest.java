package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NoHangingDialogs.class)
class ModelDiagnosisPerspectiveTest {
    private static final String SCORES = "org.filterscope.ui.filterScores";
    private static final String FILTER = "org.filterscope.ui.filter";

    private final IWorkbenchPage page = ScoresDriver.page();
    private final IPerspectiveDescriptor before = page.getPerspective();
    private final IPerspectiveDescriptor perspective =
            PlatformUI.getWorkbench().getPerspectiveRegistry().findPerspectiveWithId("org.filterscope.ui.perspective");

    @BeforeEach
    void open() {
        page.setPerspective(perspective);
        page.resetPerspective();
        EventLoop.settle();
    }

    @AfterEach
    void goBack() {
        page.closePerspective(perspective, false, false);
        page.setPerspective(before);
    }

    @Test
    void itHasANameAndAnIconOfItsOwn() {
        assertEquals("Model Diagnosis", perspective.getLabel());
        assertTrue(perspective.getDescription().contains("what each filter has learned"));
        assertNotNull(perspective.getImageDescriptor());
        assertTrue(perspective.getImageDescriptor() != ImageDescriptor.getMissingImageDescriptor());
    }

    @Test
    void filterScoresAreInFrontOfTheOtherResults() throws Exception {
        final List<String> views = Stream.of(page.getViewReferences()).map(IViewReference::getId).toList();
        assertEquals(List.of("org.eclipse.ui.console.ConsoleView", "org.eclipse.ui.navigator.ProjectExplorer",
                "org.eclipse.ui.views.ProblemView", "org.eclipse.ui.views.ProgressView", "org.filterscope.ui.contributionTrace", FILTER, SCORES),
                views.stream().sorted().toList());
        assertTrue(page.isPartVisible(page.findView(SCORES)));
        assertTrue(page.isPartVisible(page.findView(IPageLayout.ID_PROJECT_EXPLORER)));
    }

    @Test
    void projectsAreLeftOfTheEditorsAndResultsBelowBoth() {
        final Rectangle projects = bounds(IPageLayout.ID_PROJECT_EXPLORER);
        final Rectangle scores = bounds(SCORES);
        assertTrue(scores.y >= projects.y + projects.height, scores + " below " + projects);
        assertTrue(scores.width > 2 * projects.width, scores + " wider than " + projects);
    }

    @Test
    void theSelectedFilterIsToldOnTheRight() {
        final Rectangle projects = bounds(IPageLayout.ID_PROJECT_EXPLORER);
        final Rectangle filter = bounds(FILTER);
        assertTrue(page.isPartVisible(page.findView(FILTER)));
        assertTrue(filter.x > projects.x + 2 * projects.width, filter + " right of " + projects);
    }

    @Test
    void detectorsAndComparisonsOpenBesideFilterScores() throws Exception {
        for (final String id : List.of("org.filterscope.ui.detectors", "org.filterscope.ui.compare")) {
            page.showView(id);
            EventLoop.settle();
            assertEquals(bounds(id).x, bounds(IPageLayout.ID_PROJECT_EXPLORER).x, id);
        }
    }

    @Test
    void detailsOpenOnTheRight() throws Exception {
        page.showView(IPageLayout.ID_PROP_SHEET);
        EventLoop.settle();
        final Rectangle projects = bounds(IPageLayout.ID_PROJECT_EXPLORER);
        final Rectangle properties = bounds(IPageLayout.ID_PROP_SHEET);
        assertTrue(properties.x > projects.x + 2 * projects.width, properties + " right of " + projects);
    }

    @Test
    void theMenusOfferWhatIsNeededHere() {
        assertTrue(List.of(page.getNewWizardShortcuts()).containsAll(
                List.of("org.filterscope.ui.newConfiguration", "org.filterscope.ui.newExample")));
        assertTrue(List.of(page.getShowViewShortcuts())
                .containsAll(List.of(SCORES, FILTER, "org.filterscope.ui.detectors", "org.filterscope.ui.compare")));
        assertTrue(List.of(page.getPerspectiveShortcuts()).contains("org.eclipse.jdt.ui.JavaPerspective"));
    }

    private Rectangle bounds(final String view) {
        final Composite part = (Composite) page.findView(view).getSite().getService(MPart.class).getWidget();
        return part.getDisplay().map(part.getParent(), null, part.getBounds());
    }
}
