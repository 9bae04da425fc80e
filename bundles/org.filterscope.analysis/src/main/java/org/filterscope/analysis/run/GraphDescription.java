package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.filterscope.analysis.graph.AveragePatches;
import org.filterscope.analysis.graph.GraphMiner;
import org.filterscope.analysis.graph.PatternFinder;
import org.filterscope.analysis.graph.PatternLayer;
import org.filterscope.analysis.graph.PatternScores;
import org.filterscope.analysis.graph.ScorePercentiles;
import org.filterscope.analysis.graph.StoredLayer;
import org.filterscope.analysis.instability.PlaceInstability;
import org.filterscope.analysis.landmarks.Landmarks;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.graph.AveragePatch;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.GraphScores;
import org.filterscope.core.graph.GraphWriter;
import org.filterscope.core.graph.LayerContent;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.picture.PictureDecoder;
import org.filterscope.engine.picture.PictureFile;

/** Says what the patterns of a mined graph are like: scores, parts, average patches. */
final class GraphDescription {
    private final RunContext context;
    private final GraphSource source;
    private final GraphPlan.Kind kind;
    private final List<GraphMiner.Task> tasks;
    private final PatternFinder finder;

    /**
     * @param tasks the graph's layers
     * @param bytes that responses may take in memory
     */
    GraphDescription(final RunContext context, final GraphSource source, final GraphPlan.Kind kind, final List<GraphMiner.Task> tasks,
            final int threads, final long bytes) {
        this.context = context;
        this.source = source;
        this.kind = kind;
        this.tasks = tasks;
        finder = new PatternFinder(threads, bytes);
    }

    /**
     * Finishes the file.
     *
     * @param writer has all layers
     * @param share  of the whole run that this takes about
     */
    void write(final GraphWriter writer, final Path file, final Progress progress, final double share) throws IOException, InvalidInputException {
        progress.begin("explanatory graph: what its patterns are like",
                tasks.stream().mapToLong(task -> 2L * kind.pictures().length + task.maps().scales().length).sum(), share);
        final List<GraphLayer> layers = new ArrayList<>();
        final PatternScores scores = new PatternScores(writer.patterns(), source.hasLandmarks());
        PatternLayer above = null;
        List<String> parts = List.of();
        for (int i = 0; i < tasks.size(); i++) {
            final LayerContent content = writer.layer(i);
            final PatternLayer layer = StoredLayer.of(content, layers.isEmpty() ? null : layers.getLast());
            final Optional<Landmarks> landmarks = source.landmarks(kind, content.mirrored());
            parts = landmarks.map(Landmarks::names).orElse(List.of());
            scores.add(layer, content.layer().first(), finder.shares(layer, tasks.get(i).maps(), above, progress),
                    new ScorePercentiles(layer.inferences()), landmarks.map(known -> instability(layer.layer(), known)), progress);
            patches(writer, i, layer, content.layer().first(), progress);
            layers.add(content.layer());
            above = layer;
        }
        writer.finish(new GraphScores(scores.scores(), parts, scores.parts()), file);
    }

    private PlaceInstability instability(final String layer, final Landmarks landmarks) {
        return new PlaceInstability(landmarks, context.graph().shape(layer), context.fields().vertical(layer), context.fields().horizontal(layer),
                context.graph().input());
    }

    private void patches(final GraphWriter writer, final int number, final PatternLayer layer, final int first, final Progress progress)
            throws IOException, InvalidInputException {
        final Shape input = context.graph().input();
        final AveragePatches patches = new AveragePatches(layer.inferences(), layer.patterns().size(), input.rows(), input.cols());
        final PictureDecoder decoder = new PictureDecoder();
        final List<PictureFile> files = source.files(kind);
        for (int picture = 0; picture < files.size(); picture++) {
            progress.checkCancelled();
            if (patches.takes(picture)) {
                patches.add(picture, context.preparation().fit(decoder.read(files.get(picture).file())).picture());
            }
            progress.advance(1);
        }
        final byte[] all = patches.patches();
        final int length = AveragePatches.SIDE * AveragePatches.SIDE * 3;
        writer.patches(number, AveragePatches.SIDE, pattern -> Optional.of(new AveragePatch(AveragePatches.SIDE, patches.width(),
                Arrays.copyOfRange(all, (pattern - first) * length, (pattern - first + 1) * length))));
    }
}
