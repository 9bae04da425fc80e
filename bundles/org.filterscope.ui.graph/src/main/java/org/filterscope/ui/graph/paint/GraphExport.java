package org.filterscope.ui.graph.paint;

import java.util.concurrent.Executor;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.ImageData;
import org.filterscope.ui.graph.model.BandLayout;
import org.filterscope.ui.graph.model.Box;

/** The graph as a picture: painted as on the screen. Belongs to the UI thread, but for what says otherwise. */
public final class GraphExport {
    /** Wider sheets are drawn narrower: no program opens pictures without end. */
    private static final int MOST_WIDTH = 12_000;

    private final Scene scene;
    private final Box part;
    private final Patches patches;
    private final TextWidths widths;

    private GraphExport(final Scene scene, final Box part, final Patches patches, final Font font) {
        this.scene = scene.in(part);
        this.part = part;
        this.patches = patches;
        widths = new TextWidths(font);
    }

    /** What is in sight. */
    public static GraphExport ofSight(final Scene scene, final Box sight, final Patches patches, final Font font) {
        final int width = Math.min(sight.width(), scene.layout().width() - sight.x());
        final int height = Math.min(sight.height(), scene.layout().height() - sight.y());
        return new GraphExport(scene, new Box(sight.x(), sight.y(), Math.max(1, width), Math.max(1, height)), patches, font);
    }

    /** The whole sheet, at the zoom of the scene, or a smaller one when it would be wider than 12,000 pixels. */
    public static GraphExport ofAll(final Scene scene, final Patches patches, final Font font) {
        final BandLayout old = scene.layout();
        final double slot = old.slotWidth() * Math.min(1, (double) MOST_WIDTH / old.width());
        final BandLayout layout = new BandLayout(old.table(), old.order(), 1, Math.min(old.height(), MOST_WIDTH), slot);
        return new GraphExport(new Scene(layout, scene.coloring(), scene.lit(), scene.selected(), scene.edges(), scene.palette(), scene.view()),
                new Box(0, 0, layout.width(), layout.height()), patches, font);
    }

    public Box part() {
        return part;
    }

    public Scene scene() {
        return scene;
    }

    /** At once; for what is in sight. */
    public ImageData picture() {
        return pieces().paintAtOnce();
    }

    /**
     * Piece by piece, with time for other things between them. Called on any thread but the UI's.
     *
     * @param ui runs something on the UI thread and returns when it is done
     * @throws OperationCanceledException when the person gives it up
     */
    public ImageData picture(final Executor ui, final IProgressMonitor monitor) {
        return pieces().paint(ui, monitor);
    }

    private GraphPieces pieces() {
        return new GraphPieces(scene, part, patches, widths);
    }

    /** Draws at once and puts the document together when it is asked for, which any thread may do. */
    public Supplier<String> svg() {
        final SvgSurface surface = new SvgSurface(part, patches, widths, scene.palette().empty());
        final GraphPainter painter = new GraphPainter(scene, part);
        painter.shapes(surface);
        painter.drawing(surface);
        return () -> surface.document(scene.palette().ground());
    }
}
