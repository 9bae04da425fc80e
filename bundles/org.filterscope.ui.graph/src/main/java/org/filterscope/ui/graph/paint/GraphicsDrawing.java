package org.filterscope.ui.graph.paint;

import java.util.Optional;

import org.eclipse.draw2d.Graphics;
import org.eclipse.draw2d.geometry.Rectangle;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.filterscope.ui.graph.model.Box;

/** Draws on the screen or into a picture. */
final class GraphicsDrawing implements Drawing {
    private static final int FADED_ALPHA = 60;
    private static final int OPAQUE = 255;

    private final Graphics graphics;
    private final Patches patches;
    private final TextWidths widths;
    private final Color placeholder;

    GraphicsDrawing(final Graphics graphics, final Patches patches, final TextWidths widths, final int placeholder) {
        this.graphics = graphics;
        this.patches = patches;
        this.widths = widths;
        this.placeholder = color(placeholder);
        graphics.setFont(widths.font());
    }

    @Override
    public void patch(final int pattern, final Box square, final boolean faded) {
        final Optional<Image> image = patches.image(pattern);
        if (image.isEmpty()) {
            graphics.setBackgroundColor(placeholder);
            graphics.fillRectangle(square.x(), square.y(), square.width(), square.height());
            return;
        }
        final org.eclipse.swt.graphics.Rectangle size = image.get().getBounds();
        graphics.setInterpolation(square.width() >= size.width ? SWT.NONE : SWT.LOW);
        if (faded) {
            graphics.setAlpha(FADED_ALPHA);
        }
        graphics.drawImage(image.get(), new Rectangle(0, 0, size.width, size.height),
                new Rectangle(square.x(), square.y(), square.width(), square.height()));
        if (faded) {
            graphics.setAlpha(OPAQUE);
        }
    }

    @Override
    public void line(final int fromX, final int fromY, final int toX, final int toY, final int rgb, final double opacity, final int thickness) {
        graphics.setAntialias(SWT.ON);
        graphics.setAlpha((int) Math.round(opacity * OPAQUE));
        graphics.setForegroundColor(color(rgb));
        graphics.setLineWidth(thickness);
        graphics.drawLine(fromX, fromY, toX, toY);
        graphics.setAlpha(OPAQUE);
        graphics.setAntialias(SWT.DEFAULT);
    }

    @Override
    public void frame(final Box box, final int rgb, final int thickness) {
        graphics.setBackgroundColor(color(rgb));
        graphics.fillRectangle(box.x(), box.y(), box.width(), thickness);
        graphics.fillRectangle(box.x(), box.bottom() - thickness, box.width(), thickness);
        graphics.fillRectangle(box.x(), box.y(), thickness, box.height());
        graphics.fillRectangle(box.right() - thickness, box.y(), thickness, box.height());
    }

    @Override
    public void text(final String words, final int x, final int y, final int rgb) {
        graphics.setForegroundColor(color(rgb));
        graphics.drawString(words, x, y);
    }

    @Override
    public int width(final String words) {
        return widths.of(words);
    }

    private static Color color(final int rgb) {
        return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
    }
}
