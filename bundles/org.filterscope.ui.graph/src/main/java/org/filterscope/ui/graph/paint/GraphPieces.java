package org.filterscope.ui.graph.paint;

import java.util.concurrent.Executor;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.SWTGraphics;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.widgets.Display;
import org.filterscope.ui.graph.model.Box;

/**
 * A picture of the graph in strips as wide as the picture. Areas and patches are computed on any thread; texts and lines belong to the UI thread, which
 * is free for other things between one strip and the next.
 */
final class GraphPieces {
    /** Pixels of a strip: some milliseconds. */
    private static final int PIXELS = 400_000;
    private static final int LEAST_HEIGHT = 16;
    /** A text or an outline reaches no farther beyond what it belongs to. */
    private static final int REACH = 40;

    private final Scene scene;
    private final Box part;
    private final Patches patches;
    private final TextWidths widths;

    GraphPieces(final Scene scene, final Box part, final Patches patches, final TextWidths widths) {
        this.scene = scene;
        this.part = part;
        this.patches = patches;
        this.widths = widths;
    }

    /**
     * Called on any thread but the UI's.
     *
     * @param ui runs something on the UI thread and returns when it is done
     * @throws OperationCanceledException when the person gives it up
     */
    ImageData paint(final Executor ui, final IProgressMonitor monitor) {
        final int height = Math.max(LEAST_HEIGHT, PIXELS / part.width());
        final int count = Math.ceilDiv(part.height(), height);
        final SubMonitor progress = SubMonitor.convert(monitor, count);
        final int[] edges = new GraphPainter(scene, part).edges();
        ImageData all = null;
        for (int strip = 0; strip < count; strip++) {
            final int top = strip * height;
            final Box box = new Box(part.x(), part.y() + top, part.width(), Math.min(height, part.height() - top));
            final ImageData shapes = shapes(box);
            final ImageData[] painted = new ImageData[1];
            ui.execute(() -> painted[0] = draw(shapes, box, edges));
            if (all == null) {
                all = new ImageData(part.width(), part.height(), painted[0].depth, painted[0].palette);
            }
            copy(painted[0], all, top);
            progress.split(1);
        }
        return all;
    }

    private ImageData shapes(final Box box) {
        final Raster raster = new Raster(box, 1, scene.palette(), patches);
        new GraphPainter(scene, box).shapes(raster);
        return raster.data();
    }

    /** On the UI thread. */
    private ImageData draw(final ImageData shapes, final Box box, final int[] edges) {
        final Image image = new Image(Display.getCurrent(), box.width(), box.height());
        final GC gc = new GC(image);
        final Graphics graphics = new SWTGraphics(gc);
        try {
            graphics.translate(-box.x(), -box.y());
            final Image ground = new Image(Display.getCurrent(), shapes);
            graphics.drawImage(ground, box.x(), box.y());
            ground.dispose();
            final Box near = new Box(box.x(), box.y() - REACH, box.width(), box.height() + 2 * REACH);
            new GraphPainter(scene, near).drawing(new GraphicsDrawing(graphics, widths), edges);
            return image.getImageData();
        } finally {
            graphics.dispose();
            gc.dispose();
            image.dispose();
        }
    }

    private static void copy(final ImageData strip, final ImageData all, final int top) {
        for (int row = 0; row < strip.height; row++) {
            System.arraycopy(strip.data, row * strip.bytesPerLine, all.data, (top + row) * all.bytesPerLine,
                    Math.min(strip.bytesPerLine, all.bytesPerLine));
        }
    }

    /** The same at once, for what is small; on the UI thread. */
    ImageData paintAtOnce() {
        return draw(shapes(part), part, new GraphPainter(scene, part).edges());
    }
}
