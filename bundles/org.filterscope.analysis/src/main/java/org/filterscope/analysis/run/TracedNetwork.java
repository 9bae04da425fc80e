package org.filterscope.analysis.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.filterscope.analysis.contribution.ClassOutputs;
import org.filterscope.analysis.contribution.LayerTracer;
import org.filterscope.analysis.contribution.ShownPicture;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.protocol.TraceRequest;
import org.filterscope.core.trace.TracedClass;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.graph.ReceptiveFields;
import org.filterscope.engine.picture.InputPreparation;

/** The network of a configuration, ready to be shown single pictures. */
final class TracedNetwork implements AutoCloseable {
    private static final int MOST_NAMED = 12;

    private final DiagnosisConfiguration configuration;
    private final NetworkGraph graph;
    private final ReceptiveFields fields;
    private final List<String> labels;
    private final InputPreparation preparation;
    private final Executor executor;
    private final NetworkSession session;
    private final ClassOutputs outputs;

    private TracedNetwork(final DiagnosisConfiguration configuration, final NetworkGraph graph, final ExecutorLoader loader)
            throws InvalidInputException {
        this.configuration = configuration;
        this.graph = graph;
        fields = new ReceptiveFields(graph);
        labels = Labels.read(configuration.labels(), graph.shape(graph.output().name()).channels());
        preparation = new InputPreparation(configuration.input(), graph.input());
        final ClassScores scores = new ClassScores(graph);
        outputs = new ClassOutputs(graph, labels, scores::of, scores.areProbabilities());
        executor = loader.load();
        session = executor.open(graph);
    }

    /** @throws InvalidInputException when model or labels cannot be used, or the network does not say one value a class */
    static TracedNetwork open(final ExecutorLoader loader, final DiagnosisConfiguration configuration) throws InvalidInputException {
        final NetworkGraph graph = new NetworkReader().read(configuration.model(), configuration.input().size());
        if (graph.shape(graph.logits().name()).hasMaps()) {
            throw new InvalidInputException("%s: the network ends in maps (layer '%s', %s), not in one value a class; there is no class to trace"
                    .formatted(configuration.model(), graph.logits().name(), graph.shape(graph.logits().name())));
        }
        return new TracedNetwork(configuration, graph, loader);
    }

    DiagnosisConfiguration configuration() {
        return configuration;
    }

    NetworkGraph graph() {
        return graph;
    }

    ReceptiveFields fields() {
        return fields;
    }

    List<String> labels() {
        return labels;
    }

    /** For one thread. */
    NetworkSession session() {
        return session;
    }

    InputPreparation preparation() {
        return preparation;
    }

    Executor executor() {
        return executor;
    }

    /** @param file of the picture, for complaints */
    ShownPicture show(final Path file, final FeatureMaps input) throws InvalidInputException {
        final ShownPicture shown = new ShownPicture(session, outputs, input);
        for (final TracedClass outcome : shown.classes()) {
            if (!Double.isFinite(outcome.logit())) {
                throw new InvalidInputException("the network says %s of class '%s' on %s; the model's weights or the input's settings are broken"
                        .formatted(outcome.logit(), outcome.name(), file));
            }
        }
        return shown;
    }

    /**
     * @param name of a class
     * @return its number among the outputs, of outputs with one name the first
     * @throws InvalidInputException when the network knows no such class
     */
    int output(final String name) throws InvalidInputException {
        final int output = labels.indexOf(name);
        if (output < 0) {
            throw new InvalidInputException("the network knows no class '%s'; it knows %s%s".formatted(name,
                    String.join(", ", labels.subList(0, Math.min(MOST_NAMED, labels.size()))), labels.size() > MOST_NAMED ? ", …" : ""));
        }
        return output;
    }

    /**
     * @param output number of a class; {@link TraceRequest#PREDICTED} for the one with the highest logit
     * @return its number
     * @throws InvalidInputException when the network has no such output
     */
    int label(final int output, final ShownPicture picture) throws InvalidInputException {
        if (output != TraceRequest.PREDICTED) {
            if (output < 0 || output >= labels.size()) {
                throw new InvalidInputException("the network has no output %d; it has %d, from 0".formatted(output, labels.size()));
            }
            return output;
        }
        int best = 0;
        for (int i = 1; i < picture.classes().size(); i++) {
            best = picture.classes().get(i).logit() > picture.classes().get(best).logit() ? i : best;
        }
        return best;
    }

    /**
     * @param wanted names of layers; none for those of the configuration
     * @return from the output down
     * @throws InvalidInputException when a wanted layer does not exist or cannot be traced, or there is none
     */
    List<String> layers(final List<String> wanted) throws InvalidInputException {
        final List<String> chosen = new ArrayList<>();
        if (wanted.isEmpty()) {
            LayerChoice.of(graph, fields, configuration).stream().filter(layer -> LayerTracer.obstacle(graph, layer).isEmpty()).forEach(chosen::add);
        } else {
            for (final String layer : wanted) {
                check(layer);
            }
            graph.nodes().stream().map(Node::name).filter(wanted::contains).forEach(chosen::add);
        }
        if (chosen.isEmpty()) {
            throw new InvalidInputException("%s: the logits depend on none of the configuration's layers; name others".formatted(
                    configuration.file()));
        }
        return List.copyOf(chosen.reversed());
    }

    /** @throws InvalidInputException when a layer does not exist or cannot be traced */
    void check(final String layer) throws InvalidInputException {
        if (graph.node(layer).isEmpty() || layer.equals(graph.nodes().getFirst().name())) {
            throw new InvalidInputException("%s: the model has no layer '%s' to look into".formatted(configuration.model(), layer));
        }
        final Optional<String> obstacle = LayerTracer.obstacle(graph, layer);
        if (obstacle.isPresent()) {
            throw new InvalidInputException("%s: %s".formatted(configuration.model(), obstacle.get()));
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
