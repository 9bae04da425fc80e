package org.filterscope.ui.graph.diagram;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.draw2d.FigureCanvas;
import org.eclipse.draw2d.Viewport;
import org.eclipse.draw2d.geometry.Point;
import org.eclipse.gef.MouseWheelHandler;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.filterscope.ui.graph.model.BandLayout;
import org.filterscope.ui.graph.model.Box;
import org.filterscope.ui.graph.model.Coloring;
import org.filterscope.ui.graph.model.FilterOrder;
import org.filterscope.ui.graph.model.GraphTable;
import org.filterscope.ui.graph.model.Mark;
import org.filterscope.ui.graph.paint.GraphFigure;
import org.filterscope.ui.graph.paint.Palette;
import org.filterscope.ui.graph.paint.Patches;
import org.filterscope.ui.graph.paint.Scene;
import org.filterscope.ui.graph.paint.TextWidths;

/**
 * The graph in a control with scroll bars: it zooms, moves and lets a person select. Belongs to the UI thread.
 */
public final class GraphDiagram {
    private static final double STEP = 1.25;
    /** Width of a pattern's picture at 100 %. */
    private static final int NATURAL_PATCH = 64;
    private static final int[] NO_EDGES = new int[0];

    /** Hears what a person does. */
    public interface Listener {
        /** Another thing is selected, or nothing. */
        void selected(Optional<Mark> mark);

        /** The selected thing, or nothing, is to be focused on. */
        void focused(Optional<Mark> mark);

        /** Another part of the sheet is in sight, or at another zoom. */
        void moved();
    }

    private final GraphFigure figure;
    private final GraphViewer viewer;
    private final Listener listener;
    private TextWidths widths;
    private Function<Mark, String> words = mark -> "";
    private Optional<Scene> scene = Optional.empty();
    private Optional<Mark> pointed = Optional.empty();

    public GraphDiagram(final Composite parent, final Patches patches, final Listener listener) {
        this.listener = listener;
        figure = new GraphFigure(patches);
        final GraphTool tool = new GraphTool(new GraphTool.Listener() {
            @Override
            public void pointed(final int x, final int y) {
                point(x, y);
            }

            @Override
            public void clicked(final int x, final int y) {
                choose(at(x, y));
            }

            @Override
            public void doubleClicked(final int x, final int y) {
                choose(at(x, y));
                listener.focused(selected());
            }

            @Override
            public void dragged(final int byX, final int byY) {
                move(-byX, -byY);
            }
        });
        viewer = new GraphViewer(parent, figure, tool);
        widths = new TextWidths(parent.getFont());
        final FigureCanvas canvas = viewer.canvas();
        canvas.setHorizontalScrollBarVisibility(FigureCanvas.ALWAYS);
        canvas.setFont(parent.getFont());
        canvas.addListener(SWT.Dispose, event -> figure.dispose());
        canvas.addListener(SWT.Resize, event -> resized());
        canvas.addListener(SWT.Traverse,
                event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS
                        && event.detail != SWT.TRAVERSE_PAGE_NEXT && event.detail != SWT.TRAVERSE_PAGE_PREVIOUS);
        viewport().getHorizontalRangeModel().addPropertyChangeListener(event -> listener.moved());
        viewport().getVerticalRangeModel().addPropertyChangeListener(event -> listener.moved());
        viewer.setProperty(MouseWheelHandler.KeyGenerator.getKey(SWT.MOD1), (MouseWheelHandler) (event, source) -> wheel(event));
        viewer.setProperty(MouseWheelHandler.KeyGenerator.getKey(SWT.MOD2), (MouseWheelHandler) (event, source) -> {
            move(-event.count * Reveal.ROOM, 0);
            event.doit = false;
        });
        viewer.setKeyHandler(new GraphKeys(this));
    }

    public FigureCanvas control() {
        return viewer.canvas();
    }

    /** @param tips what the tool tip says of a thing */
    public void describe(final Function<Mark, String> tips) {
        words = tips;
    }

    /** @param slotWidth as remembered; 0 for the whole width */
    public void show(final GraphTable table, final FilterOrder order, final Coloring coloring, final Palette palette, final double slotWidth) {
        final BandLayout layout = new BandLayout(table, order, viewWidth(), viewHeight(), slotWidth);
        pointed = Optional.empty();
        update(new Scene(layout, coloring, Optional.empty(), Optional.empty(), NO_EDGES, palette, sight()));
        viewport().setViewLocation(0, 0);
    }

    public void clear() {
        scene = Optional.empty();
        figure.clear();
    }

    public Optional<Scene> scene() {
        return scene;
    }

    public Optional<Mark> selected() {
        return scene.flatMap(Scene::selected);
    }

    public void arrange(final FilterOrder order) {
        scene.ifPresent(old -> lay(old, order, old.layout().slotWidth()));
    }

    public void color(final Coloring coloring, final Palette palette) {
        scene.ifPresent(old -> update(new Scene(old.layout(), coloring, old.lit(), old.selected(), old.edges(), palette, sight())));
    }

    /** @param edges the strongest last; empty for a few of those in sight */
    public void light(final Optional<BitSet> lit, final int[] edges) {
        scene.ifPresent(old -> update(new Scene(old.layout(), old.coloring(), lit, old.selected(), edges, old.palette(), sight())));
    }

    /** Selects without telling the listener, and brings it into sight. */
    public void select(final Optional<Mark> mark) {
        scene.ifPresent(old -> {
            update(new Scene(old.layout(), old.coloring(), old.lit(), mark, old.edges(), old.palette(), sight()));
            mark.ifPresent(this::reveal);
        });
    }

    /** What patterns look like has become known. */
    public void refresh() {
        figure.refresh();
    }

    /** The part of the sheet that is in sight. */
    public Box sight() {
        return figure.sight();
    }

    /** Brings a place of the sheet to the middle. */
    public void centre(final int x, final int y) {
        final Box sight = sight();
        viewport().setViewLocation(x - sight.width() / 2, y - sight.height() / 2);
    }

    public void move(final int byX, final int byY) {
        final Point from = viewport().getViewLocation();
        viewport().setViewLocation(from.x + byX, from.y + byY);
    }

    public void zoomIn() {
        zoom(STEP, anchor());
    }

    public void zoomOut() {
        zoom(1 / STEP, anchor());
    }

    /** All filters are in sight. */
    public void fit() {
        zoomTo(0, anchor());
    }

    /** Patterns are in sight with their pictures. */
    public void full() {
        scene.ifPresent(shown -> zoomTo(BandLayout.showing(shown.layout().table(), NATURAL_PATCH), anchor()));
    }

    /** Percent of the zoom at which patterns are in sight with their pictures. */
    public int percent() {
        return scene.map(shown -> (int) Math.round(100 * shown.layout().slotWidth() / BandLayout.showing(shown.layout().table(), NATURAL_PATCH)))
                .orElse(0);
    }

    public double slotWidth() {
        return scene.map(shown -> shown.layout().slotWidth()).orElse(0.0);
    }

    /** Zooms, with what is under a place of the control staying there. */
    public void zoom(final double factor, final org.eclipse.swt.graphics.Point anchor) {
        zoomTo(slotWidth() * factor, anchor);
    }

    private void zoomTo(final double slotWidth, final org.eclipse.swt.graphics.Point anchor) {
        scene.ifPresent(old -> {
            final BandLayout before = old.layout();
            final Point from = viewport().getViewLocation().getCopy();
            lay(old, before.order(), slotWidth);
            final BandLayout after = scene.orElseThrow().layout();
            final double shareX = (from.x + anchor.x - BandLayout.MARGIN) / (before.width() - 2.0 * BandLayout.MARGIN);
            final double shareY = (double) (from.y + anchor.y) / before.height();
            final int x = (int) Math.round(BandLayout.MARGIN + shareX * (after.width() - 2.0 * BandLayout.MARGIN)) - anchor.x;
            viewport().setViewLocation(x, (int) Math.round(shareY * after.height()) - anchor.y);
        });
    }

    /** The selected thing if it is in sight, or else the middle. */
    private org.eclipse.swt.graphics.Point anchor() {
        final Box sight = sight();
        return selected().map(mark -> scene.orElseThrow().layout().place(mark))
                .filter(place -> sight.contains(place.centreX(), place.centreY()))
                .map(place -> new org.eclipse.swt.graphics.Point(place.centreX() - sight.x(), place.centreY() - sight.y()))
                .orElseGet(() -> new org.eclipse.swt.graphics.Point(sight.width() / 2, sight.height() / 2));
    }

    private void lay(final Scene old, final FilterOrder order, final double slotWidth) {
        final BandLayout layout = new BandLayout(old.layout().table(), order, viewWidth(), viewHeight(), slotWidth);
        update(new Scene(layout, old.coloring(), old.lit(), old.selected(), old.edges(), old.palette(), sight()));
    }

    private void update(final Scene next) {
        scene = Optional.of(next);
        figure.show(next, widths);
        // So that the sheet can be moved to where it has just grown to.
        figure.getUpdateManager().performValidation();
        listener.moved();
    }

    private void resized() {
        scene.ifPresent(old -> {
            final boolean whole = old.layout().slotWidth() <= BandLayout.fitting(old.layout().table(), sight().width()) * 1.001
                    || old.layout().width() <= sight().width() + BandLayout.MARGIN;
            lay(old, old.layout().order(), whole ? 0 : old.layout().slotWidth());
        });
    }

    private int viewWidth() {
        final FigureCanvas canvas = control();
        return Math.max(1, canvas.getSize().x - canvas.getVerticalBar().getSize().x - 1);
    }

    private int viewHeight() {
        final FigureCanvas canvas = control();
        return Math.max(1, canvas.getSize().y - canvas.getHorizontalBar().getSize().y - 1);
    }

    private Viewport viewport() {
        return control().getViewport();
    }

    private void reveal(final Mark mark) {
        scene.ifPresent(shown -> {
            final Point corner = Reveal.of(shown.layout(), mark, sight());
            viewport().setViewLocation(corner.x, corner.y);
        });
    }

    private Optional<Mark> at(final int x, final int y) {
        final Point corner = viewport().getViewLocation();
        return scene.flatMap(shown -> shown.layout().at(x + corner.x, y + corner.y));
    }

    private void choose(final Optional<Mark> mark) {
        scene.ifPresent(old -> update(new Scene(old.layout(), old.coloring(), old.lit(), mark, old.edges(), old.palette(), sight())));
        listener.selected(mark);
    }

    private void point(final int x, final int y) {
        final Optional<Mark> now = at(x, y);
        if (!now.equals(pointed)) {
            pointed = now;
            control().setToolTipText(now.filter(mark -> !(mark instanceof Mark.OfLayer)).map(words).orElse(null));
        }
    }

    private void wheel(final Event event) {
        zoom(event.count > 0 ? STEP : 1 / STEP, new org.eclipse.swt.graphics.Point(event.x, event.y));
        event.doit = false;
    }

    /** First the focus is given up, then the selection. */
    void leave() {
        if (scene.flatMap(Scene::lit).isPresent()) {
            listener.focused(Optional.empty());
        } else {
            choose(Optional.empty());
        }
    }

    void focus() {
        listener.focused(selected());
    }

    /** Selects something as a person does, and brings it into sight. */
    void goTo(final Mark mark) {
        choose(Optional.of(mark));
        reveal(mark);
    }
}
