package org.filterscope.ui.graph;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.filterscope.ui.graph.details.DetailsPane;
import org.filterscope.ui.graph.diagram.GraphDiagram;
import org.filterscope.ui.graph.model.Lighting;
import org.filterscope.ui.graph.model.Mark;
import org.filterscope.ui.graph.model.Picture;

/** What is lit of the graph on show: what was searched, is akin to the focus, is on the chosen picture. Belongs to the UI thread. */
final class GraphLighting {
    private static final int MOST_EDGES = 300;

    private final GraphDiagram diagram;
    private final GraphControls controls;
    private final DetailsPane details;
    private final PictureStrip strip;
    private final GraphListener listener;
    private Optional<ShownGraph> shown = Optional.empty();
    private Lighting lighting = Lighting.ALL;
    private Optional<Picture> picture = Optional.empty();
    private OptionalInt wantedPicture = OptionalInt.empty();

    GraphLighting(final GraphDiagram diagram, final GraphControls controls, final DetailsPane details, final PictureStrip strip,
            final GraphListener listener) {
        this.diagram = diagram;
        this.controls = controls;
        this.details = details;
        this.strip = strip;
        this.listener = listener;
    }

    /** Another graph is on show, with everything lit. */
    void open(final ShownGraph graph) {
        shown = Optional.of(graph);
        lighting = Lighting.ALL;
        picture = Optional.empty();
        wantedPicture = OptionalInt.empty();
    }

    void close() {
        shown = Optional.empty();
    }

    /** The same graph in other colors. */
    void recolor(final ShownGraph graph) {
        shown = Optional.of(graph);
    }

    void search(final String text) {
        shown.ifPresent(graph -> light(lighting.withSearch(graph.search().find(text))));
    }

    void bound(final OptionalDouble least) {
        shown.ifPresent(graph -> light(lighting.withBound(
                least.isPresent() ? Optional.of(graph.coloring().atLeast(least.getAsDouble())) : Optional.empty())));
    }

    void kind(final OptionalInt kind) {
        shown.ifPresent(graph -> light(lighting.withBound(
                kind.isPresent() ? Optional.of(graph.coloring().ofKind(kind.getAsInt())) : Optional.empty())));
    }

    /** Lights the ancestors and descendants of a thing, or no longer. */
    void focus(final Optional<Mark> mark) {
        shown.ifPresent(graph -> {
            if (mark.isEmpty()) {
                choosePicture(OptionalInt.empty());
            } else {
                // Who has found something wants to see more than that.
                controls.search().setText("");
            }
            light(lighting.withFamily(mark.map(graph.neighbourhood()::family)));
            listener.focused(mark.isPresent());
        });
    }

    boolean isFocused() {
        return lighting.family().isPresent();
    }

    void choosePicture(final OptionalInt number) {
        wantedPicture = number;
        strip.select(number);
        shown.ifPresent(graph -> number.ifPresent(chosen -> listener.pictured(graph.table().heading().pictures().get(chosen).path(),
                diagram.selected().flatMap(graph::filter).stream().toList())));
        shown.ifPresent(graph -> {
            if (number.isEmpty()) {
                picture = Optional.empty();
                light(lighting.withPicture(Optional.empty()));
                return;
            }
            graph.reading().read(from -> Picture.of(graph.table(), number.getAsInt(), from.onPicture(number.getAsInt())), read -> {
                if (wantedPicture.equals(number)) {
                    picture = Optional.of(read);
                    light(lighting.withPicture(Optional.of(read.there())));
                }
            });
        });
    }

    /** Of the lit patterns the one after the selected one; empty where not only some are lit. */
    Optional<Mark> next() {
        return shown.flatMap(graph -> lighting.lit().filter(lit -> !lit.isEmpty()).map(lit -> {
            final int from = diagram.selected().orElse(null) instanceof final Mark.OfPattern pattern ? pattern.pattern() + 1 : 0;
            final int next = lit.nextSetBit(from);
            return graph.table().mark(next >= 0 ? next : lit.nextSetBit(0));
        }));
    }

    /** Something else is selected, whose edges are to be seen. */
    void refresh() {
        light(lighting);
    }

    private void light(final Lighting wanted) {
        lighting = wanted;
        shown.ifPresent(graph -> {
            final Optional<BitSet> lit = lighting.lit();
            final Optional<Mark> selected = diagram.selected();
            final int[] edges = selected.filter(mark -> !lighting.isConnected() && !(mark instanceof Mark.OfLayer))
                    .map(mark -> graph.neighbourhood().edgesOf(mark, MOST_EDGES))
                    .orElseGet(() -> lighting.isConnected() ? graph.neighbourhood().edgesAmong(lit.orElseThrow(), MOST_EDGES) : new int[0]);
            diagram.light(lit, edges);
            controls.showFound(lit.map(BitSet::cardinality).orElse(graph.table().patterns()), graph.table().patterns());
            showPicture();
        });
    }

    /** With the places of what is lit. */
    void showPicture() {
        shown.ifPresent(graph -> {
            final IntStream lit = lighting.lit().map(BitSet::stream).orElse(IntStream.empty());
            details.show(picture, picture.map(there -> there.strongest(lit, Integer.MAX_VALUE)).orElse(List.of()),
                    pattern -> graph.marker(pattern).ordinal(), graph::color);
        });
    }
}
