package org.filterscope.benchmark;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.execution.ReluRule;
import org.filterscope.engine.execution.Target;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Node;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;

/** Milliseconds a picture on each executor, the best of several rounds in which they take turns, and their ratio. Arguments: model files. */
public final class ExecutorBenchmark {
    private static final int ROUNDS = 7;
    private static final int[] BATCHES = {1, 16};

    private final List<Executor> executors;
    private final PrintStream out;

    private ExecutorBenchmark(final List<Executor> executors, final PrintStream out) {
        this.executors = executors;
        this.out = out;
    }

    /** One thing to do with a loaded network. */
    @FunctionalInterface
    private interface Work {
        void run(NetworkSession session, Pass pass);
    }

    public static void main(final String[] models) throws Exception {
        final Map<String, NetworkGraph> networks = new LinkedHashMap<>();
        if (models.length == 0) {
            networks.put("VGG-16", RandomNetworks.vgg16());
            networks.put("ResNet-18", RandomNetworks.resnet18());
        }
        for (final String model : models) {
            final Path file = Path.of(model);
            networks.put(file.getFileName().toString(), new NetworkReader().read(file, Optional.empty()));
        }
        final int threads = Runtime.getRuntime().availableProcessors();
        final ExecutorBenchmark benchmark = new ExecutorBenchmark(List.of(Nd4jExecutor.load(), OnnxRuntimeExecutor.load(threads)), System.out);
        System.out.printf("%-28s %-26s %5s %14s %14s %8s%n", "network", "work", "batch", "nd4j ms/pict.", "ort ms/pict.", "ratio");
        networks.forEach(benchmark::measure);
    }

    private void measure(final String name, final NetworkGraph graph) {
        final String top = graph.nodes().stream().map(Node::name).filter(layer -> graph.shape(layer).hasMaps()).reduce((a, b) -> b).orElseThrow();
        final Target logit = Target.logit(graph, 0);
        final Map<String, Work> works = new LinkedHashMap<>();
        works.put("forward, last maps kept", (session, pass) -> session.run(pass, Set.of(top, graph.output().name())));
        works.put("gradient at the last maps", (session, pass) -> session.gradients(pass, logit, Set.of(top), ReluRule.GRADIENT));
        works.put("gradient at the input",
                (session, pass) -> session.gradients(pass, logit, Set.of(graph.nodes().getFirst().name()), ReluRule.GRADIENT));
        for (final int batch : BATCHES) {
            final Pass pass = Pass.of(graph, pictures(graph, batch));
            works.forEach((work, code) -> {
                final double[] best = best(graph, pass, code);
                out.printf("%-28s %-26s %5d %14.2f %14.2f %8.2f%n", name, work, batch, best[0] / batch, best[1] / batch, best[0] / best[1]);
            });
        }
    }

    /** In turns, so that a busy moment of the machine hits both. */
    private double[] best(final NetworkGraph graph, final Pass pass, final Work work) {
        final List<NetworkSession> sessions = new ArrayList<>();
        try {
            executors.forEach(executor -> sessions.add(executor.open(graph)));
            final double[] best = new double[sessions.size()];
            for (int round = 0; round <= ROUNDS; round++) {
                for (int i = 0; i < best.length; i++) {
                    final long start = System.nanoTime();
                    work.run(sessions.get(i), pass);
                    final double milliseconds = (System.nanoTime() - start) / 1e6;
                    // The first round loads code and weights.
                    best[i] = round <= 1 ? milliseconds : Math.min(best[i], milliseconds);
                }
            }
            return best;
        } finally {
            sessions.forEach(NetworkSession::close);
        }
    }

    private static FeatureMaps pictures(final NetworkGraph graph, final int count) {
        final Random random = new Random(2);
        final float[] values = new float[count * (int) graph.input().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new FeatureMaps(count, graph.input(), values);
    }
}
