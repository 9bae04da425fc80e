package org.filterscope.ui.graph.paint;

import java.util.Optional;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.widgets.Display;
import org.filterscope.ui.graph.model.Box;

/** The whole graph as one figure that paints what is in sight. Belongs to the UI thread. */
public final class GraphFigure extends Figure {
    private final Patches patches;
    private Optional<Scene> scene = Optional.empty();
    private Optional<TextWidths> widths = Optional.empty();

    public GraphFigure(final Patches patches) {
        this.patches = patches;
        setOpaque(true);
    }

    /** The view in the scene does not matter: it is the clip's while painting. */
    public void show(final Scene shown, final TextWidths text) {
        scene = Optional.of(shown);
        widths = Optional.of(text);
        final Dimension size = new Dimension(shown.layout().width(), shown.layout().height());
        if (!size.equals(getPreferredSize())) {
            setPreferredSize(size);
            revalidate();
        }
        repaint();
    }

    public void clear() {
        scene = Optional.empty();
        repaint();
    }

    @Override
    protected void paintFigure(final Graphics graphics) {
        final Rectangle clip = graphics.getClip(new Rectangle());
        if (!clip.isEmpty()) {
            scene.ifPresent(shown -> paint(graphics, shown.in(sight()), new Box(clip.x, clip.y, clip.width, clip.height), patches,
                    widths.orElseThrow()));
        }
    }

    /** The part of the sheet that the viewport shows. */
    public Box sight() {
        IFigure around = getParent();
        while (around != null && !(around instanceof Viewport)) {
            around = around.getParent();
        }
        if (around instanceof final Viewport viewport) {
            final Point corner = viewport.getViewLocation();
            return new Box(corner.x, corner.y, viewport.getSize().width, viewport.getSize().height);
        }
        return new Box(0, 0, getSize().width, getSize().height);
    }

    /** The clip must not reach beyond what fits into memory as a picture. */
    static void paint(final Graphics graphics, final Scene shown, final Box clip, final Patches patches, final TextWidths widths) {
        final GraphPainter painter = new GraphPainter(shown, clip);
        final ImageDataProvider provider = zoom -> {
            final Raster raster = new Raster(clip, zoom / 100.0, shown.palette().ground());
            painter.shapes(raster);
            return raster.data();
        };
        final Image image = new Image(Display.getCurrent(), provider);
        graphics.drawImage(image, clip.x(), clip.y());
        image.dispose();
        painter.drawing(new GraphicsDrawing(graphics, patches, widths, shown.palette().empty()));
    }
}
