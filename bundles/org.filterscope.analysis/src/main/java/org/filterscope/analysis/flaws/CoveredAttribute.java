package org.filterscope.analysis.flaws;

import java.io.IOException;
import java.util.List;

import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;

/** Pictures with an attribute covered by the mean colour of what it lies on, and with as much covered elsewhere. */
final class CoveredAttribute {
    private static final String OBJECT = "object";
    private static final int LEAST_PIXELS = 10;

    private final FlawEvidence evidence;
    private final PictureConcepts concepts;
    private final int attribute;
    private final Shape input;

    CoveredAttribute(final FlawEvidence evidence, final PictureConcepts concepts, final int attribute) {
        this.evidence = evidence;
        this.concepts = concepts;
        this.attribute = attribute;
        input = evidence.session().graph().input();
    }

    /** Which outputs are predicted, by picture, when the attribute is covered. */
    int[] covered(final int[] pictures, final Progress progress) throws IOException {
        return predictions(pictures, 0, 0, progress);
    }

    /** The same when as much is covered half a picture further to the right and below. */
    int[] control(final int[] pictures, final Progress progress) throws IOException {
        return predictions(pictures, input.rows() / 2, input.cols() / 2, progress);
    }

    private int[] predictions(final int[] pictures, final int down, final int right, final Progress progress) throws IOException {
        return new AlteredPictures(evidence.session()).predictions(pictures.length,
                (index, values, start) -> cover(pictures[index], down, right, values, start), List.of(), progress);
    }

    private void cover(final int picture, final int down, final int right, final float[] values, final int start) throws IOException {
        final int[][] labels = concepts.labels(picture);
        final boolean[] covered = PixelMask.of(labels, attribute, input.cols()).wider().inside();
        final boolean[] around = around(labels, covered);
        evidence.inputs().write(picture, values, start);
        for (int channel = 0; channel < input.channels(); channel++) {
            final float fill = mean(values, start + channel * covered.length, around);
            for (int i = 0; i < covered.length; i++) {
                if (covered[i]) {
                    final int row = (i / input.cols() + down) % input.rows();
                    final int col = (i % input.cols() + right) % input.cols();
                    values[start + channel * covered.length + row * input.cols() + col] = fill;
                }
            }
        }
    }

    /** The rest of the object that most of the attribute lies on; without one, all else. */
    private boolean[] around(final int[][] labels, final boolean[] covered) {
        final int[] counts = new int[concepts.count()];
        for (final int[] set : labels) {
            for (int i = 0; i < covered.length; i++) {
                if (covered[i] && set[i] >= 0 && set[i] != attribute && concepts.concept(set[i]).category().equals(OBJECT)) {
                    counts[set[i]]++;
                }
            }
        }
        int object = 0;
        for (int concept = 1; concept < counts.length; concept++) {
            object = counts[concept] > counts[object] ? concept : object;
        }
        final boolean[] inside = PixelMask.of(labels, object, input.cols()).inside();
        final boolean[] around = new boolean[covered.length];
        int pixels = 0;
        for (int i = 0; i < around.length; i++) {
            around[i] = counts[object] > 0 && inside[i] && !covered[i];
            pixels += around[i] ? 1 : 0;
        }
        for (int i = 0; pixels < LEAST_PIXELS && i < around.length; i++) {
            around[i] = !covered[i];
        }
        return around;
    }

    private static float mean(final float[] values, final int start, final boolean[] wanted) {
        double sum = 0;
        int pixels = 0;
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i]) {
                sum += values[start + i];
                pixels++;
            }
        }
        return pixels == 0 ? 0 : (float) (sum / pixels);
    }
}
