package org.filterscope.analysis.comparison;

import java.io.IOException;

import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.NpyReader;

/** The peaks of one layer on the common pictures, with what is needed of them more than once. */
final class ComparedLayer {
    /**
     * Filters of a layer that is compared as a whole. Matching holds six matrices of filters by filters at once, 200 MB of the worker's gigabyte
     * for so many, and takes ten seconds; both grow quickly.
     */
    static final int MOST_FILTERS = 2048;

    private final String layer;
    private final PeakMatrix peaks;
    private final double similarity;
    private final Directions directions;
    private final Dissimilarities dissimilarities;

    private ComparedLayer(final String layer, final PeakMatrix peaks, final Progress progress) {
        this.layer = layer;
        this.peaks = peaks;
        final double[][] scatter = peaks.scatter(progress::checkCancelled);
        final int[] order = CommonPictures.inOrder(peaks.pictures());
        similarity = KernelAlignment.similarity(peaks, peaks, order, scatter);
        progress.checkCancelled();
        directions = peaks.filters() > 0 && peaks.filters() <= Directions.MOST_FILTERS ? Directions.of(scatter) : null;
        dissimilarities = Dissimilarities.of(peaks, progress::checkCancelled);
    }

    /** Of peaks in memory, {@code [picture, channel]}. */
    static ComparedLayer of(final String layer, final float[][] peaks, final Progress progress) {
        return new ComparedLayer(layer, new PeakMatrix(peaks), progress);
    }

    /**
     * @param layer with at most {@link #MOST_FILTERS} filters
     * @param rows  of the report's arrays
     */
    static ComparedLayer read(final Side side, final String layer, final int[] rows, final Progress progress) throws InvalidReportException {
        try (NpyReader reader = side.peaks(layer)) {
            final float[][] peaks = new float[rows.length][];
            for (int i = 0; i < rows.length; i++) {
                progress.checkCancelled();
                peaks[i] = reader.floats(rows[i]);
            }
            return of(layer, peaks, progress);
        } catch (final IOException e) {
            throw new InvalidReportException("%s: cannot be read (%s)".formatted(side.report().files().peaks(layer), e.getMessage()), e);
        }
    }

    String layer() {
        return layer;
    }

    PeakMatrix peaks() {
        return peaks;
    }

    /** Of the layer with itself; see {@link KernelAlignment}. */
    double similarity() {
        return similarity;
    }

    /** Rank correlation of the pictures' dissimilarities in this layer and in the other. */
    double dissimilarityAgreement(final ComparedLayer other) {
        return dissimilarities.agreement(other.dissimilarities);
    }

    /** Numbers held, for a bound on memory. */
    long size() {
        return (long) peaks.pictures() * peaks.filters() + (long) peaks.filters() * peaks.filters();
    }

    /**
     * Mean canonical correlation of the directions with most of the variance.
     *
     * @param product with the peaks of the other layer
     * @param pause   called now and then; may throw to give up
     * @return not a number where a layer is too wide, or there are fewer than two pictures for each direction: then any two layers seem alike
     */
    double canonicalCorrelation(final ComparedLayer other, final double[][] product, final Runnable pause) {
        return directions == null || other.directions == null || peaks.pictures() < 2 * (directions.count() + other.directions.count())
                ? Double.NaN
                : directions.canonicalCorrelation(other.directions, product, pause);
    }
}
