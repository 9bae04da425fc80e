package org.filterscope.ui.graph.diagram;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.LightweightSystem;
import org.eclipse.swt.widgets.Composite;

/** Paints all that is in sight whenever it scrolls: names of layers stay in sight, so that pixels cannot be moved. */
final class GraphCanvas extends FigureCanvas {

    GraphCanvas(final Composite parent, final LightweightSystem system) {
        super(parent, system);
    }

    @Override
    public void scrollToX(final int offset) {
        getViewport().setHorizontalLocation(offset);
    }

    @Override
    public void scrollToY(final int offset) {
        getViewport().setVerticalLocation(offset);
    }
}
