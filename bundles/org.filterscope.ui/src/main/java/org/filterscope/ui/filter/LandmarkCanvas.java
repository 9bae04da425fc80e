package org.filterscope.ui.filter;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.display.ThemeColors;
import org.filterscope.ui.pictures.InputShape;

/**
 * Where landmarks lie seen from a filter's peak: the peak is the cross in the middle of a field as large as the input, each picture a dot for each
 * landmark. Of a filter that follows a part the dots of the part lie close together. What lies beyond the field is drawn at its edge. Belongs to the
 * UI thread.
 */
final class LandmarkCanvas {
    static final int SIDE = 200;
    private static final int DOT = 5;
    private static final int CROSS = 6;
    private static final int GAP = 8;

    private final Canvas canvas;
    private final ThemeColors colors;
    private List<LandmarkOffsets> landmarks = List.of();
    private InputShape input = new InputShape(1, 1);

    LandmarkCanvas(final Composite parent, final ThemeColors colors) {
        this.colors = colors;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.addListener(SWT.Paint, this::paint);
        AccessibleName.give(canvas, () -> landmarks.stream()
                .map(landmark -> NLS.bind(Messages.LandmarkCanvas_landmark, landmark.landmark(), landmark.rows().length))
                .collect(Collectors.joining("; ")));
    }

    Canvas control() {
        return canvas;
    }

    /** @param shown no more than there are hues */
    void show(final List<LandmarkOffsets> shown, final InputShape on) {
        landmarks = shown;
        input = on;
        canvas.redraw();
    }

    private void paint(final Event event) {
        final GC gc = event.gc;
        final double scale = Math.min((SIDE - 1.0) / input.cols(), (SIDE - 1.0) / input.rows());
        final int width = (int) (input.cols() * scale);
        final int height = (int) (input.rows() * scale);
        gc.setForeground(colors.quiet());
        gc.drawRectangle(0, 0, width, height);
        gc.setAntialias(SWT.ON);
        for (int index = 0; index < landmarks.size(); index++) {
            final LandmarkOffsets landmark = landmarks.get(index);
            for (int picture = 0; picture < landmark.rows().length; picture++) {
                final int x = (int) Math.round(Math.clamp(width / 2.0 + landmark.cols()[picture] * scale, 0, width));
                final int y = (int) Math.round(Math.clamp(height / 2.0 + landmark.rows()[picture] * scale, 0, height));
                dot(gc, index, x, y);
            }
        }
        gc.setForeground(canvas.getForeground());
        gc.drawLine(width / 2 - CROSS, height / 2, width / 2 + CROSS, height / 2);
        gc.drawLine(width / 2, height / 2 - CROSS, width / 2, height / 2 + CROSS);
        legend(gc, width + 2 * GAP);
    }

    private void legend(final GC gc, final int left) {
        final int line = gc.getFontMetrics().getHeight() + 2;
        gc.setForeground(canvas.getForeground());
        for (int index = 0; index < landmarks.size(); index++) {
            final int top = index * line;
            dot(gc, index, left, top + line / 2);
            gc.drawText(landmarks.get(index).landmark(), left + GAP, top, SWT.DRAW_TRANSPARENT);
        }
    }

    /** Besides colors, shapes: some people see the one, some prints keep the other. */
    private void dot(final GC gc, final int index, final int x, final int y) {
        final Color color = colors.hue(index % ThemeColors.HUES);
        gc.setBackground(color);
        final int half = DOT / 2 + 1;
        switch (index % 4) {
            case 0 -> gc.fillOval(x - half, y - half, 2 * half, 2 * half);
            case 1 -> gc.fillRectangle(x - half + 1, y - half + 1, 2 * half - 1, 2 * half - 1);
            case 2 -> gc.fillPolygon(new int[] {x, y - half - 1, x + half + 1, y + half, x - half - 1, y + half});
            default -> gc.fillPolygon(new int[] {x, y - half - 1, x + half + 1, y, x, y + half + 1, x - half - 1, y});
        }
    }
}
