package org.filterscope.ui.display;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;

/** Paints bars into the cells of tables, left of the cells' numbers. */
public record BarPainter(ThemeColors colors) {
    private static final int GAP = 3;
    private static final int HEIGHT = 8;
    private static final int WIDEST = 60;
    private static final int MARK_OVERHANG = 2;

    /**
     * @param event  of the painting
     * @param number the cell's text, which stays readable
     */
    public void paint(final Event event, final Rectangle cell, final String number, final Bar bar) {
        paint(event, cell, number, bar, colors.bar());
    }

    /** The same in another color than bars have. */
    public void paint(final Event event, final Rectangle cell, final String number, final Bar bar, final Color color) {
        final GC gc = event.gc;
        final int width = Math.min(WIDEST, cell.width - gc.textExtent(number, SWT.DRAW_TRANSPARENT).x - 6 * GAP);
        if (width <= HEIGHT) {
            return;
        }
        final boolean selected = (event.detail & SWT.SELECTED) != 0;
        final Color text = gc.getForeground();
        final int x = cell.x + 2 * GAP;
        final int y = cell.y + (cell.height - HEIGHT) / 2;
        gc.setBackground(selected ? text : color);
        gc.setForeground(selected ? text : colors.placeholder());
        gc.drawRectangle(x, y, width - 1, HEIGHT - 1);
        final int from = (int) Math.round(width * bar.from());
        gc.fillRectangle(x + from, y, (int) Math.round(width * bar.to()) - from, HEIGHT);
        gc.setForeground(text);
        if (bar.hasMark()) {
            final int mark = x + (int) Math.round(width * bar.mark());
            gc.drawLine(mark, y - MARK_OVERHANG, mark, y + HEIGHT + MARK_OVERHANG - 1);
        }
    }
}
