package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.filterscope.ide.FindingMarker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** <i>Project &gt; Clean</i> asks the project, or the workspace for all of them, to build in this way. */
class CleanedFindingsTest extends OnFindingsProject {
    private IProject other;
    private IMarker besides;

    @BeforeEach
    void markTwoProjects() throws Exception {
        other = ResourcesPlugin.getWorkspace().getRoot().getProject("besides");
        other.create(null);
        other.open(null);
        besides = other.createMarker(FindingMarker.TYPE, Map.of(IMarker.MESSAGE, "another network's"));
        mark();
    }

    @AfterEach
    void deleteOther() throws Exception {
        other.delete(true, true, null);
    }

    private void mark() throws Exception {
        project().open(SampleFindings.BOTH);
        EventLoop.until("both are marked", () -> marked() == 2);
    }

    private int marked() {
        return FindingsProject.markers(project().model()).size() + FindingsProject.markers(project().configuration()).size();
    }

    @Test
    void cleaningAProjectClearsItsFindingsAndTheirCountAndNoOthers() throws Exception {
        assertNotNull(project().model().getPersistentProperty(FindingMarker.COUNT));
        final IMarker problem = project().model().createMarker(IMarker.PROBLEM);
        project().model().getProject().build(IncrementalProjectBuilder.CLEAN_BUILD, null);
        EventLoop.until("the findings are gone", () -> marked() == 0);
        assertNull(project().model().getPersistentProperty(FindingMarker.COUNT));
        assertTrue(problem.exists());
        assertTrue(besides.exists());
        mark();
    }

    @Test
    void cleaningAllProjectsClearsAllFindings() throws Exception {
        ResourcesPlugin.getWorkspace().build(IncrementalProjectBuilder.CLEAN_BUILD, null);
        EventLoop.until("the findings are gone", () -> marked() == 0);
        assertFalse(besides.exists());
    }

    @Test
    void otherBuildsLeaveFindingsAlone() throws Exception {
        for (final int kind : new int[] {IncrementalProjectBuilder.FULL_BUILD, IncrementalProjectBuilder.INCREMENTAL_BUILD}) {
            project().model().getProject().build(kind, null);
        }
        EventLoop.until("nothing of ours works", () -> Stream.of(Job.getJobManager().find(null))
                .noneMatch(job -> job.getClass().getName().startsWith("org.filterscope")));
        assertEquals(2, marked());
    }
}
