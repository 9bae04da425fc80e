package org.filterscope.analysis.contribution;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import org.filterscope.analysis.attribution.LayerContribution;
import org.filterscope.analysis.attribution.LayerContribution.Kind;
import org.filterscope.analysis.attribution.LayerContributions;
import org.filterscope.analysis.classes.LayersAbove;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.trace.TracedClass;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;

/**
 * A picture before a network, with what is known of it: what a layer and all that goes past it say is computed once and kept, so that layers above
 * can be run again and again. For one thread.
 */
public final class ShownPicture {
    /** Of contributions: 64 MB. Somebody may ask for one class after another. */
    private static final long MOST_NUMBERS = 16 << 20;

    private final NetworkSession session;
    private final ClassOutputs outputs;
    private final FeatureMaps input;
    private final Map<String, LayersAbove> above = new HashMap<>();
    private final Map<String, FeatureMaps> values = new HashMap<>();
    /** The one asked for last at the end. */
    private final SequencedMap<Question, LayerContribution> contributions = new LinkedHashMap<>();
    private List<TracedClass> classes;

    private record Question(String layer, int label, boolean quick) {
    }

    /** @param input one picture, as the network takes it: {@code [1, channel, row, col]} */
    public ShownPicture(final NetworkSession session, final ClassOutputs outputs, final FeatureMaps input) {
        this.session = session;
        this.outputs = outputs;
        this.input = input;
    }

    NetworkSession session() {
        return session;
    }

    ClassOutputs outputs() {
        return outputs;
    }

    /** {@code [1, channel, row, col]}. */
    public FeatureMaps input() {
        return input;
    }

    /** By the network's outputs. */
    public List<TracedClass> classes() {
        if (classes == null) {
            classes = outputs.of(session.run(Pass.of(session.graph(), input), outputs.layers())).getFirst();
        }
        return classes;
    }

    /** What lies above a layer. */
    LayersAbove above(final String layer) {
        return above.computeIfAbsent(layer, name -> new LayersAbove(session.graph(), name));
    }

    /** A layer's values, and of those that reach the logits past it: enough to run all above. */
    Map<String, FeatureMaps> given(final String layer) {
        return values(above(layer).given());
    }

    /** {@code [1, channel, row, col]}. */
    public FeatureMaps values(final String layer) {
        return values(Set.of(layer)).get(layer);
    }

    private Map<String, FeatureMaps> values(final Set<String> layers) {
        if (!values.keySet().containsAll(layers)) {
            values.putAll(session.forward(input, layers));
        }
        final Map<String, FeatureMaps> found = new HashMap<>(values);
        found.keySet().retainAll(layers);
        return found;
    }

    /**
     * What each filter of a layer adds to a class's logit.
     *
     * @param label index of the class among the logits
     * @param quick whether gradient × activation is enough where contributions are not exact
     * @throws IllegalStateException when the layer has an obstacle
     */
    public LayerContribution contribution(final String layer, final int label, final boolean quick, final Progress progress) {
        final Question asked = new Question(layer, label, quick);
        LayerContribution found = contributions.get(asked);
        if (found == null) {
            final LayerContributions method = new LayerContributions(layer);
            found = quick ? method.quick(session, input, label, progress) : contribution(layer, label, true, progress);
            if (!quick && found.kind() != Kind.EXACT) {
                found = method.integrated(session, input, label, progress);
            }
            contributions.putLast(asked, found);
            while (contributions.size() > 1 && kept() > MOST_NUMBERS) {
                contributions.pollFirstEntry();
            }
        }
        return found;
    }

    /** The best of {@link #contribution} that is at hand already; gradient × activation where nothing is. */
    public LayerContribution contributionAtHand(final String layer, final int label, final Progress progress) {
        return contribution(layer, label, !contributions.containsKey(new Question(layer, label, false)), progress);
    }

    /** How many numbers are kept, about. */
    public long size() {
        return input.values().length + values.values().stream().mapToLong(maps -> maps.values().length).sum()
                + kept();
    }

    private long kept() {
        return contributions.values().stream().mapToLong(found -> 2L * found.positions().length).sum();
    }
}
