package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.analysis.graph.GraphMaps;
import org.filterscope.analysis.graph.GraphMiner;
import org.filterscope.analysis.graph.LayerMiner;
import org.filterscope.analysis.graph.MiningOptions;
import org.filterscope.analysis.graph.Orientations;
import org.filterscope.analysis.graph.PatternLayer;
import org.filterscope.analysis.graph.StoredLayer;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.GraphSettings;
import org.filterscope.core.configuration.GraphSettings.Constants;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.GraphWriter;
import org.filterscope.core.graph.LayerContent;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.InvalidReportException;

/** Mines the explanatory graph of a kind of object, layer by layer, and goes on where an earlier run was stopped. */
final class GraphMaker {
    /** What the mining takes of the time, about. */
    private static final double MINING = 0.9;
    /** Of it, what it takes to see which way objects face. */
    private static final double FACING = 0.05;

    private final RunContext context;
    private final GraphSource source;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final long bytes = Runtime.getRuntime().maxMemory() / 4;

    GraphMaker(final RunContext context, final GraphSource source) {
        this.context = context;
        this.source = source;
    }

    private static MiningOptions options(final GraphSettings settings, final long seed) {
        final MiningOptions options = settings.constants() == Constants.WIDE ? MiningOptions.wide(seed) : MiningOptions.published(seed);
        return options.withIterations(settings.iterations());
    }

    /**
     * @param directory keeps the layers that are finished, and then the graph
     * @param share     of the whole run that this takes about
     * @return the graph's file
     */
    Path make(final GraphPlan.Kind kind, final Path directory, final double share) throws IOException, InvalidInputException {
        final Progress progress = new PartProgress(context.schedule().progress(), kind.name(), 1);
        final Path file = directory.resolve("graph.fsg");
        if (isFinished(file)) {
            progress.begin(Stage.GRAPH.task(), 0, share);
            return file;
        }
        final List<GraphMiner.Task> tasks = source.tasks(kind);
        try (GraphWriter writer = new GraphWriter(directory.resolve("layers.fsg"), source.subject(kind))) {
            mine(tasks, writer, progress, share * MINING);
            new GraphDescription(context, source, kind, tasks, threads, bytes).write(writer, file, progress, share * (1 - MINING));
        }
        return file;
    }

    private static boolean isFinished(final Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (GraphFile graph = GraphFile.open(file)) {
            graph.verify();
            return true;
        } catch (final InvalidReportException e) {
            return false;
        }
    }

    private void mine(final List<GraphMiner.Task> tasks, final GraphWriter writer, final Progress progress, final double share)
            throws IOException, InvalidInputException {
        final List<GraphLayer> stored = new ArrayList<>();
        PatternLayer last = null;
        for (int i = 0; i < writer.layers(); i++) {
            final LayerContent content = writer.layer(i);
            last = StoredLayer.of(content, above(stored));
            stored.add(content.layer());
        }
        final LayerMiner miner = new LayerMiner(options(context.configuration().graph(), context.seed()), threads, bytes);
        final boolean[] mirrored = context.configuration().graph().mirrored() && stored.isEmpty() ? orientations(tasks, progress, share) : null;
        new GraphMiner(miner).mine(tasks, mirrored, stored.size(), last, (number, layer) -> {
            final LayerContent content = StoredLayer.of(layer, number, above(stored));
            stored.add(content.layer());
            writer.append(content);
        }, progress, share * (1 - FACING));
    }

    private static boolean[] orientations(final List<GraphMiner.Task> tasks, final Progress progress, final double share) throws IOException {
        final List<GraphMaps> maps = tasks.stream().map(GraphMiner.Task::maps).toList();
        progress.begin("explanatory graph: which way objects face", 0, share * FACING);
        return Orientations.of(maps, progress);
    }

    private static GraphLayer above(final List<GraphLayer> layers) {
        return layers.isEmpty() ? null : layers.getLast();
    }
}
