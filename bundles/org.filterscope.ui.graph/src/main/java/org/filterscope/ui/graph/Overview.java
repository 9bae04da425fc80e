package org.filterscope.ui.graph;

import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.graph.diagram.GraphDiagram;
import org.filterscope.ui.graph.model.BandLayout;
import org.filterscope.ui.graph.model.Box;
import org.filterscope.ui.graph.paint.OverviewPicture;
import org.filterscope.ui.graph.paint.Scene;

/** The whole graph, small, with a frame around what is in sight; dragging moves it. Belongs to the UI thread. */
final class Overview {
    private static final int ROW = 11;
    private static final int MARGIN = 4;

    private final Canvas canvas;
    private final GraphDiagram diagram;
    private Optional<Image> image = Optional.empty();
    private Optional<Scene> painted = Optional.empty();
    private Point size = new Point(0, 0);
    private boolean dragging;

    Overview(final Composite parent, final GraphDiagram diagram) {
        this.diagram = diagram;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
        canvas.addListener(SWT.Paint, this::paint);
        canvas.addListener(SWT.Dispose, event -> image.ifPresent(Image::dispose));
        canvas.addListener(SWT.MouseDown, event -> {
            dragging = true;
            move(event);
        });
        canvas.addListener(SWT.MouseMove, event -> {
            if (dragging) {
                move(event);
            }
        });
        canvas.addListener(SWT.MouseUp, event -> dragging = false);
        canvas.setToolTipText(Messages.Overview_tip);
        AccessibleName.give(canvas, () -> Messages.Overview_name);
    }

    Canvas control() {
        return canvas;
    }

    int height() {
        return diagram.scene().map(scene -> scene.layout().table().layers().size() * ROW).orElse(ROW) + 2 * MARGIN;
    }

    void redraw() {
        if (!canvas.isDisposed() && canvas.isVisible()) {
            canvas.redraw();
        }
    }

    private Rectangle area() {
        final Rectangle all = canvas.getClientArea();
        return new Rectangle(MARGIN, MARGIN, Math.max(1, all.width - 2 * MARGIN), Math.max(1, all.height - 2 * MARGIN));
    }

    private void move(final Event event) {
        diagram.scene().ifPresent(scene -> {
            final BandLayout layout = scene.layout();
            diagram.centre((int) ((double) (event.x - area().x) * layout.width() / area().width),
                    (int) ((double) (event.y - area().y) * layout.height() / area().height));
        });
    }

    private void paint(final Event event) {
        diagram.scene().ifPresent(scene -> {
            final Rectangle area = area();
            if (!isPainted(scene, area)) {
                image.ifPresent(Image::dispose);
                image = Optional.of(new Image(canvas.getDisplay(), OverviewPicture.of(scene, area.width, area.height)));
                painted = Optional.of(scene);
                size = new Point(area.width, area.height);
            }
            event.gc.drawImage(image.orElseThrow(), area.x, area.y);
            frame(event.gc, scene.layout(), area);
        });
    }

    /** The zoom does not matter here. */
    private boolean isPainted(final Scene scene, final Rectangle area) {
        return image.isPresent() && size.equals(new Point(area.width, area.height)) && painted.filter(known -> known.coloring() == scene.coloring()
                && known.lit().equals(scene.lit()) && known.palette() == scene.palette() && known.layout().order() == scene.layout().order())
                .isPresent();
    }

    private void frame(final GC gc, final BandLayout layout, final Rectangle area) {
        final Box sight = diagram.sight();
        final int left = area.x + (int) ((double) sight.x() * area.width / layout.width());
        final int right = area.x + (int) Math.ceil((double) sight.right() * area.width / layout.width());
        final int top = area.y + (int) ((double) sight.y() * area.height / layout.height());
        final int bottom = area.y + (int) Math.ceil((double) sight.bottom() * area.height / layout.height());
        gc.setForeground(canvas.getForeground());
        gc.setLineWidth(2);
        gc.drawRectangle(left, top, Math.max(4, Math.min(right, area.x + area.width) - left), Math.min(bottom, area.y + area.height) - top);
    }
}
