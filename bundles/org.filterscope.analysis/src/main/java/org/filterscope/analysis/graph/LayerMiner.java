package org.filterscope.analysis.graph;

import java.io.IOException;
import java.util.Random;
import java.util.stream.IntStream;

import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;

/**
 * Mines the patterns of one layer, given the finished layer above. The result is the same for any number of threads and any memory, bit by bit.
 * Source: Zhang, Cao, Shi, Wu, Zhu: Interpreting CNN knowledge via an explanatory graph, AAAI 2018; where we deviate, and why:
 * docs/methods/explanatory-graph.md. Not for use by several threads at once.
 */
public final class LayerMiner {
    /** What reading, iterations and the last look take of the time, about. */
    private static final double READING = 0.1;
    private static final double ITERATIONS = 0.85;

    private final MiningOptions options;
    private final int threads;
    private final long bytes;
    private final Watcher watcher;

    /** Sees every iteration. */
    @FunctionalInterface
    interface Watcher {
        Watcher NONE = (iteration, gain, patterns, noise) -> { };

        /** @param gain before the iteration's step; @param patterns after it */
        void iterated(int iteration, double gain, PatternArrays patterns, double noise);
    }

    /**
     * @param threads at least 1
     * @param bytes   that the responses of a layer may take in memory; more are read again in every iteration
     */
    public LayerMiner(final MiningOptions options, final int threads, final long bytes) {
        this(options, threads, bytes, Watcher.NONE);
    }

    LayerMiner(final MiningOptions options, final int threads, final long bytes, final Watcher watcher) {
        this.options = options;
        this.threads = threads;
        this.bytes = bytes;
        this.watcher = watcher;
    }

    /**
     * @param maps     of the pictures of one kind of object
     * @param count    patterns a filter, at most one a position
     * @param above    the layer above, mined from the same pictures; null for the top layer
     * @param progress begins a stage for reading, for each iteration and for the last look
     * @param share    of the whole work that this layer takes about
     * @throws CancelledException       when the user asked for it; within a second
     * @throws IllegalArgumentException when the layers do not fit each other, or the count does not fit the maps
     */
    public PatternLayer mine(final GraphMaps maps, final int count, final PatternLayer above, final Progress progress, final double share)
            throws IOException {
        if (above != null && above.inferences().pictures() != maps.pictures()) {
            throw new IllegalArgumentException("layer '%s' was mined from %d pictures, layer '%s' would be from %d".formatted(above.layer(),
                    above.inferences().pictures(), maps.layer(), maps.pictures()));
        }
        return mine(maps, starts(maps, count), above, null, progress, share);
    }

    /**
     * Mines the top layer from pictures whose orientations are known.
     *
     * @param mirrored by picture, whether it is taken mirrored; see {@link Orientations}
     */
    public PatternLayer mineOriented(final GraphMaps maps, final int count, final boolean[] mirrored, final Progress progress, final double share)
            throws IOException {
        if (mirrored.length != maps.pictures()) {
            throw new IllegalArgumentException("layer '%s' has maps of %d pictures, there are orientations of %d".formatted(maps.layer(),
                    maps.pictures(), mirrored.length));
        }
        return mine(maps, starts(maps, count), null, mirrored.clone(), progress, share);
    }

    /** The same places for all filters, so that their order does not matter. */
    private int[] starts(final GraphMaps maps, final int count) {
        final int cells = maps.grid().cells();
        if (count < 1 || count > cells) {
            throw new IllegalArgumentException("layer '%s': %d patterns a filter on %d positions".formatted(maps.layer(), count, cells));
        }
        final Random random = new Random(options.seed());
        final int[] places = IntStream.range(0, cells).toArray();
        for (int i = 0; i < count; i++) {
            final int other = i + random.nextInt(cells - i);
            final int place = places[other];
            places[other] = places[i];
            places[i] = place;
        }
        return IntStream.of(places).limit(count).toArray();
    }

    /** @param starts first places, as positions of the map */
    PatternLayer mine(final GraphMaps maps, final int[] starts, final PatternLayer above, final Progress progress, final double share)
            throws IOException {
        return mine(maps, starts, above, null, progress, share);
    }

    private PatternLayer mine(final GraphMaps maps, final int[] starts, final PatternLayer above, final boolean[] given,
            final Progress progress, final double share) throws IOException {
        final boolean choosing = above == null && given == null && maps.mirrored() != null;
        final boolean[] mirrored = above != null ? above.inferences().mirrored().clone() : given == null ? new boolean[maps.pictures()] : given;
        progress.begin("explanatory graph: reading layer %s".formatted(maps.layer()),
                maps.pictures() * (choosing ? 2L : 1) + maps.filters(), share * READING);
        final ResponseBlocks blocks = new ResponseBlocks(choosing ? ResponseSources.choosing(maps) : ResponseSources.chosen(maps, mirrored),
                maps.pictures(), maps.scales(), maps.grid().cells(), bytes, progress);
        final double extent = maps.grid().extent();
        final PatternArrays patterns = PatternArrays.starting(blocks.alive(), starts, maps.grid(), options.spread() * extent);
        final Expectation.Above upper = above == null ? null : new Expectation.Above(PatternArrays.of(above), above.inferences());
        final SearchWindow window = new SearchWindow((above == null ? options.topWindow() : options.window()) * extent,
                options.windowFollowsSpread());
        final FilterLoop loop = new FilterLoop(threads, progress);
        final PatternSearch search = new PatternSearch(maps.grid(), window, blocks, upper, loop);
        final ParentChoice parents = upper == null ? null : parents(upper, above.grid());
        final Inferences inferences = Inferences.empty(patterns.size(), mirrored);
        final double widest = extent / Math.sqrt(starts.length);
        double noise = search.noise(patterns, maps.pictures(), options.noise());
        for (int iteration = 1; iteration <= options.iterations(); iteration++) {
            final boolean renewed = parents != null && options.choosesParents(iteration);
            progress.begin("explanatory graph: layer %s, iteration %d of %d".formatted(maps.layer(), iteration, options.iterations()),
                    maps.filters() * (1L + (renewed ? 3 : 0) + (choosing ? 1 : 0) + (options.ownSpread() ? 1 : 0)),
                    share * ITERATIONS / options.iterations());
            if (renewed) {
                search.infer(patterns, noise, inferences);
                loop.forEach(0, maps.filters(), filter -> parents.choose(patterns, filter, inferences));
                noise = search.noise(patterns, maps.pictures(), options.noise());
            }
            final double gain = search.learn(patterns, mirrored, noise, options, widest, iteration, watcher != Watcher.NONE);
            if (options.ownSpread()) {
                noise = search.noise(patterns, maps.pictures(), options.noise());
            }
            if (choosing) {
                search.orient(patterns, noise, mirrored);
            }
            watcher.iterated(iteration, gain, patterns, noise);
        }
        progress.begin("explanatory graph: layer %s, places".formatted(maps.layer()), maps.filters() * (choosing ? 3L : 1),
                share * (1 - READING - ITERATIONS));
        search.infer(patterns, noise, inferences);
        final PatternLayer layer = new LayerResult(maps, window, noise, upper).of(patterns, inferences);
        return choosing ? search.renewed(layer) : layer;
    }

    private ParentChoice parents(final Expectation.Above above, final MapGrid grid) {
        return new ParentChoice(above, ParentCandidates.of(above.patterns(), above.inferences(), grid, options.candidates()), options.parents());
    }
}
