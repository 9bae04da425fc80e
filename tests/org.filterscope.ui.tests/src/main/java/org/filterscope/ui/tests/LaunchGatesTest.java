package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.debug.core.ILaunch;
import org.eclipse.debug.core.ILaunchConfigurationWorkingCopy;
import org.eclipse.debug.core.ILaunchManager;
import org.eclipse.ui.console.TextConsole;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.report.PredictionRow;
import org.filterscope.core.report.PredictionRow.Guess;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.ide.RunOptions;
import org.filterscope.ide.launch.DiagnosisProcess;
import org.filterscope.ide.launch.LaunchAttributes;
import org.filterscope.ui.findings.FindingsEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Launches whose report has findings: a confusion of classes, which weighs much, and labels to look at again. */
@ExtendWith(NoHangingDialogs.class)
class LaunchGatesTest {
    @TempDir
    Path folder;
    private LaunchDriver driver;
    private IFile model;

    @BeforeEach
    void createProject() throws Exception {
        driver = new LaunchDriver(folder);
        model = driver.file("landscapes.h5", "a network");
        driver.project().getFolder("pictures").create(true, true, null);
    }

    @AfterEach
    void deleteProject() throws Exception {
        driver.close();
    }

    @Test
    void aGateThatFailsEndsTheRunWithTheCommandLinesExitCodeAndTheConsoleSaysWhichOneDid() throws Exception {
        final DiagnosisProcess process = LaunchDriver.ended(launchWithGates(configuration("{ severity: high, max: 0 }")));
        assertEquals(ExitCode.GATE_FAILED.value(), process.getExitValue(), () -> LaunchDriver.said(process));
        EventLoop.until("the console has all", () -> LaunchDriver.said(process).contains("gates failed"));
        final String said = LaunchDriver.said(process);
        assertTrue(said.lines().anyMatch(line -> line.startsWith("Gate fails: ") && line.contains("of high severity") && line.endsWith("expected none")),
                said);
        assertTrue(said.lines().anyMatch(line -> line.startsWith("Gate holds: ") && line.contains("3 of 4")), said);
        assertTrue(said.contains("1 of 2 gates failed"), said);
    }

    @Test
    void gatesThatHoldEndTheRunWithZero() throws Exception {
        final DiagnosisProcess process = LaunchDriver.ended(launchWithGates(configuration("{ severity: high, max: 1 }")));
        assertEquals(ExitCode.SUCCESS.value(), process.getExitValue(), () -> LaunchDriver.said(process));
        EventLoop.until("the console has all", () -> LaunchDriver.said(process).contains("All gates hold (2)"));
    }

    @Test
    void unlessALaunchIsToTheGatesDoNotDecide() throws Exception {
        final DiagnosisProcess process = LaunchDriver.ended(driver.launch(configuration("{ severity: high, max: 0 }")));
        assertEquals(ExitCode.SUCCESS.value(), process.getExitValue());
    }

    @Test
    void aFindingInTheConsoleIsALinkToItsPage() throws Exception {
        final DiagnosisProcess process = LaunchDriver.ended(driver.launch(configuration("{ severity: high, max: 0 }")));
        final TextConsole console = LaunchDriver.console(process);
        final String finding = SampleFindings.CONFUSION.text();
        EventLoop.until("the finding is a link", () -> LaunchDriver.link(console, finding).isPresent());
        EventLoop.until("it is marked", () -> FindingsProject.markers(model).size() == 1);
        LaunchDriver.link(console, finding).orElseThrow().linkActivated();
        final FindingsEditor page = assertInstanceOf(FindingsEditor.class, ScoresDriver.page().getActiveEditor());
        EventLoop.until("the page tells it", () -> new Widgets(page).text().contains(finding));
    }

    private IFile configuration(final String flaws) throws Exception {
        final Path report = SampleFindings.write(folder.resolve("report"), model.getLocation().toPath(), SampleFindings.BOTH);
        final ReportFiles files = new ReportFiles(report);
        Files.writeString(files.manifest(), Files.readString(files.manifest()).replaceFirst("(\"analyses\": \\[\\s*)", "$1\"flaws\", "));
        try (ReportWriter.Predictions predictions = new ReportWriter(files).predictions()) {
            for (int picture = 0; picture < 4; picture++) {
                predictions.write(new PredictionRow(SampleReport.picture(picture), "river",
                        List.of(new Guess(picture == 0 ? "beach" : "river", 0.9))));
            }
        }
        return driver.configuration("landscapes", """
                model: landscapes.h5
                images: { folder: pictures }
                gates:
                  flaws: %s
                  accuracy: { min: 0.5 }
                # report %s""".formatted(flaws, report));
    }

    private static ILaunch launchWithGates(final IFile file) throws Exception {
        final ILaunchConfigurationWorkingCopy launch = LaunchDriver.launches().add(file).getWorkingCopy();
        LaunchAttributes.setOptions(launch, new RunOptions(true, true, Optional.empty()));
        return launch.doSave().launch(ILaunchManager.RUN_MODE, null);
    }
}
