package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.texteditor.ITextEditor;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.report.Report;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.launch.DiagnosisLaunches;
import org.filterscope.ide.launch.DiagnosisProcess;
import org.filterscope.ui.launch.DiagnosisShortcut;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class LaunchTest {
    @TempDir
    Path folder;
    private IProject project;
    private DiagnosisService diagnoses;
    private ScoresDriver scores;

    @BeforeEach
    void createProject() throws Exception {
        project = ResourcesPlugin.getWorkspace().getRoot().getProject("launching");
        project.create(null);
        project.open(null);
        diagnoses = new DiagnosisService(resources -> ScriptedWorker.process(), folder.resolve("worker.log"));
        scores = new ScoresDriver(diagnoses);
    }

    @AfterEach
    void deleteProject() throws Exception {
        diagnoses.close();
        EventLoop.until("no diagnosis runs", () -> Job.getJobManager().find(DiagnosisService.FAMILY).length == 0);
        ScoresDriver.page().closeAllEditors(false);
        scores.close();
        for (final ILaunch launch : manager().getLaunches()) {
            manager().removeLaunch(launch);
        }
        for (final ILaunchConfiguration launch : manager().getLaunchConfigurations()) {
            launch.delete();
        }
        project.delete(true, true, null);
    }

    @Test
    void aLaunchEndsWithItsRunAndTellsStagesWorkersLogLayersAndReport() throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        final DiagnosisProcess process = ended(launch(configuration("a", "Native library is slow\nreport " + report)));
        assertEquals(ExitCode.SUCCESS.value(), process.getExitValue());
        assertFalse(process.canTerminate());
        assertTrue(process.getLaunch().isTerminated());
        final TextConsole console = console(process);
        EventLoop.until("the console has all", () -> console.getDocument().get().contains("Report: " + report));
        final String said = console.getDocument().get();
        assertTrue(said.contains("Looking at pictures (1260)"), said);
        assertTrue(said.contains("Native library is slow"), said);
        final String layer = Report.open(report).manifest().layers().getFirst();
        EventLoop.until("the layer is a link", () -> link(console, "Layer " + layer).isPresent());
        scores.closeView();
        link(console, "Layer " + layer).orElseThrow().linkActivated();
        assertTrue(scores.isOpen());
        assertTrue(link(console, "Report: " + report).isPresent());
    }

    @Test
    void aConfigurationThatCannotBeUsedEndsWithTwoAndALinkToItsLine() throws Exception {
        final IFile file = configuration("bad", "refuse " + project.getLocation() + "/bad.filterscope:1: unknown key 'modle'");
        final DiagnosisProcess process = ended(launch(file));
        assertEquals(ExitCode.INVALID_INPUT.value(), process.getExitValue());
        final TextConsole console = console(process);
        final String place = project.getLocation() + "/bad.filterscope:1";
        EventLoop.until("the place is a link", () -> link(console, place).isPresent());
        link(console, place).orElseThrow().linkActivated();
        assertEquals("bad.filterscope", ScoresDriver.page().getActiveEditor().getTitle());
        final ITextEditor editor = ScoresDriver.page().getActiveEditor().getAdapter(ITextEditor.class);
        final TextSelection selected = (TextSelection) editor.getSelectionProvider().getSelection();
        assertEquals(0, selected.getStartLine());
        assertTrue(selected.getLength() > 0);
    }

    @Test
    void gatesThatAreMissingAreToldBeforeAnythingRuns() throws Exception {
        final ILaunchConfiguration launch = launches().add(configuration("gates", "model: none"));
        final var copy = launch.getWorkingCopy();
        copy.setAttribute("org.filterscope.ide.gates", true);
        final DiagnosisProcess process = ended(process(copy.doSave().launch(ILaunchManager.RUN_MODE, null)));
        assertEquals(ExitCode.INVALID_INPUT.value(), process.getExitValue());
    }

    @Test
    void terminatingCancelsWithinASecond() throws Exception {
        final DiagnosisProcess process = running("wait");
        final long begin = System.nanoTime();
        process.terminate();
        ended(process);
        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(1).toNanos(), "took longer than a second");
        assertEquals(ExitCode.CANCELLED.value(), process.getExitValue());
    }

    @Test
    void aWorkerThatDoesNotObeyIsGoneWithinFiveSecondsAndTheConsoleSaysAtOnceThatItStops() throws Exception {
        final DiagnosisProcess process = running("deaf");
        final long begin = System.nanoTime();
        process.terminate();
        EventLoop.until("the console says that it stops", Duration.ofSeconds(1), () -> said(process).contains("Stopping"));
        ended(process);
        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(5).toNanos(), "took longer than five seconds");
        assertEquals(ExitCode.CANCELLED.value(), process.getExitValue());
    }

    @Test
    void runsWaitForEachOtherAndLaunchingAgainCancelsTheOneThatWaits() throws Exception {
        final DiagnosisProcess running = running("wait");
        final IFile file = running.job().configuration();
        final DiagnosisProcess waiting = process(launch(file));
        final DiagnosisProcess other = process(launch(configuration("other", "report " + folder)));
        EventLoop.until("both wait", () -> waiting.job().getState() == Job.WAITING && other.job().getState() == Job.WAITING);
        final DiagnosisProcess again = process(launch(file));
        assertTrue(waiting.isTerminated());
        assertEquals(ExitCode.CANCELLED.value(), waiting.getExitValue());
        assertEquals(Job.RUNNING, running.job().getState());
        assertFalse(other.isTerminated());
        assertFalse(again.isTerminated());
        running.terminate();
        assertEquals(ExitCode.SUCCESS.value(), ended(other).getExitValue());
        again.terminate();
        ended(again);
    }

    @Test
    void theShortcutLaunchesWhatAFileWasLaunchedWithBefore() throws Exception {
        final IFile file = configuration("a", "report " + folder);
        final StructuredSelection selection = new StructuredSelection(file);
        final DiagnosisShortcut shortcut = new DiagnosisShortcut();
        assertEquals(0, shortcut.getLaunchConfigurations(selection).length);
        shortcut.launch(selection, ILaunchManager.RUN_MODE);
        EventLoop.until("it is launched", () -> manager().getLaunches().length == 1 && manager().getLaunches()[0].isTerminated());
        final ILaunch first = manager().getLaunches()[0];
        final List<ILaunchConfiguration> known = launches().of(file);
        assertEquals(List.of("a"), known.stream().map(ILaunchConfiguration::getName).toList());
        assertArrayEquals(known.toArray(), shortcut.getLaunchConfigurations(selection));
        assertArrayEquals(new Object[] {file}, known.getFirst().getMappedResources());
        shortcut.launch(selection, ILaunchManager.RUN_MODE);
        EventLoop.until("it is launched again", () -> Stream.of(manager().getLaunches()).anyMatch(launch -> launch != first));
        assertEquals(1, launches().of(file).size());
        EventLoop.until("it ended", () -> Stream.of(manager().getLaunches()).allMatch(ILaunch::isTerminated));
    }

    @Test
    void theShortcutWritesAConfigurationBesideAModelAsksWhatItCannotKnowAndLaunches() throws Exception {
        project.getFile("net.h5").create(new byte[1], true, false, null);
        project.getFile("labels.txt").create("a\nb\n".getBytes(StandardCharsets.UTF_8), true, false, null);
        project.getFolder("pictures").create(true, true, null);
        for (final String name : List.of("a", "b")) {
            project.getFolder("pictures/" + name).create(true, true, null);
            project.getFile("pictures/" + name + "/1.png").create(new byte[1], true, false, null);
        }
        inDialog("Model Diagnosis", shell -> {
            final Button run = shell.getDefaultButton();
            assertTrue(run.isEnabled());
            run.notifyListeners(SWT.Selection, null);
        });
        new DiagnosisShortcut().launch(new StructuredSelection(project.getFile("net.h5")), ILaunchManager.RUN_MODE);
        EventLoop.until("the configuration is written and launched", () -> manager().getLaunches().length == 1);
        assertEquals("""
                # Diagnosis of net.h5. What is under input has to be what training did with its pictures.
                model: net.h5
                labels: labels.txt
                input:
                  scale: 0.00392156862745098
                images:
                  folder: pictures
                layers: auto
                """, project.getFile("net.filterscope").readString());
        assertEquals("net.filterscope", ScoresDriver.page().getActiveEditor().getTitle());
    }

    @Test
    void applyInTheDialogWritesTheFileAndKeepsItsComments() throws Exception {
        project.getFile("net.h5").create(new byte[1], true, false, null);
        project.getFile("other.h5").create(new byte[1], true, false, null);
        project.getFolder("pictures").create(true, true, null);
        final String text = "# ours\nmodel: net.h5   # first\nimages: { folder: pictures }\n";
        final IFile file = configuration("a", text);
        final ILaunchConfiguration launch = launches().add(file);
        inDialog("Edit Configuration", shell -> {
            final Text model = all(shell, Text.class).filter(field -> "net.h5".equals(field.getText())).findFirst().orElseThrow();
            model.setText("other.h5");
            EventLoop.until("Apply can be pressed", () -> button(shell, "Apply").isEnabled());
            assertEquals(text, file.readString());
            button(shell, "Apply").notifyListeners(SWT.Selection, null);
            EventLoop.until("it is written", () -> read(file).contains("other"));
            assertEquals(text.replace("net.h5", "other.h5"), file.readString());
            EventLoop.until("nothing is left to apply", () -> !button(shell, "Apply").isEnabled());
            shell.close();
        });
        DebugUITools.openLaunchConfigurationPropertiesDialog(ScoresDriver.page().getWorkbenchWindow().getShell(), launch,
                IDebugUIConstants.ID_RUN_LAUNCH_GROUP);
        rethrow();
    }

    private Throwable failure;

    private interface Work {
        void run(Shell shell) throws Exception;
    }

    /** Does something in a dialog as soon as it is open, and closes it when that fails. */
    private void inDialog(final String title, final Work work) {
        final Display display = Display.getCurrent();
        display.timerExec(300, new Runnable() {
            @Override
            public void run() {
                final Optional<Shell> dialog = Stream.of(display.getShells()).filter(shell -> shell.isVisible() && shell.getText()
                        .startsWith(title)).findFirst();
                if (dialog.isEmpty()) {
                    display.timerExec(200, this);
                    return;
                }
                try {
                    work.run(dialog.get());
                } catch (final Exception | AssertionError e) {
                    failure = e;
                    dialog.get().close();
                }
            }
        });
    }

    private void rethrow() {
        if (failure != null) {
            throw new AssertionError(failure);
        }
    }

    private static <T extends Control> Stream<T> all(final Composite parent, final Class<T> type) {
        return Stream.of(parent.getChildren()).flatMap(child -> Stream.concat(type.isInstance(child) ? Stream.of(type.cast(child)) : Stream.empty(),
                child instanceof final Composite composite ? all(composite, type) : Stream.empty()));
    }

    private static Button button(final Shell shell, final String text) {
        return all(shell, Button.class).filter(button -> button.getText().replace("&", "").equals(text)).findFirst().orElseThrow();
    }

    private static String read(final IFile file) {
        try {
            return file.readString();
        } catch (final CoreException e) {
            throw new IllegalStateException(e);
        }
    }

    private DiagnosisProcess running(final String script) throws Exception {
        // A first run, so that the time to start the process does not count.
        ended(launch(configuration("first", "report " + folder)));
        final DiagnosisProcess process = process(launch(configuration("a", script)));
        EventLoop.until("it runs", () -> said(process).contains("Looking at pictures"));
        return process;
    }

    private ILaunch launch(final IFile file) throws Exception {
        final List<ILaunchConfiguration> known = launches().of(file);
        return (known.isEmpty() ? launches().add(file) : known.getFirst()).launch(ILaunchManager.RUN_MODE, null);
    }

    private static DiagnosisProcess process(final ILaunch launch) {
        return (DiagnosisProcess) launch.getProcesses()[0];
    }

    private static DiagnosisProcess ended(final ILaunch launch) {
        return ended(process(launch));
    }

    private static DiagnosisProcess ended(final DiagnosisProcess process) {
        EventLoop.until("the run is over", process::isTerminated);
        return process;
    }

    private static TextConsole console(final DiagnosisProcess process) {
        EventLoop.until("there is a console", () -> DebugUITools.getConsole(process) != null);
        return (TextConsole) DebugUITools.getConsole(process);
    }

    private static String said(final DiagnosisProcess process) {
        return console(process).getDocument().get();
    }

    /** In a line of the console that holds a text. */
    private static Optional<IHyperlink> link(final TextConsole console, final String text) {
        final int offset = console.getDocument().get().indexOf(text);
        return offset < 0 ? Optional.empty() : Stream.of(console.getHyperlinks())
                .filter(link -> console.getRegion(link).getOffset() >= offset && console.getRegion(link).getOffset() < offset + text.length())
                .findFirst();
    }

    private IFile configuration(final String name, final String script) throws Exception {
        final IFile file = project.getFile(name + ".filterscope");
        file.write(script.getBytes(StandardCharsets.UTF_8), true, false, false, null);
        return file;
    }

    private static DiagnosisLaunches launches() {
        return new DiagnosisLaunches(manager());
    }

    private static ILaunchManager manager() {
        return DebugPlugin.getDefault().getLaunchManager();
    }
}
