package org.filterscope.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.filterscope.analysis.attribution.HeatMapMethod;
import org.filterscope.analysis.attribution.PassCount;
import org.filterscope.analysis.contribution.ClassOutputs;
import org.filterscope.analysis.contribution.ClassPlace;
import org.filterscope.analysis.contribution.FilterWords;
import org.filterscope.analysis.contribution.LayerTracer;
import org.filterscope.analysis.contribution.NamedMethod;
import org.filterscope.analysis.contribution.ShownPicture;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.ReceptiveFields;

/** What it costs to trace a class of one picture through a layer, and to draw each heat map, beside one forward pass of that picture alone. */
final class TraceCosts {
    private static final int ROUNDS = 8;

    private final NetworkSession session;
    private final ClassOutputs outputs;
    private final FeatureMaps input;
    private final int label;
    private final Cost pass;

    /**
     * @param session of a network that ends in a softmax
     * @param labels  of its outputs
     * @param label   index of the class that is traced
     */
    TraceCosts(final NetworkSession session, final List<String> labels, final float[] picture, final int label) throws Exception {
        this.session = session;
        this.label = label;
        outputs = new ClassOutputs(session.graph(), labels, UnaryOperator.identity(), true);
        input = new FeatureMaps(1, session.graph().input(), picture);
        pass = Cost.least(ROUNDS, () -> session.predict(input));
    }

    /** @param layers to trace */
    void print(final List<String> layers) throws Exception {
        print("one picture alone, forwards", shown -> session.predict(input), "");
        final ReceptiveFields fields = new ReceptiveFields(session.graph());
        for (final String layer : layers) {
            for (final boolean quick : new boolean[] {true, false}) {
                final String kind = shown().contribution(layer, label, quick, Progress.NONE).kind().name().toLowerCase(Locale.ROOT);
                print("%s, %s%s".formatted(layer, kind, quick ? " (--quick)" : ""),
                        picture -> picture.contribution(layer, label, quick, Progress.NONE), "");
                print("  with what silencing filters does", picture -> new LayerTracer(picture, label, fields, quick)
                        .trace(layer, filter -> FilterWords.NONE, null, Progress.NONE), "");
            }
        }
        for (final NamedMethod named : NamedMethod.values()) {
            final Optional<String> layer = named.isOfLayer() ? new ClassPlace(session.graph(), layers.reversed()).layer(named) : Optional.of("");
            if (layer.isPresent() && named.method(layer.get()).obstacle(session.graph()).isEmpty()) {
                final HeatMapMethod method = named.method(layer.get());
                final PassCount cost = method.cost(session.graph());
                print("heat by " + named.key(), picture -> method.explain(session, input, label, Progress.NONE),
                        "; %d forwards, %d backwards".formatted(cost.forward(), cost.backward()));
            }
        }
    }

    private void print(final String what, final Consumer<ShownPicture> question, final String note) throws Exception {
        System.out.printf("  %-38s %s%s%n", what, Cost.least(ROUNDS, () -> question.accept(shown())).beside(pass), note);
    }

    /** A picture of which nothing is known yet. */
    private ShownPicture shown() {
        return new ShownPicture(session, outputs, input);
    }
}
