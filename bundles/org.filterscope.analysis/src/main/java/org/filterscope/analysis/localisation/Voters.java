package org.filterscope.analysis.localisation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.analysis.graph.GraphMaps;
import org.filterscope.analysis.graph.Inferences;
import org.filterscope.analysis.graph.Pattern;
import org.filterscope.analysis.graph.PatternLayer;
import org.filterscope.analysis.maps.LayerMaps;

/**
 * Where voters are on pictures. Arrays are by voter, then picture: {@code [voter * pictures + picture]}.
 *
 * @param voters    who they are
 * @param pictures  how many
 * @param rows      place in input pixels, of the mirrored picture where it was taken mirrored
 * @param cols      likewise
 * @param strengths response there, divided by the filter's scale; 0 where the voter does not fire, and then its place does not count
 */
public record Voters(List<Voter> voters, int pictures, float[] rows, float[] cols, float[] strengths) {

    public Voters {
        voters = List.copyOf(voters);
        final long size = (long) voters.size() * pictures;
        if (rows.length != size || cols.length != size || strengths.length != size) {
            throw new IllegalArgumentException("%d voters on %d pictures, but %d rows, %d columns and %d strengths".formatted(voters.size(),
                    pictures, rows.length, cols.length, strengths.length));
        }
    }

    /** The patterns of a layer on the pictures it was mined from. */
    public static Voters of(final PatternLayer layer) {
        return of(layer, layer.inferences());
    }

    /** @param found where the layer's patterns are; they need not be the pictures of the mining */
    public static Voters of(final PatternLayer layer, final Inferences found) {
        final List<Voter> voters = new ArrayList<>();
        for (final Pattern pattern : layer.patterns()) {
            voters.add(new Voter(layer.layer(), pattern.filter(), pattern.index()));
        }
        return new Voters(voters, found.pictures(), found.rows(), found.cols(), found.activations());
    }

    /**
     * The filters of a layer, each where it responds most; of equal responses the first.
     *
     * @param mirrored by picture, whether it is taken mirrored
     */
    public static Voters ofPeaks(final GraphMaps maps, final boolean[] mirrored) throws IOException {
        final int filters = maps.scales().length;
        final int pictures = mirrored.length;
        final List<Voter> voters = new ArrayList<>();
        for (int filter = 0; filter < filters; filter++) {
            voters.add(new Voter(maps.layer(), filter, Voter.WHOLE_FILTER));
        }
        final Voters peaks = new Voters(voters, pictures, new float[filters * pictures], new float[filters * pictures],
                new float[filters * pictures]);
        peaks.fill(maps, maps.direct(), mirrored, false);
        if (maps.mirrored() != null) {
            peaks.fill(maps, maps.mirrored(), mirrored, true);
        }
        return peaks;
    }

    private void fill(final GraphMaps maps, final LayerMaps layer, final boolean[] mirrored, final boolean which) throws IOException {
        final int cells = maps.grid().cells();
        layer.forEach((picture, values) -> {
            for (int filter = 0; mirrored[picture] == which && filter < voters.size(); filter++) {
                int best = 0;
                for (int cell = 1; cell < cells; cell++) {
                    best = values[filter * cells + cell] > values[filter * cells + best] ? cell : best;
                }
                final int at = at(filter, picture);
                rows[at] = (float) maps.grid().row(best);
                cols[at] = (float) maps.grid().col(best);
                strengths[at] = maps.scales()[filter] > 0 ? Math.max(0, values[filter * cells + best] / maps.scales()[filter]) : 0;
            }
        });
    }

    /** The voters of several layers as one electorate; all on the same pictures. */
    public static Voters together(final List<Voters> parts) {
        final List<Voter> voters = new ArrayList<>();
        parts.forEach(part -> voters.addAll(part.voters));
        final int pictures = parts.getFirst().pictures;
        final int size = voters.size() * pictures;
        final Voters all = new Voters(voters, pictures, new float[size], new float[size], new float[size]);
        int at = 0;
        for (final Voters part : parts) {
            if (part.pictures != pictures) {
                throw new IllegalArgumentException("voters on %d pictures and on %d".formatted(pictures, part.pictures));
            }
            System.arraycopy(part.rows, 0, all.rows, at, part.rows.length);
            System.arraycopy(part.cols, 0, all.cols, at, part.rows.length);
            System.arraycopy(part.strengths, 0, all.strengths, at, part.rows.length);
            at += part.rows.length;
        }
        return all;
    }

    public int size() {
        return voters.size();
    }

    /** Where a voter's numbers of a picture lie in the arrays. */
    public int at(final int voter, final int picture) {
        return voter * pictures + picture;
    }
}
