package org.filterscope.ui.graph;

import java.util.Optional;
import java.util.stream.IntStream;

import org.eclipse.swt.widgets.Display;
import org.filterscope.ui.FilterSelection;
import org.filterscope.ui.display.UiThread;
import org.filterscope.ui.graph.details.MarkWords;
import org.filterscope.ui.graph.model.ColorBy;
import org.filterscope.ui.graph.model.Coloring;
import org.filterscope.ui.graph.model.GraphTable;
import org.filterscope.ui.graph.model.Mark;
import org.filterscope.ui.graph.model.Neighbourhood;
import org.filterscope.ui.graph.model.PatternSearch;
import org.filterscope.ui.graph.paint.Marker;
import org.filterscope.ui.graph.paint.Palette;
import org.filterscope.ui.graph.read.GraphReading;
import org.filterscope.ui.graph.read.LoadedGraph;
import org.filterscope.ui.graph.read.PatchStore;
import org.filterscope.ui.pictures.ThumbnailStore;

/** What belongs to the graph on show. Belongs to the UI thread. */
record ShownGraph(LoadedGraph loaded, GraphReading reading, PatchStore patches, ThumbnailStore thumbnails, MarkWords words, PatternSearch search,
        Neighbourhood neighbourhood, ColorBy by, Coloring coloring, Palette palette) {

    /**
     * Takes the graph over.
     *
     * @param patchesArrived   told when patterns should be painted again
     * @param thumbnailsArrive told when pictures should be painted again
     */
    static ShownGraph open(final LoadedGraph loaded, final ColorBy by, final Palette palette, final Display display, final Runnable patchesArrived,
            final ThumbnailStore.Listener thumbnailsArrive) {
        final GraphReading reading = new GraphReading(loaded.graph(), new UiThread(display));
        return new ShownGraph(loaded, reading, new PatchStore(display, reading, patchesArrived),
                new ThumbnailStore(display, loaded.report().report(), loaded.report().thumbnails(), thumbnailsArrive),
                new MarkWords(loaded.table(), loaded.words()), new PatternSearch(loaded.table(), loaded.words()),
                new Neighbourhood(loaded.table()), by, coloring(loaded, by), palette);
    }

    private static Coloring coloring(final LoadedGraph loaded, final ColorBy by) {
        return Coloring.of(loaded.table(), loaded.words(), by, Messages.GraphPage_other);
    }

    ShownGraph colored(final ColorBy other) {
        return new ShownGraph(loaded, reading, patches, thumbnails, words, search, neighbourhood, other, coloring(loaded, other), palette);
    }

    ShownGraph colored(final Palette other) {
        return new ShownGraph(loaded, reading, patches, thumbnails, words, search, neighbourhood, by, coloring, other);
    }

    GraphTable table() {
        return loaded.table();
    }

    /** The same filter for other views; a layer is none. */
    Optional<FilterSelection> filter(final Mark mark) {
        final int group = switch (mark) {
            case final Mark.OfLayer layer -> -1;
            case final Mark.OfFilter filter -> filter.group();
            case final Mark.OfPattern pattern -> pattern.group();
        };
        return group < 0 ? Optional.empty() : Optional.of(new FilterSelection(loaded.report().report().directory(),
                table().layers().get(mark.layer()).name(), table().filter(mark.layer(), group)));
    }

    /** The other way: empty where the graph has no pattern of the filter. */
    Optional<Mark> mark(final FilterSelection filter) {
        return IntStream.range(0, table().layers().size()).filter(layer -> table().layers().get(layer).name().equals(filter.layer())).boxed()
                .flatMap(layer -> table().group(layer, filter.channel()).stream().mapToObj(group -> (Mark) new Mark.OfFilter(layer, group)))
                .findFirst();
    }

    /** Of a pattern's kind; of all, when colors tell numbers. */
    Marker marker(final int pattern) {
        return coloring.isOfNumbers() ? Marker.DISC : Marker.of(coloring.kind(pattern));
    }

    int color(final int pattern) {
        return palette.color(coloring, pattern);
    }

    void close() {
        patches.dispose();
        thumbnails.dispose();
        reading.close();
    }
}
