package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The graph's view with 61,440 patterns and 0.77 million edges: what is painted is checked, how long that takes is printed. A step ends with its
 * paint event, as the toolkit puts paintings off: at least until the next frame of 1/60 s.
 */
@ExtendWith(NoHangingDialogs.class)
class GraphBenchmarkTest {
    private static final int WARM_UP = 3;
    private static final int STEPS = 12;
    private static final int MOST_ZOOM_STEPS = 40;

    @TempDir
    Path folder;
    private final AtomicInteger paints = new AtomicInteger();

    @Test
    void panningAndZoomingAreFollowedByPaints() throws Exception {
        final Path report = SampleReport.write(folder.resolve("report"), 12);
        SampleGraph.large().write(report, "bird");
        final Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
        shell.setBounds(0, 0, 1600, 980);
        try (GraphDriver graph = new GraphDriver()) {
            final long opened = System.nanoTime();
            graph.open(report);
            final long shown = awaitCanvas(graph);
            final FigureCanvas canvas = graph.canvas();
            canvas.addListener(SWT.Paint, event -> paints.incrementAndGet());
            EventLoop.until("the graph is painted", () -> paints.get() > 0);
            print("file to first paint, with reading and layout in the background", List.of(milliseconds(opened)));
            print("graph in the view to first paint", List.of(milliseconds(shown)));
            EventLoop.settle();
            assertTrue(graph.widgets().text().contains("61,440 part patterns in 4 layers") && graph.widgets().text().contains("768,000 edges"),
                    graph.widgets().text());
            zoomAndPan(graph, canvas);
        }
    }

    /** @return when the user interface began with what brought the graph into the view */
    private static long awaitCanvas(final GraphDriver graph) {
        final long patience = System.nanoTime() + 30_000_000_000L;
        long began = System.nanoTime();
        while (graph.widgets().all(FigureCanvas.class).isEmpty()) {
            assertTrue(System.nanoTime() < patience, "the graph's file is read");
            began = System.nanoTime();
            PlatformUI.getWorkbench().getDisplay().readAndDispatch();
        }
        return began;
    }

    private void zoomAndPan(final GraphDriver graph, final FigureCanvas canvas) {
        final List<Double> zooms = new ArrayList<>();
        final List<Double> again = new ArrayList<>();
        final List<Double> pans = new ArrayList<>();
        int width = canvas.getViewport().getHorizontalRangeModel().getMaximum();
        for (int step = 0; step < MOST_ZOOM_STEPS; step++) {
            final double zoom = timed(() -> graph.action("Zoom In").run());
            final int now = canvas.getViewport().getHorizontalRangeModel().getMaximum();
            if (now == width) {
                break;
            }
            width = now;
            zooms.add(zoom);
            final int before = canvas.getViewport().getViewLocation().x;
            final List<Double> here = new ArrayList<>();
            for (int pan = 0; pan < WARM_UP + STEPS; pan++) {
                // Back and forth, farther each time: new parts come into sight, and no edge is reached.
                final int by = (pan % 2 == 0 ? 1 : -1) * Math.min(90, 8 + 6 * pan);
                final int target = Math.clamp((long) before + by, 0, width);
                final double time = timed(() -> canvas.getViewport().setHorizontalLocation(target));
                if (pan >= WARM_UP) {
                    here.add(time);
                }
                assertEquals(target, canvas.getViewport().getViewLocation().x);
            }
            pans.addAll(here);
            print("pan, sheet %d px wide".formatted(width), here);
        }
        assertTrue(zooms.size() > 10, "zoom steps from columns to patches");
        for (final String way : List.of("Zoom Out", "Zoom In")) {
            for (int step = zooms.size(); step > 0; step--) {
                timed(() -> graph.action(way).run());
            }
        }
        for (int step = zooms.size(); step > 0; step--) {
            again.add(timed(() -> graph.action("Zoom Out").run()));
        }
        print("zoom, all steps for the first time", zooms);
        print("zoom, all steps again", again);
        print("pan, all steps", pans);
    }

    private double timed(final Runnable step) {
        final int before = paints.get();
        final long start = System.nanoTime();
        step.run();
        final long patience = System.nanoTime() + 400_000_000L;
        while (paints.get() == before && System.nanoTime() < patience) {
            Thread.onSpinWait();
            PlatformUI.getWorkbench().getDisplay().readAndDispatch();
        }
        return milliseconds(start);
    }

    private static double milliseconds(final long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void print(final String what, final List<Double> times) {
        final List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        System.out.printf(Locale.ROOT, "graph-view: %s: median %.1f ms, worst %.1f ms of %d%n", what, sorted.get(sorted.size() / 2), sorted.getLast(),
                sorted.size());
    }
}
