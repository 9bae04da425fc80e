package org.filterscope.analysis.heat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

import org.filterscope.analysis.attribution.ShuffledWeights;
import org.filterscope.analysis.heat.Change.Kind;
import org.filterscope.analysis.repair.LabelledFeatures;
import org.filterscope.analysis.repair.LastLayer;
import org.filterscope.analysis.repair.RelearnedLayer;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * The network without something that it has learned. Weights are shuffled from the output down (Adebayo et al. 2018): of one layer, of the upper
 * half, of all, and up to six steps between; and of all in other orders. Where the last layer can be fitted, also with that layer learned anew, from
 * right labels and from permuted ones.
 */
public final class ChangedNetworks {
    private static final int STEPS = 8;
    private static final int FORGOTTEN = 5;

    private final NetworkGraph graph;
    private final Optional<School> school;
    private final List<String> layers;
    private final List<Change> changes = new ArrayList<>();

    /**
     * What a last layer learns from.
     *
     * @param pictures with their right labels, of two classes or more
     */
    public record School(LastLayer layer, LabelledFeatures pictures) {
    }

    public ChangedNetworks(final NetworkGraph graph, final Optional<School> school, final long seed) {
        this.graph = graph;
        this.school = school;
        layers = ShuffledWeights.layers(graph);
        counts(layers.size()).forEach(count -> changes.add(new Change(Kind.SHUFFLED, layers.get(count - 1), seed)));
        for (int i = 1; i <= FORGOTTEN && !layers.isEmpty(); i++) {
            changes.add(new Change(Kind.FORGOTTEN, layers.getLast(), seed + i));
        }
        school.ifPresent(learns -> {
            changes.add(new Change(Kind.RELEARNED, learns.layer().name(), seed));
            changes.add(new Change(Kind.PERMUTED, learns.layer().name(), seed));
        });
    }

    /** How many layers are shuffled, rising. */
    static TreeSet<Integer> counts(final int layers) {
        final TreeSet<Integer> counts = new TreeSet<>();
        for (int step = 0; step < STEPS && layers > 0; step++) {
            counts.add(1 + (int) ((long) (layers - 1) * step / (STEPS - 1)));
        }
        if (layers > 0) {
            counts.add(half(layers));
        }
        return counts;
    }

    private static int half(final int layers) {
        return (layers + 1) / 2;
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The layer down to which the upper half of the layers with weights goes; empty when there are none. */
    String half() {
        return layers.isEmpty() ? "" : layers.get(half(layers.size()) - 1);
    }

    NetworkGraph of(final Change change, final Progress progress) {
        return switch (change.kind()) {
            case SHUFFLED, FORGOTTEN -> ShuffledWeights.of(graph, layers.subList(0, layers.indexOf(change.layer()) + 1), change.seed());
            case RELEARNED -> RelearnedLayer.of(school.orElseThrow().layer(), school.orElseThrow().pictures(), progress);
            case PERMUTED -> RelearnedLayer.of(school.orElseThrow().layer(), permuted(school.orElseThrow().pictures(), change.seed()), progress);
        };
    }

    /** Every label stays as often as it was. */
    private static LabelledFeatures permuted(final LabelledFeatures pictures, final long seed) {
        final List<Integer> labels = new ArrayList<>(Arrays.stream(pictures.classes()).boxed().toList());
        Collections.shuffle(labels, new Random(seed));
        return new LabelledFeatures(pictures.features(), labels.stream().mapToInt(Integer::intValue).toArray());
    }
}
