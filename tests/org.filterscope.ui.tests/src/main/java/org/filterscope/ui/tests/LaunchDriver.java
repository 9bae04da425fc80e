package org.filterscope.ui.tests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.TextConsole;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.launch.DiagnosisLaunches;
import org.filterscope.ide.launch.DiagnosisProcess;
import org.filterscope.ide.worker.WorkerStarter;

/** A project whose configurations are launched, with diagnoses of its own, and what a person sees of the launches. */
final class LaunchDriver implements AutoCloseable {
    private final Path folder;
    private final IProject project;
    private final DiagnosisService diagnoses;
    private final ScoresDriver scores;

    /** With a {@link ScriptedWorker}. */
    LaunchDriver(final Path folder) throws Exception {
        this(folder, resources -> ScriptedWorker.process());
    }

    /** @param folder for the worker's log and for the report of {@link #running} */
    LaunchDriver(final Path folder, final WorkerStarter starter) throws Exception {
        this.folder = folder;
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("launching");
        project.create(null);
        project.open(null);
        diagnoses = new DiagnosisService(starter, folder.resolve("worker.log"));
        scores = new ScoresDriver(diagnoses);
    }

    IProject project() {
        return project;
    }

    ScoresDriver scores() {
        return scores;
    }

    IFile file(final String name, final String text) throws Exception {
        final IFile file = project.getFile(name);
        file.write(text.getBytes(StandardCharsets.UTF_8), true, false, false, null);
        return file;
    }

    /** @param script what the worker does, or a configuration */
    IFile configuration(final String name, final String script) throws Exception {
        return file(name + ".filterscope", script);
    }

    ILaunch launch(final IFile file) throws Exception {
        final List<ILaunchConfiguration> known = launches().of(file);
        return (known.isEmpty() ? launches().add(file) : known.getFirst()).launch(ILaunchManager.RUN_MODE, null);
    }

    /** The run of a script that does not end by itself. */
    DiagnosisProcess running(final String script) throws Exception {
        // A first run, so that the time to start the process does not count.
        ended(launch(configuration("first", "report " + folder)));
        final DiagnosisProcess process = process(launch(configuration("a", script)));
        EventLoop.until("it runs", () -> said(process).contains("Looking at pictures"));
        return process;
    }

    static DiagnosisProcess process(final ILaunch launch) {
        return (DiagnosisProcess) launch.getProcesses()[0];
    }

    static DiagnosisProcess ended(final ILaunch launch) {
        return ended(process(launch));
    }

    static DiagnosisProcess ended(final DiagnosisProcess process) {
        EventLoop.until("the run is over", process::isTerminated);
        return process;
    }

    static TextConsole console(final DiagnosisProcess process) {
        EventLoop.until("there is a console", () -> DebugUITools.getConsole(process) != null);
        return (TextConsole) DebugUITools.getConsole(process);
    }

    static String said(final DiagnosisProcess process) {
        return console(process).getDocument().get();
    }

    /** In a line of the console that holds a text. */
    static Optional<IHyperlink> link(final TextConsole console, final String text) {
        final int offset = console.getDocument().get().indexOf(text);
        return offset < 0 ? Optional.empty() : Stream.of(console.getHyperlinks())
                .filter(link -> console.getRegion(link).getOffset() >= offset && console.getRegion(link).getOffset() < offset + text.length())
                .findFirst();
    }

    static DiagnosisLaunches launches() {
        return new DiagnosisLaunches(manager());
    }

    static ILaunchManager manager() {
        return DebugPlugin.getDefault().getLaunchManager();
    }

    @Override
    public void close() throws Exception {
        diagnoses.close();
        EventLoop.until("no diagnosis runs", () -> Job.getJobManager().find(DiagnosisService.FAMILY).length == 0);
        ScoresDriver.page().closeAllEditors(false);
        scores.close();
        LaunchesEnd.clear();
        for (final ILaunchConfiguration launch : manager().getLaunchConfigurations()) {
            launch.delete();
        }
        project.delete(true, true, null);
    }
}
