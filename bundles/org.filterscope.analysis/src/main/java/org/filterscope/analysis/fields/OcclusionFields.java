package org.filterscope.analysis.fields;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.core.configuration.FieldSettings;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.PixelBox;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.Shape;

/**
 * The absolute change of the peak when a square of the mean colour hides a part of the picture; a pixel gets the mean over all places of the square
 * that cover it. Source: Zhou et al. 2015. Only places that touch the theoretical field of a peak are tried, and each hidden picture serves all
 * filters that have it among their tops.
 */
final class OcclusionFields implements FieldMethod {
    /** Filters are measured in groups whose means fit into so much memory. */
    private static final long MOST_BYTES = 128L << 20;
    private static final int OCCLUDERS_ALONG_A_SIDE = 20;
    private static final int STRIDES_IN_AN_OCCLUDER = 4;
    /** Share of the peak below which a change is rounding. */
    private static final double ROUNDING = 1e-6;

    private final NetworkSession session;
    private final String layer;
    private final FieldFrame frame;
    private final Shape input;
    private final OccluderPlaces rows;
    private final OccluderPlaces cols;
    private final int group;
    private final int size;

    OcclusionFields(final NetworkSession session, final String layer, final FieldFrame frame, final FieldSettings settings) {
        this.session = session;
        this.layer = layer;
        this.frame = frame;
        input = session.graph().input();
        final int side = settings.occluder() > 0 ? settings.occluder()
                : Math.max(1, Math.round((float) Math.min(input.rows(), input.cols()) / OCCLUDERS_ALONG_A_SIDE));
        final int stride = settings.stride() > 0 ? settings.stride() : Math.max(1, side / STRIDES_IN_AN_OCCLUDER);
        rows = new OccluderPlaces(input.rows(), side, stride);
        cols = new OccluderPlaces(input.cols(), side, stride);
        group = (int) Math.max(1, MOST_BYTES / AlignedMean.bytes(frame));
        size = BatchSize.of(session.graph(), List.of(layer));
    }

    /** A filter's peak on a picture. */
    private record Watched(int channel, FieldPeak peak, PixelBox box, AlignedMean mean) {

        boolean isTouched(final int top, final int left, final int bottom, final int right) {
            return top < box.bottom() && bottom > box.top() && left < box.right() && right > box.left();
        }
    }

    /** By picture, in order. */
    private Map<Integer, List<Watched>> watched(final List<List<FieldPeak>> peaks, final int first, final Map<Integer, AlignedMean> means) {
        final Map<Integer, List<Watched>> pictures = new TreeMap<>();
        for (int channel = first; channel < Math.min(peaks.size(), first + group); channel++) {
            for (final FieldPeak peak : peaks.get(channel)) {
                final AlignedMean mean = means == null ? null : means.computeIfAbsent(channel, missing -> new AlignedMean(frame));
                pictures.computeIfAbsent(peak.picture(), missing -> new ArrayList<>()).add(new Watched(channel, peak, frame.box(peak), mean));
            }
        }
        return pictures;
    }

    @Override
    public long steps(final List<List<FieldPeak>> peaks) {
        long steps = 0;
        for (int first = 0; first < peaks.size(); first += group) {
            steps += watched(peaks, first, null).values().stream().mapToLong(peaksOfPicture -> 1L + places(peaksOfPicture).length).sum();
        }
        return steps;
    }

    @Override
    public void measure(final List<List<FieldPeak>> peaks, final PictureInputs inputs, final Progress progress, final Listener listener)
            throws IOException {
        final int[] pictures = peaks.stream().flatMap(List::stream).mapToInt(FieldPeak::picture).distinct().sorted().toArray();
        final float[] colour = MeanColour.of(inputs, pictures, input, progress);
        final float[] values = new float[Math.toIntExact(input.size())];
        for (int first = 0; first < peaks.size(); first += group) {
            final Map<Integer, AlignedMean> means = new TreeMap<>();
            for (final Map.Entry<Integer, List<Watched>> picture : watched(peaks, first, means).entrySet()) {
                inputs.write(picture.getKey(), values, 0);
                hide(values, colour, picture.getValue(), progress);
            }
            for (final Map.Entry<Integer, AlignedMean> mean : means.entrySet()) {
                listener.measured(mean.getKey(), mean.getValue());
            }
        }
    }

    /** {@code row place * column places + column place} of all that touch a field, ascending. */
    private int[] places(final List<Watched> watched) {
        final boolean[] wanted = new boolean[rows.count() * cols.count()];
        for (int place = 0; place < wanted.length; place++) {
            final int r = place / cols.count();
            final int c = place % cols.count();
            wanted[place] = watched.stream().anyMatch(one -> one.isTouched(rows.from(r), cols.from(c), rows.to(r), cols.to(c)));
        }
        return IntStream.range(0, wanted.length).filter(place -> wanted[place]).toArray();
    }

    private void hide(final float[] picture, final float[] colour, final List<Watched> watched, final Progress progress) {
        watched.forEach(one -> one.mean.next(one.peak));
        final FeatureMaps whole = run(picture, 1);
        progress.advance(1);
        final int[] places = places(watched);
        for (int first = 0; first < places.length; first += size) {
            progress.checkCancelled();
            final int[] part = Arrays.copyOfRange(places, first, Math.min(places.length, first + size));
            final float[] copies = new float[Math.multiplyExact(part.length, picture.length)];
            for (int image = 0; image < part.length; image++) {
                System.arraycopy(picture, 0, copies, image * picture.length, picture.length);
                fill(copies, image * picture.length, colour, part[image]);
            }
            final FeatureMaps hidden = run(copies, part.length);
            for (int image = 0; image < part.length; image++) {
                for (final Watched one : watched) {
                    paint(one, part[image], Math.abs(value(hidden, image, one) - value(whole, 0, one)), value(whole, 0, one));
                }
            }
            progress.advance(part.length);
        }
    }

    private FeatureMaps run(final float[] pictures, final int images) {
        return session.forward(new FeatureMaps(images, input, pictures), Set.of(layer)).get(layer);
    }

    private static double value(final FeatureMaps maps, final int image, final Watched one) {
        return maps.values()[maps.start(image, one.channel) + one.peak.row() * maps.shape().cols() + one.peak.col()];
    }

    private void fill(final float[] copies, final int start, final float[] colour, final int place) {
        final int r = place / cols.count();
        final int c = place % cols.count();
        for (int channel = 0; channel < colour.length; channel++) {
            for (int row = rows.from(r); row < rows.to(r); row++) {
                final int at = start + (channel * input.rows() + row) * input.cols();
                Arrays.fill(copies, at + cols.from(c), at + cols.to(c), colour[channel]);
            }
        }
    }

    private void paint(final Watched one, final int place, final double change, final double peak) {
        if (change <= ROUNDING * Math.abs(peak)) {
            return;
        }
        final int r = place / cols.count();
        final int c = place % cols.count();
        for (int row = Math.max(rows.from(r), one.box.top()); row < Math.min(rows.to(r), one.box.bottom()); row++) {
            for (int col = Math.max(cols.from(c), one.box.left()); col < Math.min(cols.to(c), one.box.right()); col++) {
                one.mean.add(one.peak, row, col, change / ((double) rows.coverage(row) * cols.coverage(col)));
            }
        }
    }
}
