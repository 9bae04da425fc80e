package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.ExampleJob;

/** The example project as a worker writes it into the workspace. */
final class ExampleProject {
    /** The real worker draws all of its pictures. */
    private static final Duration DRAWING = Duration.ofMinutes(5);

    private ExampleProject() {
    }

    /** Waits until it is there. */
    static IProject write(final Diagnoses diagnoses, final String name) {
        final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(name);
        final ExampleJob job = diagnoses.prepareExample(project);
        job.setUser(false);
        job.setSystem(true);
        job.schedule();
        EventLoop.until("the project is written", DRAWING, () -> job.getState() == Job.NONE && job.getResult() != null);
        assertTrue(job.getResult().isOK(), job.getResult()::getMessage);
        return project;
    }
}
