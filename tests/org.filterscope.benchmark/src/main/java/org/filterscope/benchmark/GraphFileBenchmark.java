package org.filterscope.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.filterscope.core.InvalidInputException;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphJson;
import org.filterscope.core.graph.GraphMl;
import org.filterscope.core.graph.GraphScores;
import org.filterscope.core.graph.GraphTables;
import org.filterscope.core.graph.GraphWriter;
import org.filterscope.core.graph.PatternScore;
import org.filterscope.core.report.DirectoryTree;

/** The graph file at the size of the authors' VGG-16, beside the same structure read from JSON. Argument: a folder to write to, with 1 GB left. */
public final class GraphFileBenchmark {
    private static final int ROUNDS = 9;
    private static final int LOOKS = 200;
    private static final int COLLECTIONS = 3;

    private final Path folder;
    private final Path file;

    private GraphFileBenchmark(final Path folder) {
        this.folder = folder;
        file = folder.resolve("graph.fsg");
    }

    /** Something that is timed. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InvalidInputException;
    }

    public static void main(final String[] folders) throws Exception {
        final Path folder = folders.length == 0 ? Files.createTempDirectory("filterscope-graph")
                : Files.createTempDirectory(Path.of(folders[0]), "filterscope-graph");
        try {
            final GraphFileBenchmark benchmark = new GraphFileBenchmark(folder);
            benchmark.write();
            benchmark.read();
        } finally {
            DirectoryTree.delete(folder);
        }
    }

    private void write() throws IOException {
        final RandomLayers layers = new RandomLayers();
        double milliseconds = 0;
        try (GraphWriter writer = new GraphWriter(folder.resolve("working.fsg"), RandomLayers.subject())) {
            for (int number = 0; number < RandomLayers.layers(); number++) {
                final var layer = layers.next(number);
                final long start = System.nanoTime();
                writer.append(layer);
                milliseconds += (System.nanoTime() - start) / 1e6;
            }
            try (GraphFile whole = open(folder.resolve("working.fsg"))) {
                final Map<PatternScore, float[]> scores = new EnumMap<>(PatternScore.class);
                for (final PatternScore score : PatternScore.values()) {
                    scores.put(score, layers.floats(whole.patterns()));
                }
                writer.finish(new GraphScores(scores, List.of("head"), new int[whole.patterns()]), file);
            }
        }
        System.out.printf("written layer by layer: %.0f ms, %.1f MB%n", milliseconds, Files.size(file) / 1e6);
    }

    private static GraphFile open(final Path file) throws IOException {
        try {
            return GraphFile.open(file);
        } catch (final InvalidInputException e) {
            throw new IOException(e);
        }
    }

    private void read() throws IOException, InvalidInputException {
        final long before = heap();
        final long start = System.nanoTime();
        try (GraphFile graph = GraphFile.open(file)) {
            System.out.printf("opened the first time: %.1f ms (the file may still lie in the system's memory)%n", (System.nanoTime() - start) / 1e6);
            System.out.printf("%d patterns, %d edges, %d pictures; heap for it: %.1f MB%n", graph.patterns(), graph.edges(),
                    graph.heading().pictures().size(), (heap() - before) / 1e6);
            final Random random = new Random(1);
            System.out.printf("all patterns on a picture: %.2f ms, a pattern on all pictures: %.3f ms (means of %d)%n",
                    time(() -> repeat(() -> graph.onPicture(random.nextInt(RandomLayers.PICTURES)))) / LOOKS,
                    time(() -> repeat(() -> graph.ofPattern(random.nextInt(graph.patterns())))) / LOOKS, LOOKS);
            final double verify = time(graph::verify);
            System.out.printf("all checksums: %.0f ms%n", verify);
            export("GraphML", folder.resolve("graph.graphml"), () -> GraphMl.write(graph, folder.resolve("graph.graphml")));
            export("nodes.csv, edges.csv", folder.resolve("edges.csv"),
                    () -> GraphTables.write(graph, folder.resolve("nodes.csv"), folder.resolve("edges.csv")));
            export("JSON", folder.resolve("graph.json"), () -> GraphJson.write(graph, folder.resolve("graph.json")));
            compare(graph.patterns(), graph.edges());
        }
        System.out.printf("highest resident size of the process: %s%n", ResidentSize.highest());
    }

    private static void repeat(final Work work) throws IOException, InvalidInputException {
        for (int i = 0; i < LOOKS; i++) {
            work.run();
        }
    }

    private static void export(final String name, final Path written, final Work work) throws IOException, InvalidInputException {
        final double milliseconds = time(work);
        System.out.printf("%s: %.0f ms, %.1f MB%n", name, milliseconds, Files.size(written) / 1e6);
    }

    /** In turns, so that a busy moment of the machine hits both. */
    private void compare(final int patterns, final int edges) throws IOException, InvalidInputException {
        double graphFile = Double.POSITIVE_INFINITY;
        double json = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            graphFile = Math.min(graphFile, time(() -> GraphFile.open(file).close()));
            json = Math.min(json, time(() -> {
                final JsonGraph read = JsonGraph.read(folder.resolve("graph.json"), patterns, edges);
                if (read.nodeCount() != patterns || read.edgeCount() != edges) {
                    throw new IOException("%d nodes, %d edges".formatted(read.nodeCount(), read.edgeCount()));
                }
            }));
        }
        System.out.printf("best of %d, in turns: opened %.1f ms, the same structure from JSON %.1f ms, ratio %.1f%n", ROUNDS, graphFile, json,
                json / graphFile);
    }

    private static double time(final Work work) throws IOException, InvalidInputException {
        final long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** Used, in bytes, without garbage. */
    private static long heap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
