package org.filterscope.benchmark.flaws;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.flaws.FlawEvidence;
import org.filterscope.analysis.flaws.FlawLayer;
import org.filterscope.analysis.flaws.Predictions;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.ReceptiveFields;

/** Pictures of known classes that were shown to a network once, and what it said of them: evidence of any choice of them then costs nothing. */
public final class ShownPictures {
    private static final int BATCH = 16;

    private final NetworkSession session;
    private final ReceptiveFields fields;
    private final List<String> labels;
    private final List<String> layers;
    private final List<float[]> inputs;
    private final int[] truths;
    private final Map<String, StoredPictures> maps;
    private final int[] outputs;
    private final float[] probabilities;

    /**
     * @param labels of the outputs
     * @param layers to be suspected, the lowest first
     * @param inputs as the network takes them
     * @param truths index of the output that stands for each picture's class
     */
    public ShownPictures(final NetworkSession session, final List<String> labels, final List<String> layers, final List<float[]> inputs,
            final int[] truths) throws InvalidNetworkException {
        this(session, labels, layers, inputs, truths, session.graph().nodes().getFirst().name(), inputs);
    }

    /**
     * The same where the values of some layer are known already.
     *
     * @param from   name of that layer; all that is above depends on it alone
     * @param values of that layer, by picture
     */
    public ShownPictures(final NetworkSession session, final List<String> labels, final List<String> layers, final List<float[]> inputs,
            final int[] truths, final String from, final List<float[]> values) throws InvalidNetworkException {
        this.session = session;
        fields = new ReceptiveFields(session.graph());
        this.labels = List.copyOf(labels);
        this.layers = List.copyOf(layers);
        this.inputs = List.copyOf(inputs);
        this.truths = truths.clone();
        maps = new HashMap<>();
        layers.forEach(layer -> maps.put(layer, new StoredPictures(session.graph().shape(layer), new ArrayList<>())));
        outputs = new int[truths.length];
        probabilities = new float[truths.length];
        show(from, values);
    }

    private void show(final String from, final List<float[]> values) {
        final NetworkGraph graph = session.graph();
        final Set<String> wanted = new TreeSet<>(layers);
        wanted.add(graph.output().name());
        final int length = (int) graph.shape(from).size();
        for (int first = 0; first < values.size(); first += BATCH) {
            final int images = Math.min(BATCH, values.size() - first);
            final float[] batch = new float[images * length];
            for (int i = 0; i < images; i++) {
                System.arraycopy(values.get(first + i), 0, batch, i * length, length);
            }
            final Map<String, FeatureMaps> found = session.run(Pass.from(from, new FeatureMaps(images, graph.shape(from), batch)), wanted);
            for (final String layer : layers) {
                final int size = (int) graph.shape(layer).size();
                for (int i = 0; i < images; i++) {
                    maps.get(layer).values().add(Arrays.copyOfRange(found.get(layer).values(), i * size, (i + 1) * size));
                }
            }
            predict(found.get(graph.output().name()), first);
        }
    }

    private void predict(final FeatureMaps found, final int first) {
        for (int i = 0; i < found.images(); i++) {
            final int start = found.start(i, 0);
            int best = 0;
            for (int output = 1; output < labels.size(); output++) {
                best = found.values()[start + output] > found.values()[start + best] ? output : best;
            }
            outputs[first + i] = best;
            probabilities[first + i] = found.values()[start + best];
        }
    }

    public int pictures() {
        return truths.length;
    }

    /** Share of right predictions. */
    public double accuracy() {
        return IntStream.range(0, truths.length).filter(i -> outputs[i] == truths[i]).count() / (double) truths.length;
    }

    /** Evidence of all pictures. */
    public FlawEvidence evidence(final long seed) {
        return evidence(IntStream.range(0, truths.length).toArray(), seed);
    }

    /** @param chosen pictures, in any order; those that come twice count twice */
    public FlawEvidence evidence(final int[] chosen, final long seed) {
        final NetworkGraph graph = session.graph();
        final List<FlawLayer> suspected = layers.stream().map(layer -> {
            final StoredPictures stored = new StoredPictures(graph.shape(layer),
                    IntStream.of(chosen).mapToObj(picture -> maps.get(layer).values().get(picture)).toList());
            return new FlawLayer(layer, stored, stored, Collections.nCopies(stored.channels(), ""), fields.vertical(layer), fields.horizontal(layer));
        }).toList();
        final Predictions predictions = new Predictions(IntStream.of(chosen).map(picture -> outputs[picture]).toArray(), probabilities(chosen));
        return new FlawEvidence(session, labels, new PictureClasses(labels, IntStream.of(chosen).map(picture -> truths[picture]).toArray()),
                IntStream.range(0, chosen.length).mapToObj(i -> "%s/%05d-%05d".formatted(labels.get(truths[chosen[i]]), chosen[i], i)).toList(),
                (picture, values, start) -> System.arraycopy(inputs.get(chosen[picture]), 0, values, start, inputs.get(chosen[picture]).length),
                predictions, suspected, List.of(), seed);
    }

    private float[] probabilities(final int[] chosen) {
        final float[] found = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            found[i] = probabilities[chosen[i]];
        }
        return found;
    }
}
