package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.filterscope.analysis.filters.FilterStatistics;
import org.filterscope.analysis.filters.Peak;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.LayerPeaks;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.NpyWriter;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.core.report.ReportWriter;
import org.filterscope.core.report.TopRow;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.PictureFile;

/** The analysis {@code filters} of a layer: statistics, peaks and top pictures. */
final class FilterTables {
    /** Of the top pictures' maps that are kept: 64 MB. Early layers of large networks have more, and nothing to see in them. */
    private static final long MOST_TOP_VALUES = 16 << 20;

    private final NetworkGraph graph;
    private final ReceptiveFields fields;
    private final PicturePool own;
    private final int top;
    private final ReportWriter writer;

    /** @param top pictures kept for each filter */
    FilterTables(final NetworkGraph graph, final ReceptiveFields fields, final PicturePool own, final int top, final ReportWriter writer) {
        this.graph = graph;
        this.fields = fields;
        this.own = own;
        this.top = top;
        this.writer = writer;
    }

    /**
     * Goes through the maps once, writes peaks and tops; advances by every picture.
     *
     * @param other sees the maps, too
     */
    LayerResult write(final String layer, final LayerMaps maps, final LayerMaps.SparseVisitor other, final Progress progress) throws IOException {
        final Shape shape = maps.shape();
        final FilterStatistics statistics = new FilterStatistics(shape, own.classes().size(), top);
        final int[] classes = own.pictureClasses().indices();
        final ReportFiles files = writer.files();
        final LayerPeaks allPeaks;
        try (PeakTables tables = new PeakTables(files.peaks(layer), files.peakPositions(layer), shape.channels())) {
            maps.forEachSparse((picture, values) -> {
                progress.checkCancelled();
                tables.write(statistics.add(picture, values, classes[picture]));
                other.visit(picture, values);
                progress.advance(1);
            });
            allPeaks = tables.peaks();
        }
        final List<String> paths = own.pictures().stream().map(PictureFile::path).toList();
        final List<TopRow> tops = statistics.tops(paths, fields.vertical(layer), fields.horizontal(layer), graph.input());
        writer.tops(layer, tops);
        final List<List<Peak>> best = IntStream.range(0, shape.channels()).mapToObj(statistics::best).toList();
        writeMaps(layer, maps, best, progress);
        return new LayerResult(layer, maps, allPeaks, statistics.filters(), best, statistics.classes(own.classes()));
    }

    /** A picture is among the tops of many filters, so its maps are read once for all of them; rows go by filter and rank. */
    private void writeMaps(final String layer, final LayerMaps maps, final List<List<Peak>> best, final Progress progress)
            throws IOException {
        final int positions = maps.shape().rows() * maps.shape().cols();
        final int rows = best.stream().mapToInt(List::size).sum();
        if ((long) rows * positions > MOST_TOP_VALUES) {
            return;
        }
        final float[][] array = new float[rows][];
        final Map<Integer, List<int[]>> wanted = new TreeMap<>();
        int row = 0;
        for (int channel = 0; channel < best.size(); channel++) {
            for (final Peak peak : best.get(channel)) {
                wanted.computeIfAbsent(peak.picture(), picture -> new ArrayList<>()).add(new int[] {row++, channel});
            }
        }
        for (final Map.Entry<Integer, List<int[]>> picture : wanted.entrySet()) {
            progress.checkCancelled();
            final float[] all = maps.of(picture.getKey()).values();
            picture.getValue().forEach(place -> array[place[0]] = Arrays.copyOfRange(all, place[1] * positions, (place[1] + 1) * positions));
        }
        try (NpyWriter file = new NpyWriter(writer.files().topMaps(layer), positions)) {
            for (final float[] map : array) {
                file.write(map);
            }
        }
    }

    /** Paths of the pictures that are among the tops of any filter. */
    static List<String> shown(final List<LayerResult> layers, final PicturePool own) {
        final boolean[] shown = new boolean[own.pictures().size()];
        layers.forEach(layer -> layer.tops().forEach(best -> best.forEach(peak -> shown[peak.picture()] = true)));
        final List<String> paths = new ArrayList<>();
        for (int i = 0; i < shown.length; i++) {
            if (shown[i]) {
                paths.add(own.pictures().get(i).path());
            }
        }
        return paths;
    }
}
