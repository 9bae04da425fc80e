package org.filterscope.analysis.graph;

import java.io.IOException;

import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;

/** Finds the patterns of a mined graph on pictures, layer by layer, top layer first. On the pictures of the mining it finds what the mining found. */
public final class PatternFinder {
    private final int threads;
    private final long bytes;

    /**
     * @param threads at least 1
     * @param bytes   that the responses of a layer may take in memory
     */
    public PatternFinder(final int threads, final long bytes) {
        this.threads = threads;
        this.bytes = bytes;
    }

    /**
     * @param layer    of the graph
     * @param maps     of the layer, with the scales that it was mined with; with maps of mirrored pictures each picture is taken as the top layer
     *                 explains it better
     * @param above    the layer above; null for the top layer
     * @param found    what was found in the layer above on the same pictures; null for the top layer
     * @param progress advances by one a picture that is read and one a filter
     * @throws CancelledException when the user asked for it
     */
    public Inferences find(final PatternLayer layer, final GraphMaps maps, final PatternLayer above, final Inferences found,
            final Progress progress) throws IOException {
        return find(layer, maps, above, found, null, progress);
    }

    /**
     * Finds the patterns of the top layer on pictures whose orientations are known.
     *
     * @param mirrored by picture, whether it is taken mirrored
     */
    public Inferences find(final PatternLayer layer, final GraphMaps maps, final boolean[] mirrored, final Progress progress)
            throws IOException {
        if (mirrored.length != maps.pictures()) {
            throw new IllegalArgumentException("layer '%s' has maps of %d pictures, there are orientations of %d".formatted(maps.layer(),
                    maps.pictures(), mirrored.length));
        }
        return find(layer, maps, null, null, mirrored.clone(), progress);
    }

    private Inferences find(final PatternLayer layer, final GraphMaps maps, final PatternLayer above, final Inferences found,
            final boolean[] given, final Progress progress) throws IOException {
        final boolean choosing = above == null && given == null && maps.mirrored() != null;
        final boolean[] mirrored = above != null ? found.mirrored() : given == null ? new boolean[maps.pictures()] : given;
        final PatternSearch search = search(layer, maps, choosing, mirrored, above, found, progress);
        final PatternArrays patterns = PatternArrays.of(layer);
        if (choosing) {
            search.orient(patterns, layer.noise(), mirrored);
        }
        final Inferences inferences = Inferences.empty(patterns.size(), mirrored);
        search.infer(patterns, layer.noise(), inferences);
        return inferences;
    }

    /**
     * How much of the layer's responses each pattern explains on the pictures of the mining, and where.
     *
     * @param maps     that the layer was mined from
     * @param above    the layer above; null for the top layer
     * @param progress advances by one a picture that is read and one a filter
     * @throws CancelledException when the user asked for it
     */
    public PatternShares shares(final PatternLayer layer, final GraphMaps maps, final PatternLayer above, final Progress progress)
            throws IOException {
        final Inferences found = layer.inferences();
        return search(layer, maps, false, found.mirrored(), above, above == null ? null : above.inferences(), progress)
                .shares(PatternArrays.of(layer), layer.noise(), found);
    }

    private PatternSearch search(final PatternLayer layer, final GraphMaps maps, final boolean choosing, final boolean[] mirrored,
            final PatternLayer above, final Inferences found, final Progress progress) throws IOException {
        if (!maps.grid().equals(layer.grid()) || maps.filters() != layer.filters()) {
            throw new IllegalArgumentException("layer '%s' was mined from %d filters with %s; the maps have %d and %s".formatted(layer.layer(),
                    layer.filters(), layer.grid(), maps.filters(), maps.grid()));
        }
        final ResponseBlocks blocks = new ResponseBlocks(choosing ? ResponseSources.choosing(maps) : ResponseSources.chosen(maps, mirrored),
                maps.pictures(), maps.scales(), maps.grid().cells(), bytes, progress);
        return new PatternSearch(maps.grid(), new SearchWindow(layer.window(), layer.following()), blocks,
                above == null ? null : new Expectation.Above(PatternArrays.of(above), found), new FilterLoop(threads, progress));
    }
}
