package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

import org.filterscope.core.progress.Progress;

/**
 * Kinds of pictures that the network is sure of: those of one prediction that are alike in the means of the maps of all layers.
 *
 * @param kinds   by picture; −1 where the network is not sure, or the picture was not drawn
 * @param drawn   pictures that were looked at
 * @param outputs by kind: what the network says
 */
record PictureKinds(int[] kinds, int drawn, int[] outputs) {
    /** From this probability on the network is sure. */
    private static final double SURE = 0.8;
    /** Pictures of the half to look in for each kind, about. */
    private static final int TYPICAL = 25;
    private static final int MOST_KINDS = 8;

    /** Kinds are made of the pictures of the half to look in; the others go to the nearest. */
    static PictureKinds of(final FlawEvidence evidence, final Halves halves, final Progress progress) throws IOException {
        final int[] drawn = PictureDraw.of(evidence, IntStream.range(0, evidence.pictures()).toArray(), width(evidence));
        final double[][] points = points(evidence, drawn, progress);
        final int[] kinds = new int[points.length];
        Arrays.fill(kinds, -1);
        final IntStream.Builder outputs = IntStream.builder();
        int next = 0;
        for (int output = 0; output < evidence.labels().size(); output++) {
            final int wanted = output;
            final double[][] looked = IntStream.of(halves.looked(picture -> points[picture] != null && isSure(evidence, picture, wanted)))
                    .mapToObj(picture -> points[picture])
                    .toArray(double[][]::new);
            if (looked.length > 0) {
                final Clusters clusters = Clusters.of(looked, Math.clamp(looked.length / TYPICAL, 1, MOST_KINDS), evidence.seed());
                for (int picture = 0; picture < points.length; picture++) {
                    kinds[picture] = points[picture] != null && isSure(evidence, picture, wanted)
                            ? next + clusters.nearest(points[picture]) : kinds[picture];
                }
                IntStream.range(0, clusters.centres().length).forEach(cluster -> outputs.add(wanted));
                next += clusters.centres().length;
            }
        }
        return new PictureKinds(kinds, drawn.length, outputs.build().toArray());
    }

    private static boolean isSure(final FlawEvidence evidence, final int picture, final int output) {
        return evidence.predictions().outputs()[picture] == output && evidence.predictions().probabilities()[picture] >= SURE
                && evidence.truth(picture) >= 0;
    }

    private static int width(final FlawEvidence evidence) {
        return evidence.layers().stream().mapToInt(layer -> layer.maps().shape().channels()).sum();
    }

    /** Means of all maps, with the mean 0 and the spread 1; each layer weighs the same whatever its number of filters. Null where not drawn. */
    private static double[][] points(final FlawEvidence evidence, final int[] drawn, final Progress progress) throws IOException {
        final double[][] points = new double[evidence.pictures()][];
        final int[] rows = new int[points.length];
        Arrays.fill(rows, -1);
        for (int row = 0; row < drawn.length; row++) {
            rows[drawn[row]] = row;
            points[drawn[row]] = new double[width(evidence)];
        }
        int first = 0;
        for (final FlawLayer layer : evidence.layers()) {
            final int channels = layer.maps().shape().channels();
            final double[][] means = new double[drawn.length][channels];
            layer.maps().forEachSparse((picture, maps) -> {
                progress.checkCancelled();
                for (int channel = 0; channel < channels && rows[picture] >= 0; channel++) {
                    for (int i = maps.start(channel); i < maps.start(channel + 1); i++) {
                        means[rows[picture]][channel] += maps.value(i);
                    }
                }
                progress.advance(1);
            });
            final double[][] standard = DecidingFeatures.standardised(means);
            for (int row = 0; row < drawn.length; row++) {
                for (int channel = 0; channel < channels; channel++) {
                    points[drawn[row]][first + channel] = standard[row][channel] / Math.sqrt(channels);
                }
            }
            first += channels;
        }
        return points;
    }

    int count() {
        return outputs.length;
    }
}
