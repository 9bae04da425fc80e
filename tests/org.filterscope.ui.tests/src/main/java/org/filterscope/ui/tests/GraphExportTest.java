package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.ui.graph.model.BandLayout;
import org.filterscope.ui.graph.model.Box;
import org.filterscope.ui.graph.model.ColorBy;
import org.filterscope.ui.graph.model.Coloring;
import org.filterscope.ui.graph.model.FilterOrder;
import org.filterscope.ui.graph.model.FilterWords;
import org.filterscope.ui.graph.model.GraphTable;
import org.filterscope.ui.graph.paint.GraphExport;
import org.filterscope.ui.graph.paint.Palette;
import org.filterscope.ui.graph.paint.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphExportTest {
    private static final Palette PALETTE = new Palette(0xffffff, 0x000000, 0x777777, 0xdddddd, new int[] {0xff0000, 0x00aa00, 0x0000ff}, 0x000000,
            0xffffff);

    @TempDir
    Path folder;
    private GraphExport export;
    private int pieces;

    /** Wide enough for pictures, names and edges, in a sheet of many strips. */
    @BeforeEach
    void open() throws Exception {
        final GraphTable table;
        SampleGraph.small().write(folder, "bird");
        try (GraphFile file = GraphFile.open(folder.resolve("graph/bird/graph.fsg"))) {
            table = GraphTable.of(file);
        }
        final BandLayout layout = new BandLayout(table, FilterOrder.byEdges(table), 4000, 900, BandLayout.showing(table, 64));
        final Coloring coloring = Coloring.of(table, new FilterWords(List.of(Map.of(), Map.of()), List.of(Map.of(), Map.of())), ColorBy.Kind.PART,
                "others");
        export = GraphExport.ofAll(new Scene(layout, coloring, Optional.empty(), Optional.of(table.mark(5)), new int[0], PALETTE,
                new Box(0, 0, 400, 400)), pattern -> Optional.empty(), Display.getCurrent().getSystemFont());
    }

    @Test
    void aPictureInPiecesIsTheSameAsAtOnce() {
        final ImageData whole = export.picture();
        final ImageData joined = inPieces(new NullProgressMonitor());
        assertTrue(pieces > 3, pieces + " pieces of " + whole.width + " x " + whole.height);
        assertArrayEquals(pixels(whole), pixels(joined));
    }

    @Test
    void givenUpItStopsAfterThePieceAtHand() {
        final IProgressMonitor monitor = new NullProgressMonitor();
        monitor.setCanceled(true);
        final CompletionException stopped = assertThrows(CompletionException.class, () -> inPieces(monitor));
        assertTrue(stopped.getCause() instanceof OperationCanceledException, stopped.toString());
        assertTrue(pieces <= 1, pieces + " pieces were painted");
    }

    private ImageData inPieces(final IProgressMonitor monitor) {
        final Display display = Display.getCurrent();
        final CompletableFuture<ImageData> picture = CompletableFuture.supplyAsync(() -> export.picture(piece -> display.syncExec(() -> {
            piece.run();
            pieces++;
        }), monitor));
        EventLoop.until("the picture is painted", picture::isDone);
        return picture.join();
    }

    private static int[] pixels(final ImageData picture) {
        final int[] pixels = new int[picture.width * picture.height];
        for (int row = 0; row < picture.height; row++) {
            picture.getPixels(0, row, picture.width, pixels, row * picture.width);
        }
        return pixels;
    }
}
