package org.filterscope.analysis.fields;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.PixelBox;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/** The absolute derivative of the peak by each pixel, summed over the colours. One pass forwards and backwards for each filter and picture. */
final class GradientFields implements FieldMethod {
    private final NetworkSession session;
    private final String layer;
    private final FieldFrame frame;
    private final int size;

    GradientFields(final NetworkSession session, final String layer, final FieldFrame frame) {
        this.session = session;
        this.layer = layer;
        this.frame = frame;
        // Backwards costs about twice as much again.
        size = Math.max(1, BatchSize.of(session.graph(), List.of(layer)) / 3);
    }

    @Override
    public long steps(final List<List<FieldPeak>> peaks) {
        return peaks.stream().mapToLong(List::size).sum();
    }

    private record Wanted(int channel, FieldPeak peak) {
    }

    @Override
    public void measure(final List<List<FieldPeak>> peaks, final PictureInputs inputs, final Progress progress, final Listener listener)
            throws IOException {
        final List<Wanted> wanted = new ArrayList<>();
        for (int channel = 0; channel < peaks.size(); channel++) {
            for (final FieldPeak peak : peaks.get(channel)) {
                wanted.add(new Wanted(channel, peak));
            }
        }
        AlignedMean mean = new AlignedMean(frame);
        for (int first = 0; first < wanted.size(); first += size) {
            progress.checkCancelled();
            final List<Wanted> batch = wanted.subList(first, Math.min(wanted.size(), first + size));
            final FeatureMaps gradient = gradient(batch, inputs);
            for (int image = 0; image < batch.size(); image++) {
                final Wanted now = batch.get(image);
                add(mean, now.peak, gradient, image);
                final int next = first + image + 1;
                if (next == wanted.size() || wanted.get(next).channel != now.channel) {
                    listener.measured(now.channel, mean);
                    mean = new AlignedMean(frame);
                }
            }
            progress.advance(batch.size());
        }
    }

    private FeatureMaps gradient(final List<Wanted> batch, final PictureInputs inputs) throws IOException {
        final NetworkGraph graph = session.graph();
        final String input = graph.nodes().getFirst().name();
        final int length = Math.toIntExact(graph.input().size());
        final float[] pictures = new float[Math.multiplyExact(batch.size(), length)];
        final Shape shape = graph.shape(layer);
        final FeatureMaps seed = new FeatureMaps(batch.size(), shape, new float[Math.toIntExact(batch.size() * shape.size())]);
        for (int image = 0; image < batch.size(); image++) {
            final Wanted wanted = batch.get(image);
            inputs.write(wanted.peak.picture(), pictures, image * length);
            seed.values()[seed.start(image, wanted.channel) + wanted.peak.row() * shape.cols() + wanted.peak.col()] = 1;
        }
        return session.gradients(Pass.of(graph, new FeatureMaps(batch.size(), graph.input(), pictures)), new Target(layer, seed), Set.of(input),
                ReluRule.GRADIENT).gradient(input);
    }

    private void add(final AlignedMean mean, final FieldPeak peak, final FeatureMaps gradient, final int image) {
        final PixelBox box = frame.box(peak);
        mean.next(peak);
        for (int row = box.top(); row < box.bottom(); row++) {
            for (int col = box.left(); col < box.right(); col++) {
                double sum = 0;
                for (int colour = 0; colour < gradient.shape().channels(); colour++) {
                    sum += Math.abs(gradient.values()[gradient.start(image, colour) + row * gradient.shape().cols() + col]);
                }
                mean.add(peak, row, col, sum);
            }
        }
    }
}
