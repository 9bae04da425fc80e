package org.filterscope.ui.tests;

import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.console.IConsoleConstants;

/** What a test that launched something does at its end, so that the next one finds a workbench in which nothing was launched. */
final class LaunchesEnd {

    private LaunchesEnd() {
    }

    /** Removes all launches, and the Console. That comes up a tenth of a second after it was told something, over whatever is open by then. */
    static void clear() {
        final ILaunchManager manager = DebugPlugin.getDefault().getLaunchManager();
        manager.removeLaunches(manager.getLaunches());
        EventLoop.settle();
        EventLoop.until("the Console has come up for the last time", () -> Stream.of(Job.getJobManager().find(null))
                .noneMatch(job -> job.getClass().getName().startsWith("org.eclipse.ui.internal.console.")));
        final IWorkbenchPage page = ScoresDriver.page();
        Optional.ofNullable(page.findView(IConsoleConstants.ID_CONSOLE_VIEW)).ifPresent(page::hideView);
    }
}
