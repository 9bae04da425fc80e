package org.filterscope.worker;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.filterscope.analysis.run.FoundPattern;
import org.filterscope.analysis.run.PatternReceiver;
import org.filterscope.core.report.NpyWriter;
import org.filterscope.core.report.TableWriter;

/** Writes what was found of patterns: a table, and the maps of one filter taken apart. */
final class PatternOutput implements PatternReceiver, Closeable {
    private static final List<String> COLUMNS = List.of("picture", "layer", "channel", "index", "row", "col", "score", "percentile", "activation",
            "there");

    private final TableWriter table;
    private final boolean all;
    private final String split;
    private final Path maps;
    private NpyWriter shares;

    /**
     * @param all   also patterns that are not there
     * @param split a filter whose maps are taken apart, {@code LAYER/CHANNEL}; null for none
     * @param maps  where these go
     */
    PatternOutput(final Path file, final boolean all, final String split, final Path maps) throws IOException {
        this.all = all;
        this.split = split;
        this.maps = maps;
        table = new TableWriter(file, COLUMNS);
    }

    /** Whether there were maps to take apart. */
    boolean hasShares() {
        return shares != null;
    }

    @Override
    public void found(final FoundPattern found) {
        if (all || found.there()) {
            table.write(found.picture(), found.layer(), found.filter(), found.index(), found.row(), found.col(), found.score(), found.percentile(),
                    found.activation(), found.there());
        }
    }

    @Override
    public boolean wantsShares(final String layer, final int filter) {
        return "%s/%d".formatted(layer, filter).equals(split);
    }

    @Override
    public void shares(final String picture, final float[][] parts) throws IOException {
        if (shares == null) {
            shares = new NpyWriter(maps, parts[0].length);
        }
        for (final float[] part : parts) {
            shares.write(part);
        }
    }

    @Override
    public void close() throws IOException {
        try (table) {
            if (shares != null) {
                shares.close();
            }
        }
    }
}
