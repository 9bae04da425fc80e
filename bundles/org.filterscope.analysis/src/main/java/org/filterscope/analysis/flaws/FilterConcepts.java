package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.dissection.ActivationHistogram;
import org.filterscope.analysis.dissection.DissectedLayer;
import org.filterscope.analysis.dissection.Thresholds;
import org.filterscope.core.configuration.DissectionSettings;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;

/**
 * On which concepts the filters of a layer fire, at several thresholds. At a threshold of share q a filter fires on a pixel when the position of its
 * map that the pixel belongs to is among the highest q of its values, as in network dissection.
 *
 * @param on     {@code [share][channel][concept]}: pixels of the concept that the filter fires on
 * @param fired  {@code [share][channel][concept]}: pixels that it fires on, in pictures whose masks tell whether they show the concept
 * @param shown  by concept: its pixels
 * @param looked by concept: pixels of pictures whose masks tell whether they show it
 */
record FilterConcepts(long[][][] on, long[][][] fired, long[] shown, long[] looked) {
    /** Shares of the values above the threshold: dissection's, and larger ones for filters that fire on large things. Falling. */
    static final double[] SHARES = {0.1, 0.05, 0.02, 0.005};

    /** How many steps of progress {@link #count} takes with all layers that the logits depend on. */
    static long steps(final FlawEvidence evidence) {
        return evidence.layers().stream().filter(evidence::decides).count() * evidence.pictures() * (Thresholds.VISITS + 2);
    }

    /** @param counted whether a picture counts, by picture; thresholds are those of all pictures */
    static FilterConcepts count(final FlawLayer layer, final Shape input, final PictureConcepts concepts, final boolean[] counted,
            final Progress progress) throws IOException {
        final Tally tally = new Tally(layer, ConceptCells.of(layer, input), concepts, thresholds(layer, input, progress));
        layer.maps().forEach((picture, maps) -> {
            progress.checkCancelled();
            if (counted[picture]) {
                tally.add(picture, maps);
            }
            progress.advance(1);
        });
        return new FilterConcepts(tally.on, tally.fired, tally.shown, tally.looked);
    }

    private static double[][] thresholds(final FlawLayer layer, final Shape input, final Progress progress) throws IOException {
        final ActivationHistogram histogram = new ActivationHistogram(new DissectedLayer(layer.name(), layer.maps().shape(), input,
                layer.vertical(), layer.horizontal()), DissectionSettings.DEFAULT);
        layer.maps().forEachSparse((picture, maps) -> {
            progress.checkCancelled();
            histogram.add(maps);
            progress.advance(1);
        });
        return Thresholds.find(histogram, List.of(layer.maps()), SHARES, progress).values();
    }

    int channels() {
        return on[0].length;
    }

    /** Share of the concept's pixels that the filter fires on. */
    double onRate(final int share, final int channel, final int concept) {
        return ratio(on[share][channel][concept], shown[concept]);
    }

    /** Share of the pixels that the filter fires on which show the concept. */
    double precision(final int share, final int channel, final int concept) {
        return ratio(on[share][channel][concept], fired[share][channel][concept]);
    }

    /** How many times as often the filter fires on the concept as anywhere. */
    double lift(final int share, final int channel, final int concept) {
        final double anywhere = ratio(fired[share][channel][concept], looked[concept]);
        return anywhere == 0 ? 0 : onRate(share, channel, concept) / anywhere;
    }

    private static double ratio(final long part, final long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }

    private static final class Tally {
        private final ConceptCells cells;
        private final PictureConcepts concepts;
        private final double[][] thresholds;
        private final int[] sizes;
        private final long[][][] on;
        private final long[][][] fired;
        private final long[] shown;
        private final long[] looked;

        Tally(final FlawLayer layer, final ConceptCells cells, final PictureConcepts concepts, final double[][] thresholds) {
            this.cells = cells;
            this.concepts = concepts;
            this.thresholds = thresholds;
            sizes = new int[layer.maps().shape().rows() * layer.maps().shape().cols()];
            for (int pixel = 0; pixel < cells.pixels(); pixel++) {
                sizes[cells.position(pixel)]++;
            }
            on = new long[SHARES.length][thresholds.length][concepts.count()];
            fired = new long[SHARES.length][thresholds.length][concepts.count()];
            shown = new long[concepts.count()];
            looked = new long[concepts.count()];
        }

        void add(final int picture, final float[] maps) throws IOException {
            final int[][] pixels = new int[sizes.length][concepts.count()];
            for (final int[] labels : concepts.labels(picture)) {
                for (int pixel = 0; pixel < labels.length; pixel++) {
                    if (labels[pixel] >= 0) {
                        pixels[cells.position(pixel)][labels[pixel]]++;
                    }
                }
            }
            final int[][] sparse = Arrays.stream(pixels).map(Tally::present).toArray(int[][]::new);
            final int[] known = IntStream.range(0, concepts.count()).filter(concept -> concepts.isKnown(picture, concept)).toArray();
            for (final int concept : known) {
                shown[concept] += concepts.area(picture, concept);
                looked[concept] += cells.pixels();
            }
            for (int i = 0; i < maps.length; i++) {
                final double[] levels = thresholds[i / sizes.length];
                for (int share = 0; share < SHARES.length && maps[i] > levels[share]; share++) {
                    add(share, i / sizes.length, i % sizes.length, pixels, sparse, known);
                }
            }
        }

        private static int[] present(final int[] counts) {
            return IntStream.range(0, counts.length).filter(concept -> counts[concept] > 0).toArray();
        }

        private void add(final int share, final int channel, final int position, final int[][] pixels, final int[][] sparse, final int[] known) {
            for (final int concept : sparse[position]) {
                on[share][channel][concept] += pixels[position][concept];
            }
            for (final int concept : known) {
                fired[share][channel][concept] += sizes[position];
            }
        }
    }
}
