package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.core.ILaunchListener;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.jface.text.TextSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.texteditor.ITextEditor;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.report.Report;
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
    private LaunchDriver driver;

    @BeforeEach
    void createProject() throws Exception {
        driver = new LaunchDriver(folder);
    }

    @AfterEach
    void deleteProject() throws Exception {
        driver.close();
    }

    @Test
    void aLaunchEndsWithItsRunAndTellsStagesWorkersLogLayersAndReport() throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        final DiagnosisProcess process = LaunchDriver.ended(driver.launch(driver.configuration("a", "Native library is slow\nreport " + report)));
        assertEquals(ExitCode.SUCCESS.value(), process.getExitValue());
        assertFalse(process.canTerminate());
        assertTrue(process.getLaunch().isTerminated());
        final TextConsole console = LaunchDriver.console(process);
        EventLoop.until("the console has all", () -> console.getDocument().get().contains("Report: " + report));
        final String said = console.getDocument().get();
        assertTrue(said.contains("Looking at pictures (1260)"), said);
        assertTrue(said.contains("Native library is slow"), said);
        final String layer = Report.open(report).manifest().layers().getFirst();
        EventLoop.until("the layer is a link", () -> LaunchDriver.link(console, "Layer " + layer).isPresent());
        driver.scores().closeView();
        LaunchDriver.link(console, "Layer " + layer).orElseThrow().linkActivated();
        assertTrue(driver.scores().isOpen());
        assertTrue(LaunchDriver.link(console, "Report: " + report).isPresent());
    }

    @Test
    void theConsoleTellsHowManyAnswersAreRightAndThatGuessesWouldBeAsGood() throws Exception {
        final String guesses = "no better than guessing";
        final String found = answered("found", 30);
        assertTrue(found.contains("Right about 30 of 30 pictures (100 %)") && !found.contains(guesses), found);
        // Of three classes 10 are guessed, give or take 2.58.
        final String better = answered("better", 13);
        assertTrue(better.contains("Right about 13 of 30 pictures (43 %)") && !better.contains(guesses), better);
        final String guessed = answered("guessed", 12);
        assertTrue(guessed.contains("Right about 12 of 30 pictures (40 %)") && guessed.contains(guesses), guessed);
    }

    /** What the console says of a report with so many right answers. */
    private String answered(final String name, final int right) throws Exception {
        final Path report = SampleReport.write(folder.resolve(name), 12);
        final List<String> lines = new ArrayList<>(List.of("picture,label,class1,p1,class2,p2,class3,p3,class4,p4,class5,p5"));
        for (int picture = 0; picture < 30; picture++) {
            final String label = SampleReport.CLASSES.get(picture % 3);
            lines.add("%s,%s,%s,0.9,,,,,,,,".formatted(SampleReport.picture(picture), label,
                    picture < right ? label : SampleReport.CLASSES.get((picture + 1) % 3)));
        }
        Files.write(report.resolve("predictions.csv"), lines);
        final DiagnosisProcess process = LaunchDriver.ended(driver.launch(driver.configuration(name, "report " + report)));
        EventLoop.until("the console has all", () -> LaunchDriver.said(process).contains("Report: " + report));
        return LaunchDriver.said(process);
    }

    @Test
    void aConfigurationThatCannotBeUsedEndsWithTwoAndALinkToItsLine() throws Exception {
        final IFile file = driver.configuration("bad", "refuse " + driver.project().getLocation() + "/bad.filterscope:1: unknown key 'modle'");
        final DiagnosisProcess process = LaunchDriver.ended(driver.launch(file));
        assertEquals(ExitCode.INVALID_INPUT.value(), process.getExitValue());
        final TextConsole console = LaunchDriver.console(process);
        final String place = driver.project().getLocation() + "/bad.filterscope:1";
        EventLoop.until("the place is a link", () -> LaunchDriver.link(console, place).isPresent());
        LaunchDriver.link(console, place).orElseThrow().linkActivated();
        assertEquals("bad.filterscope", ScoresDriver.page().getActiveEditor().getTitle());
        final ITextEditor editor = ScoresDriver.page().getActiveEditor().getAdapter(ITextEditor.class);
        final TextSelection selected = (TextSelection) editor.getSelectionProvider().getSelection();
        assertEquals(0, selected.getStartLine());
        assertTrue(selected.getLength() > 0);
    }

    @Test
    void gatesThatAreMissingAreToldBeforeAnythingRuns() throws Exception {
        final ILaunchConfiguration launch = LaunchDriver.launches().add(driver.configuration("gates", "model: none"));
        final var copy = launch.getWorkingCopy();
        copy.setAttribute("org.filterscope.ide.gates", true);
        final DiagnosisProcess process = LaunchDriver.ended(LaunchDriver.process(copy.doSave().launch(ILaunchManager.RUN_MODE, null)));
        assertEquals(ExitCode.INVALID_INPUT.value(), process.getExitValue());
    }

    @Test
    void aLaunchThatIsTerminatedAsSoonAsItCanBeSeenEnds() throws Exception {
        final ILaunchListener impatient = new ILaunchListener() {
            @Override
            public void launchAdded(final ILaunch launch) {
                // It has no process yet.
            }

            @Override
            public void launchChanged(final ILaunch launch) {
                if (launch.getProcesses().length > 0) {
                    LaunchDriver.process(launch).terminate();
                }
            }

            @Override
            public void launchRemoved(final ILaunch launch) {
                // Nothing is left to end.
            }
        };
        LaunchDriver.manager().addLaunchListener(impatient);
        try {
            assertEquals(ExitCode.CANCELLED.value(), LaunchDriver.ended(driver.launch(driver.configuration("a", "wait"))).getExitValue());
        } finally {
            LaunchDriver.manager().removeLaunchListener(impatient);
        }
    }

    @Test
    void terminatingCancelsWithinASecond() throws Exception {
        final DiagnosisProcess process = driver.running("wait");
        final long begin = System.nanoTime();
        process.terminate();
        LaunchDriver.ended(process);
        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(1).toNanos(), "took longer than a second");
        assertEquals(ExitCode.CANCELLED.value(), process.getExitValue());
    }

    @Test
    void aWorkerThatDoesNotObeyIsGoneWithinFiveSecondsAndTheConsoleSaysAtOnceThatItStops() throws Exception {
        final DiagnosisProcess process = driver.running("deaf");
        final long begin = System.nanoTime();
        process.terminate();
        EventLoop.until("the console says that it stops", Duration.ofSeconds(1), () -> LaunchDriver.said(process).contains("Stopping"));
        LaunchDriver.ended(process);
        assertTrue(System.nanoTime() - begin < Duration.ofSeconds(5).toNanos(), "took longer than five seconds");
        assertEquals(ExitCode.CANCELLED.value(), process.getExitValue());
    }

    @Test
    void runsWaitForEachOtherAndLaunchingAgainCancelsTheOneThatWaits() throws Exception {
        final DiagnosisProcess running = driver.running("wait");
        final IFile file = running.job().configuration();
        final DiagnosisProcess waiting = LaunchDriver.process(driver.launch(file));
        final DiagnosisProcess other = LaunchDriver.process(driver.launch(driver.configuration("other", "report " + folder)));
        EventLoop.until("both wait", () -> waiting.job().getState() == Job.WAITING && other.job().getState() == Job.WAITING);
        final DiagnosisProcess again = LaunchDriver.process(driver.launch(file));
        assertTrue(waiting.isTerminated());
        assertEquals(ExitCode.CANCELLED.value(), waiting.getExitValue());
        assertEquals(Job.RUNNING, running.job().getState());
        assertFalse(other.isTerminated());
        assertFalse(again.isTerminated());
        running.terminate();
        assertEquals(ExitCode.SUCCESS.value(), LaunchDriver.ended(other).getExitValue());
        again.terminate();
        LaunchDriver.ended(again);
    }

    @Test
    void theShortcutLaunchesWhatAFileWasLaunchedWithBefore() throws Exception {
        final IFile file = driver.configuration("a", "report " + folder);
        final StructuredSelection selection = new StructuredSelection(file);
        final DiagnosisShortcut shortcut = new DiagnosisShortcut();
        assertEquals(0, shortcut.getLaunchConfigurations(selection).length);
        shortcut.launch(selection, ILaunchManager.RUN_MODE);
        EventLoop.until("it is launched",
                () -> LaunchDriver.manager().getLaunches().length == 1 && LaunchDriver.manager().getLaunches()[0].isTerminated());
        final ILaunch first = LaunchDriver.manager().getLaunches()[0];
        final List<ILaunchConfiguration> known = LaunchDriver.launches().of(file);
        assertEquals(List.of("a"), known.stream().map(ILaunchConfiguration::getName).toList());
        assertArrayEquals(known.toArray(), shortcut.getLaunchConfigurations(selection));
        assertArrayEquals(new Object[] {file}, known.getFirst().getMappedResources());
        shortcut.launch(selection, ILaunchManager.RUN_MODE);
        EventLoop.until("it is launched again", () -> Stream.of(LaunchDriver.manager().getLaunches()).anyMatch(launch -> launch != first));
        assertEquals(1, LaunchDriver.launches().of(file).size());
        EventLoop.until("it ended", () -> Stream.of(LaunchDriver.manager().getLaunches()).allMatch(ILaunch::isTerminated));
    }
}
