package org.filterscope.analysis.classes;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.PictureInputs;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;

/**
 * What has to be given to compute the logits of some pictures, batch by batch: the layer's stored maps and, where something goes past the layer,
 * its values, for which these pictures go through the network once more.
 */
public final class SampledMaps {
    private final NetworkSession session;
    private final LayersAbove above;
    private final LayerMaps maps;
    private final PictureInputs inputs;
    private final int size;

    /** @param size of a batch */
    public SampledMaps(final NetworkSession session, final LayersAbove above, final LayerMaps maps, final PictureInputs inputs, final int size) {
        this.session = session;
        this.above = above;
        this.maps = maps;
        this.inputs = inputs;
        this.size = size;
    }

    /** Sees one batch after the other. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * @param pictures indices in the set
         * @param given    values by layer; not used again
         */
        void visit(int[] pictures, Map<String, FeatureMaps> given) throws IOException;
    }

    /** @param sample indices of the pictures, ascending */
    public void forEach(final int[] sample, final Progress progress, final Visitor visitor) throws IOException {
        final Batches batches = new Batches(sample, visitor);
        maps.forEach((picture, values) -> {
            progress.checkCancelled();
            batches.add(picture, values);
        });
        batches.flush();
    }

    /** Gathers the sample's maps. */
    private final class Batches {
        private final int[] sample;
        private final Visitor visitor;
        private final int length = Math.toIntExact(maps.shape().size());
        private float[] gathered = new float[0];
        private int next;
        private int filled;

        Batches(final int[] sample, final Visitor visitor) {
            this.sample = sample;
            this.visitor = visitor;
        }

        void add(final int picture, final float[] values) throws IOException {
            if (next == sample.length || sample[next] != picture) {
                return;
            }
            if (filled == 0) {
                gathered = new float[Math.multiplyExact(Math.min(size, sample.length - next), length)];
            }
            System.arraycopy(values, 0, gathered, filled * length, length);
            next++;
            filled++;
            if (filled * length == gathered.length) {
                flush();
            }
        }

        void flush() throws IOException {
            if (filled > 0) {
                final int[] pictures = Arrays.copyOfRange(sample, next - filled, next);
                final Map<String, FeatureMaps> given = new HashMap<>(bypasses(pictures));
                given.put(above.layer(), new FeatureMaps(filled, maps.shape(), Arrays.copyOf(gathered, filled * length)));
                filled = 0;
                visitor.visit(pictures, given);
            }
        }
    }

    private Map<String, FeatureMaps> bypasses(final int[] pictures) throws IOException {
        if (above.bypasses().isEmpty()) {
            return Map.of();
        }
        final NetworkGraph graph = session.graph();
        final Map<String, FeatureMaps> values = new HashMap<>();
        above.bypasses().forEach(layer -> values.put(layer, new FeatureMaps(pictures.length, graph.shape(layer),
                new float[Math.toIntExact(pictures.length * graph.shape(layer).size())])));
        final int batch = BatchSize.of(graph, List.copyOf(above.bypasses()));
        for (int first = 0; first < pictures.length; first += batch) {
            final int[] part = Arrays.copyOfRange(pictures, first, Math.min(pictures.length, first + batch));
            final Map<String, FeatureMaps> found = session.run(Pass.of(graph, input(graph.input(), part)), above.bypasses());
            for (final Map.Entry<String, FeatureMaps> layer : found.entrySet()) {
                final float[] to = values.get(layer.getKey()).values();
                System.arraycopy(layer.getValue().values(), 0, to, first * (to.length / pictures.length), layer.getValue().values().length);
            }
        }
        return values;
    }

    private FeatureMaps input(final Shape shape, final int[] pictures) throws IOException {
        final int length = Math.toIntExact(shape.size());
        final float[] values = new float[Math.multiplyExact(pictures.length, length)];
        for (int i = 0; i < pictures.length; i++) {
            inputs.write(pictures[i], values, i * length);
        }
        return new FeatureMaps(pictures.length, shape, values);
    }
}
