package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILogListener;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.ide.ReportLocation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(NoHangingDialogs.class)
class FilterScoresOpeningTest {
    @TempDir
    Path folder;
    private ScoresDriver scores;

    @BeforeEach
    void openView() throws Exception {
        scores = ScoresDriver.create();
    }

    @AfterEach
    void closeView() {
        scores.close();
    }

    @Test
    void saysWhatItWouldShowAndOffersADiagnosisWhileThereIsNoReport() throws Exception {
        assertTrue(scores.message().contains("what each filter"), scores.message());
        assertTrue(scores.message().contains(">Run a diagnosis\u2026</a>"), scores.message());
    }

    @Test
    void opensTenThousandFiltersWithWidgetsOnlyForThoseInSight() throws Exception {
        scores.openAndAwait(SampleReport.write(folder.resolve("report"), 10_000));
        final AtomicInteger filled = new AtomicInteger();
        scores.table().addListener(SWT.SetData, event -> filled.incrementAndGet());
        final long begin = System.nanoTime();
        scores.clickHeader("Mean");
        EventLoop.settle();
        assertEquals(10_000, scores.table().getItemCount());
        assertTrue(filled.get() < 200, filled + " rows were filled");
        assertTrue(System.nanoTime() - begin < 1_000_000_000L, "sorting took longer than a second");
    }

    @Test
    void saysWhichFileOfADamagedReportIsWrongAndTriesAgainWhenAsked() throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        final Path filters = new ReportFiles(report).filters("deep");
        final String whole = Files.readString(filters);
        SampleReport.truncate(filters);
        scores.open(report);
        EventLoop.until("the view offers to try again", () -> scores.message().contains(">Try again</a>"));
        assertTrue(scores.message().contains("deep.csv"), scores.message());
        Files.writeString(filters, whole);
        scores.follow(0);
        scores.awaitRows();
    }

    @Test
    void saysThatAFileOfTheReportIsMissing() throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        Files.delete(new ReportFiles(report).tops("deep"));
        scores.open(report);
        EventLoop.until("the message names the file", () -> scores.message().contains("deep.csv"));
    }

    @Test
    void saysThatThereIsNoReportInTheFolder() {
        scores.open(folder.resolve("nowhere"));
        EventLoop.until("the message says so", () -> scores.message().contains("there is no report to read"));
    }

    @Test
    void theOtherLayersOfAReportWithADamagedLayerCanBeChosen() throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        SampleReport.truncate(new ReportFiles(report).filters("deep"));
        scores.open(report);
        EventLoop.until("the message names the file", () -> scores.message().contains("deep.csv"));
        assertEquals("deep (12)", scores.layer());
        scores.chooseLayer(1);
        EventLoop.until("the other layer is shown", () -> scores.table().isVisible() && scores.table().getItemCount() == 8);
    }

    @Test
    void triesAgainWithTheLayerThatWasAskedFor() throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        scores.openAndAwait(report);
        final Path away = Files.move(report, folder.resolve("away"));
        scores.chooseLayer(1);
        EventLoop.until("the report is gone", () -> scores.message().contains("there is no report to read"));
        Files.move(away, report);
        scores.follow(0);
        EventLoop.until("the other layer is shown", () -> scores.table().isVisible() && scores.table().getItemCount() == 8);
    }

    @Test
    void offersToRunTheDiagnosisAgainWhenItsReportIsGone() throws Exception {
        final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("gone");
        project.create(null);
        project.open(null);
        try {
            final IFile configuration = project.getFile("gone.filterscope");
            configuration.write("model: gone.h5\n".getBytes(), true, false, false, null);
            scores.diagnoses().open(new ReportLocation(folder.resolve("nowhere"), Optional.of(configuration)));
            EventLoop.until("the view offers to run it", () -> scores.message().contains(">Run the diagnosis again</a>"));
        } finally {
            project.delete(true, true, null);
        }
    }

    @Test
    void showsPlaceholdersForPicturesThatCannotBeRead() throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        Files.writeString(new ReportFiles(report).sheet("sheet-0.png"), "no picture");
        final AtomicInteger warnings = new AtomicInteger();
        final List<IStatus> errors = new CopyOnWriteArrayList<>();
        final ILogListener log = (status, plugin) -> {
            if (status.getSeverity() == IStatus.ERROR) {
                errors.add(status);
            } else if (status.getMessage().contains("sheet-0.png")) {
                warnings.incrementAndGet();
            }
        };
        Platform.addLogListener(log);
        try {
            scores.openAndAwait(report);
            EventLoop.until("the log tells about the sheet", () -> warnings.get() > 0);
            scores.table().redraw();
            EventLoop.settle();
        } finally {
            Platform.removeLogListener(log);
        }
        assertEquals(List.of(), errors);
        assertEquals(1, warnings.get());
    }

    @Test
    void comesBackAsItWasLeft() throws Exception {
        scores.openAndAwait(SampleReport.write(folder.resolve("report"), 12));
        scores.chooseLayer(1);
        EventLoop.until("the other layer is shown", () -> scores.table().getItemCount() == 8);
        scores.clickHeader("Filter");
        scores.table().getColumn(2).setWidth(123);
        scores.closeView();
        scores.openView();
        scores.awaitRows();
        assertEquals("early (8)", scores.layer());
        assertEquals("0", scores.column("Filter").getFirst());
        assertEquals(123, scores.table().getColumn(2).getWidth());
    }
}
