package org.filterscope.ui.graph.paint;

import java.util.Optional;

import org.eclipse.draw2d.Figure;
import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Dimension;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.draw2d.geometry.Rectangle;
import org.filterscope.ui.graph.model.Box;

/** The whole graph as one figure that paints what is in sight. Belongs to the UI thread. */
public final class GraphFigure extends Figure {
    private final Tiles tiles;
    private Optional<Scene> scene = Optional.empty();
    private Optional<TextWidths> widths = Optional.empty();

    public GraphFigure(final Patches patches) {
        tiles = new Tiles(patches);
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
        tiles.clear();
        repaint();
    }

    @Override
    protected void paintFigure(final Graphics graphics) {
        final Rectangle clip = graphics.getClip(new Rectangle());
        if (!clip.isEmpty()) {
            scene.ifPresent(shown -> paint(graphics, shown.in(sight()), new Box(clip.x, clip.y, clip.width, clip.height)));
        }
    }

    private void paint(final Graphics graphics, final Scene shown, final Box clip) {
        // Around a sheet that is smaller than the view.
        graphics.setBackgroundColor(Rgb.color(shown.palette().ground()));
        graphics.fillRectangle(clip.x(), clip.y(), clip.width(), clip.height());
        tiles.paint(graphics, shown, clip);
        new GraphPainter(shown, clip).drawing(new GraphicsDrawing(graphics, widths.orElseThrow()));
    }

    /** What patterns look like has become known. */
    public void refresh() {
        tiles.clear();
        repaint();
    }

    public void dispose() {
        tiles.clear();
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
}
