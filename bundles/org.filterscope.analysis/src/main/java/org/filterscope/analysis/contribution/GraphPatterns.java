package org.filterscope.analysis.contribution;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.analysis.graph.GraphMaps;
import org.filterscope.analysis.graph.Inferences;
import org.filterscope.analysis.graph.MapSplit;
import org.filterscope.analysis.graph.PatternFinder;
import org.filterscope.analysis.graph.PatternLayer;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.progress.Progress;

/** The part patterns of an explanatory graph, ready to be looked for on single pictures. */
public final class GraphPatterns {
    private final List<GraphBand> bands;
    private final boolean turning;
    private final String category;

    GraphPatterns(final List<GraphBand> bands, final boolean turning, final String category) {
        this.bands = bands;
        this.turning = turning;
        this.category = category;
    }

    /** @param turning whether objects were mirrored in the mining, so that pictures have to be looked at either way */
    public static GraphPatterns read(final GraphFile graph, final boolean turning) throws IOException {
        final List<GraphBand> bands = new ArrayList<>();
        for (int i = 0; i < graph.heading().layers().size(); i++) {
            bands.add(GraphBand.read(graph, i, bands.isEmpty() ? null : bands.getLast().layer()));
        }
        return new GraphPatterns(List.copyOf(bands), turning, graph.heading().category());
    }

    /** The class that the graph is about; empty when its pictures have none. */
    public String category() {
        return category;
    }

    /**
     * Looks for all patterns on a picture. Where objects were mirrored in the mining, the picture is taken as the top layer explains it better.
     *
     * @param threads at least 1
     * @param bytes   that the responses of a layer may take in memory
     * @return by layer
     */
    public Map<String, LayerPatterns> on(final ShownPicture picture, final int threads, final long bytes, final Progress progress)
            throws IOException {
        final ShownPicture other = turning ? new ShownPicture(picture.session(), picture.outputs(), picture.input().mirrored()) : null;
        final PatternFinder finder = new PatternFinder(threads, bytes);
        final Map<String, LayerPatterns> found = new HashMap<>();
        PatternLayer above = null;
        Inferences foundAbove = null;
        for (final GraphBand band : bands) {
            progress.checkCancelled();
            final PatternLayer layer = band.layer();
            final GraphMaps maps = new GraphMaps(layer.layer(), layer.grid(), new OnePicture(picture.values(layer.layer())),
                    other == null ? null : new OnePicture(other.values(layer.layer())), layer.scales());
            final Inferences here = finder.find(layer, maps, above, foundAbove, Progress.NONE);
            found.put(layer.layer(), new LayerPatterns(band, here, new MapSplit(layer, above, foundAbove, 1), picture.values(layer.layer()),
                    picture.input().shape().cols()));
            above = layer;
            foundAbove = here;
        }
        return found;
    }
}
