package org.filterscope.ui.graph.paint;

import org.eclipse.draw2d.Graphics;
import org.eclipse.swt.SWT;
import org.filterscope.ui.graph.model.Box;

/** Draws on the screen or into a picture. */
final class GraphicsDrawing implements Drawing {
    private static final int OPAQUE = 255;

    private final Graphics graphics;
    private final TextWidths widths;

    GraphicsDrawing(final Graphics graphics, final TextWidths widths) {
        this.graphics = graphics;
        this.widths = widths;
        graphics.setFont(widths.font());
    }

    @Override
    public void line(final int fromX, final int fromY, final int toX, final int toY, final int rgb, final double opacity, final int thickness) {
        graphics.setAntialias(SWT.ON);
        graphics.setAlpha((int) Math.round(opacity * OPAQUE));
        graphics.setForegroundColor(Rgb.color(rgb));
        graphics.setLineWidth(thickness);
        graphics.drawLine(fromX, fromY, toX, toY);
        graphics.setAlpha(OPAQUE);
        graphics.setAntialias(SWT.DEFAULT);
    }

    @Override
    public void frame(final Box box, final int rgb, final int thickness) {
        graphics.setBackgroundColor(Rgb.color(rgb));
        graphics.fillRectangle(box.x(), box.y(), box.width(), thickness);
        graphics.fillRectangle(box.x(), box.bottom() - thickness, box.width(), thickness);
        graphics.fillRectangle(box.x(), box.y(), thickness, box.height());
        graphics.fillRectangle(box.right() - thickness, box.y(), thickness, box.height());
    }

    @Override
    public void text(final String words, final int x, final int y, final int rgb) {
        graphics.setForegroundColor(Rgb.color(rgb));
        graphics.drawString(words, x, y);
    }

    @Override
    public int width(final String words) {
        return widths.of(words);
    }
}
