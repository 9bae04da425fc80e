package org.filterscope.ui.graph;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.AccessibleName;
import org.filterscope.ui.graph.details.DetailsPane;
import org.filterscope.ui.graph.diagram.GraphDiagram;
import org.filterscope.ui.graph.model.ColorBy;
import org.filterscope.ui.graph.model.FilterOrder;
import org.filterscope.ui.graph.model.Mark;
import org.filterscope.ui.graph.read.GraphReading;
import org.filterscope.ui.graph.read.LoadedGraph;
import org.filterscope.ui.pictures.ThumbnailStore;

/** The view's content when it shows a graph. Belongs to the UI thread. */
final class GraphPage {
    private final Composite control;
    private final GraphColors colors;
    private final GraphListener listener;
    private final GraphControls controls;
    private final Legend legend;
    private final GraphDiagram diagram;
    private final Overview overview;
    private final DetailsPane details;
    private final PictureStrip strip;
    private final GraphLighting lighting;
    private final GraphRoom room;
    private Optional<ShownGraph> shown = Optional.empty();
    private boolean byNumber;
    private String colorKey;
    private double rememberedSlot;

    GraphPage(final Composite parent, final GraphColors colors, final GraphState state, final GraphListener listener) {
        this.colors = colors;
        this.listener = listener;
        byNumber = state.byNumber();
        colorKey = state.colorBy();
        rememberedSlot = state.slotWidth();
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(control);
        controls = new GraphControls(control, new GraphControls.Listener() {
            @Override
            public void categoryChosen(final String category) {
                listener.categoryChosen(category);
            }

            @Override
            public void colorChosen(final ColorBy by) {
                color(by);
            }

            @Override
            public void searched(final String text) {
                lighting.search(text);
            }

            @Override
            public void next() {
                selectNext();
            }

            @Override
            public void bounded(final OptionalDouble least) {
                lighting.bound(least);
            }
        });
        legend = new Legend(control, this::lightKind);
        final SashForm sash = new SashForm(control, SWT.HORIZONTAL | SWT.SMOOTH);
        final Composite left = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(left);
        diagram = new GraphDiagram(left, pattern -> shown.flatMap(graph -> graph.patches().patch(pattern)), new GraphDiagram.Listener() {
            @Override
            public void selected(final Optional<Mark> mark) {
                selectedHere(mark);
            }

            @Override
            public void focused(final Optional<Mark> mark) {
                lighting.focus(mark);
            }

            @Override
            public void moved() {
                redrawOverview();
            }
        });
        GraphRoom.fill(diagram.control(), true);
        overview = new Overview(left, diagram);
        AccessibleName.give(diagram.control(), this::words);
        details = new DetailsPane(sash, colors.theme(), number -> choosePicture(OptionalInt.of(number)));
        sash.setWeights(70, 30);
        strip = new PictureStrip(control, colors.theme(), this::choosePicture);
        lighting = new GraphLighting(diagram, controls, details, strip, listener);
        room = new GraphRoom(control, controls, legend, sash, overview, strip, state);
    }

    Composite control() {
        return control;
    }

    GraphDiagram diagram() {
        return diagram;
    }

    void setFocus() {
        diagram.control().setFocus();
    }

    Optional<GraphReading> reading() {
        return shown.map(ShownGraph::reading);
    }

    void show(final LoadedGraph loaded) {
        final boolean same = shown.filter(graph -> graph.loaded().category().equals(loaded.category())).isPresent();
        final double slot = same && zoomed() ? diagram.slotWidth() : rememberedSlot;
        rememberedSlot = 0;
        close();
        final List<ColorBy> choices = ColorBy.of(loaded.table(), loaded.words());
        final ColorBy by = ColorBy.find(choices, colorKey).orElseGet(() -> choices.isEmpty() ? ColorBy.Kind.PART : choices.getFirst());
        final ShownGraph graph = ShownGraph.open(loaded, by, colors.palette(control), control.getDisplay(), diagram::refresh,
                new ThumbnailStore.Listener() {
                    @Override
                    public void thumbnailsArrived() {
                        details.repaint();
                        strip.control().redraw();
                    }

                    @Override
                    public void reportReplaced() {
                        listener.replaced();
                    }
                });
        shown = Optional.of(graph);
        lighting.open(graph);
        controls.showCategories(loaded.categories(), loaded.category());
        controls.showColors(choices, by);
        controls.show(by, graph.coloring());
        legend.show(graph.coloring(), graph.palette());
        diagram.describe(graph.words()::tip);
        details.open(new DetailsPane.Subject(graph.words(), graph.reading(), graph.thumbnails()));
        strip.show(loaded.table().heading().pictures(), graph.thumbnails());
        room.fit();
        diagram.show(loaded.table(), order(loaded), graph.coloring(), graph.palette(), slot);
        // The overview is as high as the graph has layers.
        room.fit();
        if (!controls.search().getText().isEmpty()) {
            lighting.search(controls.search().getText());
        }
        listener.focused(false);
    }

    /** Gives free what belongs to the graph on show. */
    void close() {
        shown.ifPresent(ShownGraph::close);
        shown = Optional.empty();
        lighting.close();
        if (!control.isDisposed()) {
            diagram.clear();
            details.clear();
        }
    }

    GraphState state() {
        return new GraphState(shown.map(graph -> graph.loaded().report().report().directory()),
                shown.map(graph -> graph.loaded().category()).orElse(""), colorKey, zoomed() ? diagram.slotWidth() : 0, byNumber,
                room.isOverviewWanted(), room.arePicturesWanted());
    }

    private boolean zoomed() {
        return diagram.scene().filter(scene -> scene.layout().width() > diagram.sight().width() + 20).isPresent();
    }

    void recolor() {
        shown = shown.map(graph -> graph.colored(colors.palette(control)));
        shown.ifPresent(graph -> {
            lighting.recolor(graph);
            legend.show(graph.coloring(), graph.palette());
            diagram.color(graph.coloring(), graph.palette());
            lighting.showPicture();
        });
    }

    private void color(final ColorBy by) {
        colorKey = by.key();
        shown = shown.map(graph -> graph.colored(by));
        shown.ifPresent(graph -> {
            lighting.recolor(graph);
            controls.show(by, graph.coloring());
            legend.show(graph.coloring(), graph.palette());
            diagram.color(graph.coloring(), graph.palette());
            lighting.kind(OptionalInt.empty());
            room.fit();
        });
    }

    void arrangeByNumber(final boolean wanted) {
        byNumber = wanted;
        shown.ifPresent(graph -> diagram.arrange(order(graph.loaded())));
    }

    private FilterOrder order(final LoadedGraph loaded) {
        return byNumber ? FilterOrder.byNumber(loaded.table()) : loaded.order();
    }

    void showOverview(final boolean wanted) {
        room.showOverview(wanted);
    }

    void showPictures(final boolean wanted) {
        room.showPictures(wanted);
        if (!wanted) {
            choosePicture(OptionalInt.empty());
        }
    }

    private void lightKind(final OptionalInt kind) {
        lighting.kind(kind);
    }

    /** Lights the ancestors and descendants of a thing, or no longer. */
    void focus(final Optional<Mark> mark) {
        lighting.focus(mark);
    }

    boolean isFocused() {
        return lighting.isFocused();
    }

    private void choosePicture(final OptionalInt number) {
        lighting.choosePicture(number);
    }

    /** Selects what another view has come to, if it is of the graph's report; where the graph does not have it, that is told. */
    void follow(final FilterSelection filter) {
        shown.filter(graph -> graph.loaded().report().report().directory().equals(filter.report())).ifPresent(graph -> {
            final Optional<Mark> mark = graph.mark(filter);
            if (mark.isEmpty() || diagram.selected().flatMap(graph::filter).filter(filter::equals).isEmpty()) {
                diagram.select(mark);
                tell(mark);
            }
            if (mark.isEmpty()) {
                details.showMissing(filter.layer(), filter.channel());
            }
        });
    }

    /** Puts the cursor where one looks for patterns. */
    void search() {
        controls.search().setFocus();
        controls.search().selectAll();
    }

    /** What is in sight, as a picture on the clipboard. */
    void copy() {
        shown.ifPresent(graph -> new GraphSaving(control.getShell(), diagram).copy(graph.patches()));
    }

    private void selectNext() {
        lighting.next().map(Optional::of).ifPresent(mark -> {
            diagram.select(mark);
            selectedHere(mark);
        });
    }

    private void selectedHere(final Optional<Mark> mark) {
        shown.ifPresent(graph -> {
            tell(mark);
            listener.selected(mark.flatMap(graph::filter).stream().toList());
        });
    }

    private void tell(final Optional<Mark> mark) {
        details.show(mark);
        lighting.refresh();
    }

    private void redrawOverview() {
        if (overview != null) {
            overview.redraw();
        }
    }

    private String words() {
        return shown.map(graph -> diagram.selected().map(mark -> graph.words().name(mark) + ". " + graph.words().sentence(mark))
                .orElse(Messages.GraphPage_name)).orElse(Messages.GraphPage_name);
    }
}
