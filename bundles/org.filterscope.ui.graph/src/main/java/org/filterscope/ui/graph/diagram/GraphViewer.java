package org.filterscope.ui.graph.diagram;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.IFigure;
import org.eclipse.draw2d.Viewport;
import org.eclipse.gef.EditDomain;
import org.eclipse.gef.EditPart;
import org.eclipse.gef.GraphicalEditPart;
import org.eclipse.gef.editparts.AbstractGraphicalEditPart;
import org.eclipse.gef.editparts.SimpleRootEditPart;
import org.eclipse.gef.ui.parts.GraphicalViewerImpl;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** A viewer whose contents are one figure. */
final class GraphViewer extends GraphicalViewerImpl {
    private FigureCanvas canvas;

    GraphViewer(final Composite parent, final IFigure figure, final GraphTool tool) {
        createControl(parent);
        setRootEditPart(new Root());
        final EditDomain domain = new EditDomain();
        domain.addViewer(this);
        domain.setDefaultTool(tool);
        domain.setActiveTool(tool);
        setEditPartFactory((context, model) -> part(figure, model));
        setContents(figure);
    }

    @Override
    public Control createControl(final Composite parent) {
        canvas = new GraphCanvas(parent, getLightweightSystem());
        setControl(canvas);
        return canvas;
    }

    /** It would come before there is a canvas. */
    @Override
    protected void createDefaultRoot() {
        // The constructor sets the root.
    }

    @Override
    protected void setRootFigure(final IFigure figure) {
        canvas.setViewport((Viewport) figure);
    }

    FigureCanvas canvas() {
        return canvas;
    }

    private static EditPart part(final IFigure contents, final Object model) {
        final AbstractGraphicalEditPart part = new AbstractGraphicalEditPart() {
            @Override
            protected IFigure createFigure() {
                return contents;
            }

            @Override
            protected void createEditPolicies() {
                // A graph is looked at.
            }
        };
        part.setModel(model);
        return part;
    }

    /** A root that shows one figure and scrolls. Those of the framework zoom, too, and load the number formats for that while the person waits. */
    private static final class Root extends SimpleRootEditPart {

        @Override
        protected IFigure createFigure() {
            return new Viewport(true);
        }

        @Override
        protected void addChildVisual(final EditPart child, final int index) {
            ((Viewport) getFigure()).setContents(((GraphicalEditPart) child).getFigure());
        }

        @Override
        protected void removeChildVisual(final EditPart child) {
            ((Viewport) getFigure()).setContents(null);
        }
    }
}
