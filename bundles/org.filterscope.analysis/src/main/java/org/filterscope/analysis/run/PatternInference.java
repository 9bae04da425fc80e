package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.graph.GraphMaps;
import org.filterscope.analysis.graph.Inferences;
import org.filterscope.analysis.graph.MapSplit;
import org.filterscope.analysis.graph.Orientations;
import org.filterscope.analysis.graph.Pattern;
import org.filterscope.analysis.graph.PatternFinder;
import org.filterscope.analysis.graph.PatternLayer;
import org.filterscope.analysis.graph.ScorePercentiles;
import org.filterscope.analysis.graph.StoredLayer;
import org.filterscope.analysis.maps.LayerMaps;
import org.filterscope.analysis.maps.MapStore;
import org.filterscope.analysis.maps.SelectedMaps;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.PictureSettings;
import org.filterscope.core.configuration.PictureSettings.ClassSource;
import org.filterscope.core.graph.GraphFile;
import org.filterscope.core.graph.GraphLayer;
import org.filterscope.core.graph.GraphPicture;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.DirectoryTree;
import org.filterscope.core.report.Report;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;

/** Finds the patterns of a report's explanatory graph on pictures that it was not mined from. */
public final class PatternInference {
    private final ExecutorLoader loader;
    private final DiagnosisConfiguration configuration;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final long bytes = Runtime.getRuntime().maxMemory() / 4;

    /** @param configuration whose report has graphs */
    public PatternInference(final ExecutorLoader loader, final DiagnosisConfiguration configuration) {
        this.loader = loader;
        this.configuration = configuration;
    }

    /**
     * @param category of the graph: a class; null where the report has one graph only
     * @param folder   of the pictures
     * @throws InvalidInputException when report, model or pictures cannot be used or do not fit each other
     */
    public void run(final String category, final Path folder, final PatternReceiver receiver, final Progress progress)
            throws InvalidInputException {
        final Report report = Report.open(configuration.output());
        try (GraphFile graph = GraphFile.open(new GraphChoice(report).of(category))) {
            progress.begin("Reading the model", 0, 0.05);
            new ReportFit(configuration, report).check();
            final NetworkGraph network = new NetworkReader().read(configuration.model(), configuration.input().size());
            final PictureFolder pictures = PictureFolder.list(new PictureSettings(folder, ClassSource.NONE, 0, 0), configuration.output());
            final Path scratch = Files.createTempDirectory("filterscope-patterns");
            try (NetworkSession session = loader.load().open(network)) {
                find(graph, network, session, pictures.pictures(), scratch,
                        Boolean.parseBoolean(report.manifest().settings().get("graph.mirrored")), receiver, progress);
            } finally {
                DirectoryTree.delete(scratch);
            }
        } catch (final IOException e) {
            if (e.getCause() instanceof final InvalidInputException cause) {
                throw cause;
            }
            throw new InvalidInputException("the patterns of %s could not be found: %s".formatted(configuration.output(), e.getMessage()), e);
        }
    }

    private void find(final GraphFile graph, final NetworkGraph network, final NetworkSession session, final List<PictureFile> pictures,
            final Path scratch, final boolean turning, final PatternReceiver receiver, final Progress progress)
            throws IOException, InvalidInputException {
        final List<String> layers = graph.heading().layers().stream().map(GraphLayer::name).toList();
        // Which way an object faces is told by comparing pictures; then those of the mining are needed, too.
        final List<PictureFile> shown = new ArrayList<>(turning ? mined(graph) : List.of());
        final int first = shown.size();
        shown.addAll(pictures);
        final int[] chosen = IntStream.range(first, shown.size()).toArray();
        progress.begin("Showing pictures to the network", turning ? 2L * shown.size() : shown.size(), 0.5);
        try (MapStore direct = show(network, session, layers, shown, scratch.resolve("direct"), false, progress);
                MapStore mirrored = turning ? show(network, session, layers, shown, scratch.resolve("mirrored"), true, progress) : null) {
            final boolean[] turned = turning ? turned(graph, direct, mirrored, progress) : new boolean[shown.size()];
            PatternLayer above = null;
            Inferences found = null;
            for (int i = 0; i < layers.size(); i++) {
                final PatternLayer layer = layer(graph, i);
                final GraphMaps maps = new GraphMaps(layer.layer(), layer.grid(), new SelectedMaps(direct.layer(layer.layer()), chosen),
                        mirrored == null ? null : new SelectedMaps(mirrored.layer(layer.layer()), chosen), layer.scales());
                progress.begin("Looking for patterns of layer %s".formatted(layer.layer()), pictures.size() + layer.filters(),
                        0.4 / layers.size());
                final PatternFinder finder = new PatternFinder(threads, bytes);
                final Inferences foundAbove = found;
                found = above == null ? finder.find(layer, maps, Arrays.copyOfRange(turned, first, turned.length), progress)
                        : finder.find(layer, maps, above, found, progress);
                tell(layer, found, pictures, graph.heading().inputCols(), receiver, progress);
                for (int filter = 0; filter < layer.filters(); filter++) {
                    if (receiver.wantsShares(layer.layer(), filter)) {
                        split(filter, maps, new MapSplit(layer, above, foundAbove, pictures.size()), found.mirrored(), pictures, receiver, progress);
                    }
                }
                above = layer;
            }
        }
    }

    private static PatternLayer layer(final GraphFile graph, final int number) throws IOException {
        return StoredLayer.of(graph.layer(number), number == 0 ? null : graph.heading().layers().get(number - 1));
    }

    private List<PictureFile> mined(final GraphFile graph) throws InvalidInputException {
        return new MinedPictures(configuration).of(graph);
    }

    /** By picture, those of the mining first; faced as they were in the mining. */
    private static boolean[] turned(final GraphFile graph, final MapStore direct, final MapStore mirrored, final Progress progress)
            throws IOException {
        progress.begin("Looking which way objects face", 0, 0.05);
        final List<GraphMaps> layers = new ArrayList<>();
        for (int i = 0; i < graph.heading().layers().size(); i++) {
            final PatternLayer layer = layer(graph, i);
            layers.add(new GraphMaps(layer.layer(), layer.grid(), direct.layer(layer.layer()), mirrored.layer(layer.layer()), layer.scales()));
        }
        final boolean[] turned = Orientations.of(layers, progress);
        final List<GraphPicture> mined = graph.heading().pictures();
        final long same = IntStream.range(0, mined.size()).filter(picture -> turned[picture] == mined.get(picture).mirrored()).count();
        if (2 * same < mined.size()) {
            for (int picture = 0; picture < turned.length; picture++) {
                turned[picture] = !turned[picture];
            }
        }
        return turned;
    }

    private MapStore show(final NetworkGraph network, final NetworkSession session, final List<String> layers, final List<PictureFile> pictures,
            final Path directory, final boolean mirrored, final Progress progress) throws IOException, InvalidInputException {
        final int batch = BatchSize.of(network, layers);
        final MapStore store = new MapStore(directory, network, layers, batch, pictures.size());
        try {
            new PicturePass(session, layers, new InputPreparation(configuration.input(), network.input()), batch, mirrored).run(pictures, store,
                    progress);
            return store;
        } catch (final IOException | InvalidInputException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static void split(final int filter, final GraphMaps maps, final MapSplit split, final boolean[] mirrored, final List<PictureFile> pictures,
            final PatternReceiver receiver, final Progress progress) throws IOException {
        final int cells = maps.grid().cells();
        for (int picture = 0; picture < mirrored.length; picture++) {
            progress.checkCancelled();
            final LayerMaps taken = mirrored[picture] ? maps.mirrored() : maps.direct();
            final float[][] shares = split.of(filter, picture, Arrays.copyOfRange(taken.of(picture).values(), filter * cells, (filter + 1) * cells));
            if (mirrored[picture]) {
                for (final float[] share : shares) {
                    turn(share, maps.grid().cols());
                }
            }
            receiver.shares(pictures.get(picture).path(), shares);
        }
    }

    private static void turn(final float[] map, final int cols) {
        for (int start = 0; start < map.length; start += cols) {
            for (int left = start, right = start + cols - 1; left < right; left++, right--) {
                final float value = map[left];
                map[left] = map[right];
                map[right] = value;
            }
        }
    }

    private static void tell(final PatternLayer layer, final Inferences found, final List<PictureFile> pictures, final int width,
            final PatternReceiver receiver, final Progress progress) throws IOException {
        final ScorePercentiles percentiles = new ScorePercentiles(layer.inferences());
        for (int v = 0; v < layer.patterns().size(); v++) {
            progress.checkCancelled();
            final Pattern pattern = layer.patterns().get(v);
            for (int picture = 0; picture < pictures.size(); picture++) {
                final int at = found.at(v, picture);
                final double col = found.cols()[at];
                receiver.found(new FoundPattern(pictures.get(picture).path(), layer.layer(), pattern.filter(), pattern.index(), found.rows()[at],
                        found.mirrored()[picture] ? width - 1 - col : col, found.scores()[at], percentiles.of(v, found.scores()[at]),
                        found.activations()[at], percentiles.isThere(found, v, picture)));
            }
        }
    }
}
