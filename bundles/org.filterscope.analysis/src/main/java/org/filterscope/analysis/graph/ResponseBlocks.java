package org.filterscope.analysis.graph;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.core.progress.Progress;

/**
 * The responses of a layer in blocks of filters that fit into memory. Where one block takes all, it is read once and kept; else every round
 * reads the maps once a block.
 */
final class ResponseBlocks {
    private static final int ENTRY_BYTES = Character.BYTES + Float.BYTES;

    private final List<Source> sources;
    private final float[] scales;
    private final int cells;
    /** {@code [source][filter][picture + 1]}. */
    private final int[][][] starts;
    private final List<int[]> ranges = new ArrayList<>();
    private final Progress progress;
    private Block loaded;

    /** Shows the maps of every picture once, in any order. */
    @FunctionalInterface
    interface Source {
        void forEach(LayerMaps.Visitor visitor) throws IOException;
    }

    /**
     * Some filters of the layer.
     *
     * @param from      first filter
     * @param to        one past the last
     * @param responses {@code [source][filter - from]}
     */
    record Block(int from, int to, FilterResponses[][] responses) {
        FilterResponses of(final int source, final int filter) {
            return responses[source][filter - from];
        }
    }

    /**
     * Counts the responses.
     *
     * @param sources of the maps: one, or the direct and the mirrored
     * @param scales  by filter; 0 where it is to be left out
     * @param cells   of a map
     * @param bytes   that a block's responses may take; a single filter may take more
     */
    ResponseBlocks(final List<Source> sources, final int pictures, final float[] scales, final int cells, final long bytes,
            final Progress progress) throws IOException {
        this.sources = sources;
        this.scales = scales;
        this.cells = cells;
        this.progress = progress;
        starts = new int[sources.size()][scales.length][pictures + 1];
        for (int source = 0; source < sources.size(); source++) {
            count(sources.get(source), starts[source]);
        }
        int from = 0;
        long sum = 0;
        for (int filter = 0; filter < scales.length; filter++) {
            final long more = responses(filter) * ENTRY_BYTES;
            if (filter > from && sum + more > bytes) {
                ranges.add(new int[] { from, filter });
                from = filter;
                sum = 0;
            }
            sum += more;
        }
        ranges.add(new int[] { from, scales.length });
    }

    private void count(final Source source, final int[][] counts) throws IOException {
        source.forEach((picture, values) -> {
            progress.checkCancelled();
            for (int filter = 0; filter < scales.length; filter++) {
                int positive = 0;
                if (scales[filter] > 0) {
                    for (int i = filter * cells; i < (filter + 1) * cells; i++) {
                        positive += response(values[i], scales[filter]) > 0 ? 1 : 0;
                    }
                }
                counts[filter][picture + 1] = positive;
            }
            progress.advance(1);
        });
        for (final int[] filter : counts) {
            for (int picture = 1; picture < filter.length; picture++) {
                filter[picture] = Math.addExact(filter[picture], filter[picture - 1]);
            }
        }
    }

    private static float response(final float value, final float scale) {
        return value / scale;
    }

    /** By filter, whether it responds to any picture. */
    boolean[] alive() {
        final boolean[] alive = new boolean[scales.length];
        for (int filter = 0; filter < alive.length; filter++) {
            alive[filter] = responses(filter) > 0;
        }
        return alive;
    }

    /** How many of a filter, in all sources. */
    private long responses(final int filter) {
        return Arrays.stream(starts).mapToLong(source -> source[filter][source[filter].length - 1]).sum();
    }

    /** Shows the blocks in order. */
    void forEach(final Consumer<Block> body) throws IOException {
        for (final int[] range : ranges) {
            if (loaded == null || loaded.from != range[0]) {
                loaded = null;
                loaded = load(range[0], range[1]);
            }
            body.accept(loaded);
        }
    }

    private Block load(final int from, final int to) throws IOException {
        final FilterResponses[][] responses = new FilterResponses[sources.size()][to - from];
        for (int source = 0; source < responses.length; source++) {
            final FilterResponses[] filled = responses[source];
            for (int filter = from; filter < to; filter++) {
                final int[] of = starts[source][filter];
                filled[filter - from] = new FilterResponses(of, new char[of[of.length - 1]], new float[of[of.length - 1]]);
            }
            sources.get(source).forEach((picture, values) -> {
                progress.checkCancelled();
                for (int filter = from; filter < to; filter++) {
                    if (scales[filter] > 0) {
                        fill(filled[filter - from], picture, values, filter);
                    }
                }
            });
        }
        return new Block(from, to, responses);
    }

    private void fill(final FilterResponses responses, final int picture, final float[] values, final int filter) {
        int at = responses.starts()[picture];
        for (int cell = 0; cell < cells; cell++) {
            final float response = response(values[filter * cells + cell], scales[filter]);
            if (response > 0) {
                responses.cells()[at] = (char) cell;
                responses.values()[at++] = response;
            }
        }
    }
}
