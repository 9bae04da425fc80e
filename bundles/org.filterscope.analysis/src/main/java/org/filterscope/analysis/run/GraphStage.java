package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.maps.MapStore;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphPicture;
import org.filterscope.core.graph.GraphTables;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.ReportFiles;
import org.filterscope.engine.picture.PictureFile;

/** Mines an explanatory graph of each kind of object. */
final class GraphStage {
    private final RunContext context;
    private final GraphPlan plan;
    private final Workplace workplace;
    private final Map<String, String> facts;

    /** @param facts gets how many pictures of each kind were taken mirrored */
    GraphStage(final RunContext context, final GraphPlan plan, final Workplace workplace, final Map<String, String> facts) {
        this.context = context;
        this.plan = plan;
        this.workplace = workplace;
        this.facts = facts;
    }

    /**
     * @param direct maps of the run's own pictures
     * @return a line a graph, for a person
     */
    List<String> run(final List<LayerResult> results, final MapStore direct) throws IOException, InvalidInputException {
        if (!context.configuration().graph().mirrored()) {
            return mine(results, direct, Optional.empty());
        }
        final List<PictureFile> pictures = Arrays.stream(plan.pictures()).mapToObj(context.own().pictures()::get).toList();
        final List<String> layers = plan.layers();
        final int batch = BatchSize.of(context.graph(), layers);
        try (MapStore mirrored = new MapStore(workplace.mirrored(), context.graph(), layers, batch, pictures.size())) {
            final Progress progress = context.schedule().begin(Stage.MIRRORED, pictures.size());
            new PicturePass(context.session(), layers, context.preparation(), batch, true).run(pictures, mirrored, progress);
            return mine(results, direct, Optional.of(mirrored));
        }
    }

    private List<String> mine(final List<LayerResult> results, final MapStore direct, final Optional<MapStore> mirrored)
            throws IOException, InvalidInputException {
        final GraphSource source = new GraphSource(context, plan, direct, mirrored, results);
        final GraphMaker maker = new GraphMaker(context, source);
        final MixtureScores mixtures = new MixtureScores(results);
        final List<String> findings = new ArrayList<>();
        final double pictures = plan.kinds().stream().mapToInt(kind -> kind.pictures().length).sum();
        for (int i = 0; i < plan.kinds().size(); i++) {
            final GraphPlan.Kind kind = plan.kinds().get(i);
            final Path file = maker.make(kind, workplace.graph(i), context.schedule().share(Stage.GRAPH) * kind.pictures().length / pictures);
            try (GraphFile graph = GraphFile.open(file)) {
                final long turned = graph.heading().pictures().stream().filter(GraphPicture::mirrored).count();
                facts.put("graph.of." + name(kind), "%d pictures, %d of them mirrored".formatted(kind.pictures().length, turned));
                findings.add("explanatory graph of %s: %d part patterns, %d edges, from %d pictures".formatted(name(kind), graph.patterns(),
                        graph.edges(), kind.pictures().length));
                mixtures.add(kind.name(), graph);
                publish(file, graph, kind.name());
            }
        }
        mixtures.write();
        plan.scarce().forEach(name -> findings.add("explanatory graph of %s: none, there are fewer than two pictures".formatted(name)));
        return findings;
    }

    private static String name(final GraphPlan.Kind kind) {
        return kind.name().isEmpty() ? "pictures" : kind.name();
    }

    /** The file stays where it is, too: a run that is stopped later goes on with it. */
    private void publish(final Path file, final GraphFile graph, final String kind) throws IOException {
        final ReportFiles files = context.writer().files();
        final Path target = files.graph(kind);
        Files.createDirectories(target.getParent());
        try {
            Files.createLink(target, file);
        } catch (final IOException | UnsupportedOperationException e) {
            Files.copy(file, target);
        }
        GraphTables.write(graph, files.graphNodes(kind), files.graphEdges(kind));
    }
}
