package org.filterscope.ui.graph.details;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.filterscope.core.graph.GraphEdge;
import org.filterscope.core.graph.GraphHeading;
import org.filterscope.core.graph.GraphPattern;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.ThemeColors;

/** Where a pattern lies seen from its parents: arrows from them to it, on a field as large as the input. Belongs to the UI thread. */
final class OffsetsCanvas {
    static final int SIDE = 168;
    private static final int MOST = 12;
    private static final int HEAD = 6;
    private static final int DOT = 3;

    private final Canvas canvas;
    private final ThemeColors colors;
    private Optional<Shown> shown = Optional.empty();

    /** @param parents best first */
    record Shown(GraphHeading heading, GraphPattern pattern, List<GraphEdge> parents) {
    }

    OffsetsCanvas(final Composite parent, final ThemeColors colors) {
        this.colors = colors;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, this::paint);
        AccessibleName.give(canvas, () -> shown.map(content -> NLS.bind(Messages.OffsetsCanvas_name, content.parents().size())).orElse(""));
    }

    Canvas control() {
        return canvas;
    }

    void show(final Optional<Shown> content) {
        shown = content;
        canvas.redraw();
    }

    private void paint(final Event event) {
        shown.ifPresent(content -> paint(event.gc, content));
    }

    private void paint(final GC gc, final Shown content) {
        final double scale = Math.min((SIDE - 1.0) / content.heading().inputCols(), (SIDE - 1.0) / content.heading().inputRows());
        gc.setForeground(colors.quiet());
        gc.drawRectangle(0, 0, (int) (content.heading().inputCols() * scale), (int) (content.heading().inputRows() * scale));
        gc.setAntialias(SWT.ON);
        final int x = (int) Math.round(content.pattern().col() * scale);
        final int y = (int) Math.round(content.pattern().row() * scale);
        gc.setForeground(canvas.getForeground());
        for (final GraphEdge edge : content.parents().stream().limit(MOST).toList().reversed()) {
            final int fromX = (int) Math.round((content.pattern().col() - edge.colOffset()) * scale);
            final int fromY = (int) Math.round((content.pattern().row() - edge.rowOffset()) * scale);
            gc.setAlpha((int) (60 + 195 * Math.clamp(edge.weight(), 0, 1)));
            arrow(gc, fromX, fromY, x, y);
        }
        gc.setAlpha(255);
        gc.setBackground(colors.bar());
        gc.fillOval(x - DOT, y - DOT, 2 * DOT + 1, 2 * DOT + 1);
    }

    private static void arrow(final GC gc, final int fromX, final int fromY, final int toX, final int toY) {
        gc.drawOval(fromX - 2, fromY - 2, 4, 4);
        gc.drawLine(fromX, fromY, toX, toY);
        final double length = Math.hypot(toX - fromX, toY - fromY);
        if (length > 2 * HEAD) {
            final double alongX = (toX - fromX) / length;
            final double alongY = (toY - fromY) / length;
            for (final int side : new int[] {-1, 1}) {
                gc.drawLine((int) Math.round(toX - alongX * DOT), (int) Math.round(toY - alongY * DOT),
                        (int) Math.round(toX - alongX * (DOT + HEAD) + side * alongY * HEAD / 2),
                        (int) Math.round(toY - alongY * (DOT + HEAD) - side * alongX * HEAD / 2));
            }
        }
    }
}
