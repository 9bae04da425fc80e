package org.filterscope.analysis.ablation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.filterscope.analysis.ablation.AblationTally.Value;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.Shape;

/**
 * The layers above are run for each picture and ablated filter, many at a time whatever picture and filter they are of. A map that is all zero is
 * not ablated by zero, nor one that is all mean by the mean: nothing would change.
 */
final class ComputedLogits implements AblatedLogits {
    private final NetworkSession session;
    private final String layer;
    private final AblatedStart start;
    private final String logits;
    private final float[] means;
    private final int size;

    /**
     * @param layer that is ablated
     * @param start where computing begins
     * @param means by channel
     * @param size  how many at a time
     */
    ComputedLogits(final NetworkSession session, final String layer, final AblatedStart start, final float[] means, final int size) {
        this.session = session;
        this.layer = layer;
        this.start = start;
        logits = session.graph().logits().name();
        this.means = means;
        this.size = size;
    }

    @Override
    public void predict(final Map<String, FeatureMaps> given, final FeatureMaps base, final Listener listener, final Progress progress) {
        final Batch batch = new Batch(given.get(layer), session.run(new Pass(given, List.of()), start.above().given()), listener, progress);
        for (int image = 0; image < base.images(); image++) {
            for (int channel = 0; channel < means.length; channel++) {
                batch.add(new Ablation(image, channel, Value.ZERO, 0));
                batch.add(new Ablation(image, channel, Value.MEAN, means[channel]));
            }
        }
        batch.run();
    }

    private record Ablation(int image, int channel, Value value, float number) {
    }

    /** Ablations that are computed together. */
    private final class Batch {
        private final FeatureMaps maps;
        private final Map<String, FeatureMaps> unchanged;
        private final Listener listener;
        private final Progress progress;
        private final Ablation[] ablations = new Ablation[size];
        private final Map<String, float[]> values = new HashMap<>();
        private int filled;

        /**
         * @param maps      of the ablated layer
         * @param unchanged where computing begins, and what goes past it
         */
        Batch(final FeatureMaps maps, final Map<String, FeatureMaps> unchanged, final Listener listener, final Progress progress) {
            this.maps = maps;
            this.unchanged = unchanged;
            this.listener = listener;
            this.progress = progress;
            unchanged.forEach((name, all) -> values.put(name, new float[Math.toIntExact(size * all.shape().size())]));
        }

        void add(final Ablation ablation) {
            final int positions = maps.shape().rows() * maps.shape().cols();
            final int first = maps.start(ablation.image, ablation.channel);
            if (isAll(maps.values(), first, first + positions, ablation.number)) {
                progress.advance(1);
                return;
            }
            unchanged.forEach((name, all) -> write(ablation, name, all));
            ablations[filled++] = ablation;
            if (filled == size) {
                run();
            }
        }

        private void write(final Ablation ablation, final String name, final FeatureMaps all) {
            final int length = Math.toIntExact(all.shape().size());
            if (name.equals(start.above().layer())) {
                start.write(maps.values(), all.values(), ablation.image, ablation.channel, ablation.number, values.get(name), filled * length);
            } else {
                System.arraycopy(all.values(), ablation.image * length, values.get(name), filled * length, length);
            }
        }

        void run() {
            if (filled == 0) {
                return;
            }
            progress.checkCancelled();
            final Map<String, FeatureMaps> part = new HashMap<>();
            values.forEach((name, all) -> part.put(name, part(session.graph().shape(name), all)));
            final FeatureMaps found = session.run(new Pass(part, List.of()), Set.of(logits)).get(logits);
            for (int i = 0; i < filled; i++) {
                listener.predicted(ablations[i].image, ablations[i].channel, ablations[i].value, Prediction.of(found, i));
            }
            progress.advance(filled);
            filled = 0;
        }

        private FeatureMaps part(final Shape shape, final float[] all) {
            return new FeatureMaps(filled, shape, filled == size ? all : Arrays.copyOf(all, Math.toIntExact(filled * shape.size())));
        }
    }

    private static boolean isAll(final float[] values, final int from, final int to, final float number) {
        for (int i = from; i < to; i++) {
            if (values[i] != number) {
                return false;
            }
        }
        return true;
    }
}
