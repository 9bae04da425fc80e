package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.help.HelpSystem;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.DiagnosisService;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ui.detectors.DetectorsView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

@ExtendWith(NoHangingDialogs.class)
class DetectorsViewTest {
    @TempDir
    Path folder;
    private DiagnosisService diagnoses;
    private IViewPart view;
    private Widgets widgets;

    @BeforeEach
    void openView() throws Exception {
        diagnoses = new DiagnosisService(FrameworkUtil.getBundle(Diagnoses.class).getBundleContext());
        PlatformUI.getWorkbench().getService(IEclipseContext.class).set(Diagnoses.class, diagnoses);
        view = ScoresDriver.page().showView(DetectorsView.ID);
        widgets = new Widgets(view);
        EventLoop.settle();
    }

    @AfterEach
    void closeView() {
        ScoresDriver.page().hideView(view);
        PlatformUI.getWorkbench().getService(IEclipseContext.class).remove(Diagnoses.class);
        diagnoses.close();
    }

    @Test
    void stacksTheDetectorsOfEachLayerByCategory() throws Exception {
        open(SampleReport.writeScored(folder.resolve("report"), 12));
        EventLoop.until("the chart is shown", () -> !widgets.all(Chart.class).isEmpty());
        final Chart chart = widgets.all(Chart.class).getFirst();
        assertArrayEquals(new String[] {"early", "deep"}, chart.getAxisSet().getXAxis(0).getCategorySeries());
        final ISeries<?>[] series = chart.getSeriesSet().getSeries();
        assertEquals(List.of("material", "object", "part", "texture"), Stream.of(series).map(ISeries::getId).toList());
        assertArrayEquals(new double[] {0, 7}, series[1].getYSeries());
        assertTrue(Stream.of(series).allMatch(ISeries::isStackEnabled));
        assertEquals(folder.resolve("report").toString(), ((DetectorsView) view).getContentDescription());
        assertEquals(4, Stream.of(series).map(bars -> ((IBarSeries<?>) bars).getBarColor()).distinct().count());
        assertEquals(List.of("0", "1", "2", "3", "7", "6", "5", "4"), Widgets.column(widgets.table("Layer"), "Detectors"));
    }

    @Test
    void whereNoFilterIsADetectorTheChartBeginsAtZeroAllTheSame() throws Exception {
        final Path report = SampleReport.writeScored(folder.resolve("report"), 12);
        Files.writeString(new ReportFiles(report).detectors(), "layer,category,detectors,unique,mean_iou\nearly,scene,0,0,\ndeep,scene,0,0,\n");
        open(report);
        EventLoop.until("the chart is shown", () -> !widgets.all(Chart.class).isEmpty());
        assertEquals(0, widgets.all(Chart.class).getFirst().getAxisSet().getYAxis(0).getRange().lower);
    }

    @Test
    void saysWhyThereIsNothingToCount() throws Exception {
        assertTrue(widgets.text().contains("No report is open yet"), widgets.text());
        open(SampleReport.write(folder.resolve("report"), 12));
        EventLoop.until("the reason is told", () -> widgets.text().contains("did not dissect the filters"));
    }

    @Test
    void saysWhichFileIsDamaged() throws Exception {
        final Path report = SampleReport.writeScored(folder.resolve("report"), 12);
        Files.writeString(new ReportFiles(report).detectors(), "layer,category\nearly,object\n");
        open(report);
        EventLoop.until("the message names the file", () -> widgets.text().contains("detectors.csv"));
    }

    @Test
    void hasHelp() {
        assertNotNull(HelpSystem.getContext(DetectorsView.ID));
    }

    private void open(final Path report) {
        diagnoses.open(new ReportLocation(report, Optional.empty()));
    }
}
