package org.filterscope.analysis.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.filterscope.core.comparison.FilterPairRow;
import org.filterscope.core.comparison.Pairing;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.NpyReader;

/** The filters of a layer of two reports, each beside the one of the same number. */
final class SameNumber {
    /** Bytes of peaks and positions of both reports that are held at once; the files are read once for so many. */
    private static final long CHUNK_BYTES = 64L << 20;
    private static final int ARRAYS = 4;

    private final Side before;
    private final Side after;
    private final CommonPictures pictures;

    SameNumber(final Side before, final Side after, final CommonPictures pictures) {
        this.before = before;
        this.after = after;
        this.pictures = pictures;
    }

    /** Advances one step a filter. */
    List<FilterPairRow> rows(final String layer, final Progress progress) throws InvalidReportException {
        final int channels = before.layers().get(layer).channels();
        final List<PairedFilter> pairs = before.hasPeaks(layer) && after.hasPeaks(layer) ? byPeaks(layer, channels, progress)
                : byTops(layer, channels, progress);
        final List<FilterPairRow> rows = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            rows.add(FilterPairs.row(before, after, Pairing.NUMBER, layer, channel, layer, channel, pairs.get(channel)));
        }
        return rows;
    }

    private List<PairedFilter> byPeaks(final String layer, final int channels, final Progress progress) throws InvalidReportException {
        final long rows = Math.max(1, Math.max(before.pictures().size(), after.pictures().size()));
        final int chunk = Math.clamp(CHUNK_BYTES / (rows * Float.BYTES * ARRAYS), 1, channels);
        final List<PairedFilter> pairs = new ArrayList<>();
        try (NpyReader peaks = before.peaks(layer); NpyReader otherPeaks = after.peaks(layer); NpyReader positions = before.positions(layer);
                NpyReader otherPositions = after.positions(layer)) {
            for (int from = 0; from < channels; from += chunk) {
                progress.checkCancelled();
                final int to = Math.min(from + chunk, channels);
                final float[][] values = peaks.floatColumns(from, to);
                progress.checkCancelled();
                final float[][] otherValues = otherPeaks.floatColumns(from, to);
                progress.checkCancelled();
                final int[][] places = positions.intColumns(from, to);
                progress.checkCancelled();
                final int[][] otherPlaces = otherPositions.intColumns(from, to);
                for (int i = 0; i < to - from; i++) {
                    progress.checkCancelled();
                    pairs.add(PairedFilter.of(pick(values[i], pictures.before()), pick(otherValues[i], pictures.after()),
                            pick(places[i], pictures.before()), pick(otherPlaces[i], pictures.after()), cols(layer)));
                    progress.advance(1);
                }
            }
        } catch (final IOException e) {
            throw new InvalidReportException("%s, %s: the peaks of %s cannot be read (%s)".formatted(before.report().directory(),
                    after.report().directory(), layer, e.getMessage()), e);
        }
        return pairs;
    }

    /** Of maps that have the same size; else 0. */
    private int cols(final String layer) {
        final LayerRow first = before.layers().get(layer);
        final LayerRow second = after.layers().get(layer);
        return first.rows() == second.rows() && first.cols() == second.cols() ? first.cols() : 0;
    }

    /** Without peaks, the tables of top pictures still tell which ones are shared. */
    private List<PairedFilter> byTops(final String layer, final int channels, final Progress progress) throws InvalidReportException {
        final List<List<String>> tops = before.tops(layer);
        final List<List<String>> otherTops = after.tops(layer);
        final List<PairedFilter> pairs = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            final Set<String> common = new HashSet<>(tops.get(channel));
            final Set<String> all = new HashSet<>(tops.get(channel));
            common.retainAll(otherTops.get(channel));
            all.addAll(otherTops.get(channel));
            pairs.add(new PairedFilter(Double.NaN, all.isEmpty() ? Double.NaN : (double) common.size() / all.size(), Double.NaN, Double.NaN));
        }
        progress.advance(channels);
        return pairs;
    }

    private static float[] pick(final float[] values, final int[] rows) {
        final float[] result = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            result[i] = values[rows[i]];
        }
        return result;
    }

    private static int[] pick(final int[] values, final int[] rows) {
        final int[] result = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            result[i] = values[rows[i]];
        }
        return result;
    }
}
