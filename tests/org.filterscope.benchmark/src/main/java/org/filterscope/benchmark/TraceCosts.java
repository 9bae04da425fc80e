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
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.ReceptiveFields;

/** What it costs to trace a class of one picture through a layer, and to draw each heat map, beside one forward pass of that picture alone. */
final class TraceCosts {
    private static final int ROUNDS = 5;
    /** What costs more is told apart from noise by one round. */
    private static final int CHEAP = 200;
    private static final double MILLISECONDS = 1e6;

    private final NetworkSession session;
    private final ClassOutputs outputs;
    private final FeatureMaps input;
    private final int label;
    private final double pass;

    /**
     * @param session of a network that ends in a softmax
     * @param labels  of its outputs
     * @param label   index of the class that is traced
     */
    TraceCosts(final NetworkSession session, final List<String> labels, final float[] picture, final int label) {
        this.session = session;
        this.label = label;
        outputs = new ClassOutputs(session.graph(), labels, UnaryOperator.identity(), true);
        input = new FeatureMaps(1, session.graph().input(), picture);
        pass = best(4 * ROUNDS, shown -> session.predict(input));
    }

    /** @param layers to trace */
    void print(final List<String> layers) throws InvalidNetworkException {
        System.out.printf("one picture alone      %8.2f ms forwards%n", pass);
        final ReceptiveFields fields = new ReceptiveFields(session.graph());
        for (final String layer : layers) {
            for (final boolean quick : new boolean[] {true, false}) {
                final String kind = shown().contribution(layer, label, quick, Progress.NONE).kind().name().toLowerCase(Locale.ROOT);
                print("%s, %s%s".formatted(layer, kind, quick ? " (--quick)" : ""), ROUNDS,
                        picture -> picture.contribution(layer, label, quick, Progress.NONE), "");
                print("  with what silencing filters does", ROUNDS, picture -> new LayerTracer(picture, label, fields, quick)
                        .trace(layer, filter -> FilterWords.NONE, null, Progress.NONE), "");
            }
        }
        for (final NamedMethod named : NamedMethod.values()) {
            final Optional<String> layer = named.isOfLayer() ? new ClassPlace(session.graph(), layers.reversed()).layer(named) : Optional.of("");
            if (layer.isPresent() && named.method(layer.get()).obstacle(session.graph()).isEmpty()) {
                final HeatMapMethod method = named.method(layer.get());
                final PassCount cost = method.cost(session.graph());
                print("heat by " + named.key(), cost.forward() > CHEAP ? 1 : ROUNDS,
                        picture -> method.explain(session, input, label, Progress.NONE),
                        "; %d forwards, %d backwards".formatted(cost.forward(), cost.backward()));
            }
        }
    }

    private void print(final String what, final int rounds, final Consumer<ShownPicture> question, final String note) {
        final double time = best(rounds, question);
        System.out.printf("  %-46s %9.1f ms, %7.1f of the pass%s%n", what, time, time / pass, note);
    }

    /** A picture of which nothing is known yet. */
    private ShownPicture shown() {
        return new ShownPicture(session, outputs, input);
    }

    private double best(final int rounds, final Consumer<ShownPicture> question) {
        double best = Double.POSITIVE_INFINITY;
        for (int round = 0; round < rounds; round++) {
            final ShownPicture picture = shown();
            final long start = System.nanoTime();
            question.accept(picture);
            best = Math.min(best, (System.nanoTime() - start) / MILLISECONDS);
        }
        return best;
    }
}
