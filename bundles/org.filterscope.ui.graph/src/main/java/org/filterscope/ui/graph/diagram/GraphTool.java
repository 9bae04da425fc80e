package org.filterscope.ui.graph.diagram;

import org.eclipse.draw2d.Cursors;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.tools.AbstractTool;
import org.eclipse.swt.events.KeyEvent;

/** What the mouse does: a click selects, a double click focuses, dragging moves the sheet. Keys go to the viewer's key handler. */
final class GraphTool extends AbstractTool {
    private static final int THRESHOLD = 4;

    /** Hears what a person does; places are those of the viewer's control. */
    interface Listener {
        void pointed(int x, int y);

        void clicked(int x, int y);

        void doubleClicked(int x, int y);

        void dragged(int byX, int byY);
    }

    private final Listener listener;
    private Point pressed = new Point();
    private Point last = new Point();
    private boolean down;
    private boolean dragging;

    GraphTool(final Listener listener) {
        this.listener = listener;
        setDefaultCursor(Cursors.ARROW);
        setUnloadWhenFinished(false);
    }

    @Override
    protected String getCommandName() {
        return "select";
    }

    @Override
    protected boolean handleMove() {
        listener.pointed(getLocation().x, getLocation().y);
        return true;
    }

    @Override
    protected boolean handleButtonDown(final int button) {
        getCurrentViewer().getControl().setFocus();
        down = button == 1 || button == 2;
        dragging = false;
        pressed = getLocation().getCopy();
        last = pressed;
        return true;
    }

    @Override
    protected boolean handleDrag() {
        if (!down) {
            return false;
        }
        final Point now = getLocation().getCopy();
        if (!dragging && Math.abs(now.x - pressed.x) + Math.abs(now.y - pressed.y) > THRESHOLD) {
            dragging = true;
            setCursor(Cursors.SIZEALL);
        }
        if (dragging) {
            listener.dragged(now.x - last.x, now.y - last.y);
            last = now;
        }
        return true;
    }

    @Override
    protected boolean handleButtonUp(final int button) {
        if (button == 1 && down && !dragging) {
            listener.clicked(pressed.x, pressed.y);
        }
        down = false;
        dragging = false;
        setCursor(getDefaultCursor());
        return true;
    }

    @Override
    protected boolean handleDoubleClick(final int button) {
        if (button == 1) {
            listener.doubleClicked(getLocation().x, getLocation().y);
        }
        return true;
    }

    @Override
    protected boolean handleKeyDown(final KeyEvent event) {
        return getCurrentViewer() != null && getCurrentViewer().getKeyHandler() != null
                && getCurrentViewer().getKeyHandler().keyPressed(event);
    }
}
