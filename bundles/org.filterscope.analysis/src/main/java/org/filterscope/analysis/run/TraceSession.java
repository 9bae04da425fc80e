package org.filterscope.analysis.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.filterscope.analysis.attribution.HeatMapMethod;
import org.filterscope.analysis.attribution.LayerContribution;
import org.filterscope.analysis.contribution.ClassPlace;
import org.filterscope.analysis.contribution.FilterWords;
import org.filterscope.analysis.contribution.GraphPatterns;
import org.filterscope.analysis.contribution.LayerPatterns;
import org.filterscope.analysis.contribution.LayerTracer;
import org.filterscope.analysis.contribution.MeasuredHeat;
import org.filterscope.analysis.contribution.NamedMethod;
import org.filterscope.analysis.contribution.PartBreakdown;
import org.filterscope.analysis.contribution.PartBreakdown.LabelledFilters;
import org.filterscope.analysis.contribution.ShownPicture;
import org.filterscope.analysis.contribution.SilencedFilters;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.trace.Breakdown;
import org.filterscope.core.trace.ClassBox;
import org.filterscope.core.trace.ContributionTrace;
import org.filterscope.core.trace.HeatTrace;
import org.filterscope.core.trace.LayerTrace;
import org.filterscope.core.trace.TracedClass;
import org.filterscope.core.trace.TracedModel;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.Shape;

/**
 * The network of a configuration, open for questions about single pictures. What was found out about the pictures asked about last is kept, so that
 * the next question about them is answered fast. For one thread; holds native memory until closed.
 */
public final class TraceSession implements AutoCloseable {
    private final TracedNetwork network;
    private final TraceKnowledge knowledge;
    private final RecentPictures pictures;

    private TraceSession(final TracedNetwork network, final TraceKnowledge knowledge) {
        this.network = network;
        this.knowledge = knowledge;
        pictures = new RecentPictures(network);
    }

    /**
     * @param configuration whose report is used where there is one
     * @throws InvalidInputException when model, labels or report cannot be used
     */
    public static TraceSession open(final ExecutorLoader loader, final DiagnosisConfiguration configuration) throws InvalidInputException {
        final TraceKnowledge knowledge = TraceKnowledge.of(configuration);
        return new TraceSession(TracedNetwork.open(loader, configuration), knowledge);
    }

    /**
     * The number of a class among the network's outputs, of outputs with one name the first.
     *
     * @throws InvalidInputException when the network knows no such class
     */
    public int output(final String name) throws InvalidInputException {
        return network.output(name);
    }

    /**
     * Traces a picture, without heat maps.
     *
     * @param output number of the class among the network's outputs, as {@link org.filterscope.core.protocol.TraceRequest} has it
     * @param layers to look into; none for those of the configuration
     * @param quick  whether gradient × activation is enough where contributions are not exact
     * @throws InvalidInputException when the picture cannot be read, or output or layers do not exist
     */
    public ContributionTrace trace(final Path picture, final int output, final List<String> layers, final boolean quick,
            final Progress progress) throws InvalidInputException {
        final List<String> chosen = network.layers(layers);
        final KnownPicture known = pictures.of(picture);
        final ShownPicture shown = known.shown();
        final int label = network.label(output, shown);
        final String name = shown.classes().get(label).name();
        final Optional<GraphPatterns> graph = knowledge.graph(name);
        final Map<String, LayerPatterns> patterns = patterns(known, graph, progress);
        final LayerTracer tracer = new LayerTracer(shown, label, network.fields(), quick);
        final List<LayerTrace> traced = new ArrayList<>();
        Optional<Breakdown> byGraph = Optional.empty();
        Optional<Breakdown> byLabels = Optional.empty();
        for (final String layer : chosen) {
            final int filters = network.graph().shape(layer).channels();
            final List<FilterWords> words = knowledge.words(layer, filters);
            final LayerTracer.Traced one = tracer.trace(layer, words::get, patterns.get(layer), progress);
            traced.add(one.trace());
            final PartBreakdown breakdown = new PartBreakdown(layer, one.positions());
            if (byGraph.isEmpty() && patterns.containsKey(layer)) {
                byGraph = breakdown.of(patterns.get(layer), filters);
            }
            final Optional<LabelledFilters> labels = knowledge.labels(layer, words);
            if (byLabels.isEmpty() && labels.isPresent() && words.stream().map(FilterWords::category).anyMatch(PartBreakdown::tells)) {
                byLabels = breakdown.of(labels.get(), shown.values(layer));
            }
        }
        final Optional<Breakdown> breakdown = byGraph.isPresent() ? byGraph : byLabels;
        final TracedModel model = new TracedModel(network.configuration().model().toString(), network.executor().name(), knowledge.directory(),
                graph.isPresent() ? graph.get().category() : "", knowledge.remark());
        return new ContributionTrace(known.description(), model, shown.classes(), label, rank(shown.classes(), label), traced, breakdown,
                breakdown.isPresent() ? "" : whyNone(graph.isPresent(), name), new ClassPlace(network.graph(), chosen).box(shown, label, progress),
                List.of());
    }

    private static int rank(final List<TracedClass> classes, final int label) {
        return 1 + (int) classes.stream().filter(other -> other.logit() > classes.get(label).logit()).count();
    }

    private static String whyNone(final boolean graph, final String name) {
        return graph ? "Parts and textures are not told apart: the traced layers are not in the explanatory graph."
                : ("Parts and textures are not told apart: that takes an explanatory graph of '%s' ('analyses: [graph]'), or a dissection "
                        + "with masks of objects, parts or textures.").formatted(name);
    }

    private static Map<String, LayerPatterns> patterns(final KnownPicture known, final Optional<GraphPatterns> graph, final Progress progress)
            throws InvalidInputException {
        try {
            return graph.isPresent() ? known.patterns(graph.get(), progress) : Map.of();
        } catch (final IOException e) {
            throw new InvalidInputException("the patterns of %s could not be found: %s".formatted(known.description().path(), e.getMessage()), e);
        }
    }

    /**
     * Makes a method's heat map, puts it to the test and draws it over the picture.
     *
     * @param trace of the picture; its class and layers count
     * @param png   the file
     * @return with a remark instead of a file where the method says nothing of this network
     */
    public HeatTrace draw(final ContributionTrace trace, final NamedMethod method, final Path png, final Progress progress)
            throws InvalidInputException, IOException {
        final KnownPicture known = pictures.of(Path.of(trace.picture().file()));
        final Optional<String> layer = layer(method, trace.layers().stream().map(LayerTrace::layer).toList());
        final HeatMapMethod made = method.method(layer.orElse(""));
        final Optional<String> obstacle = method.isOfLayer() && layer.isEmpty() ? Optional.of(noLayer(method)) : made.obstacle(network.graph());
        if (obstacle.isPresent()) {
            return HeatTrace.none(made.name(), obstacle.get());
        }
        // The map, two more for shuffled weights, and two ways of changing the picture in 50 steps.
        progress.begin("%s of %s".formatted(made.name(), known.description().path()), 3 * made.cost(network.graph()).forward() + 102, 0);
        final MeasuredHeat measured = MeasuredHeat.of(known.shown(), trace.traced(), made, progress);
        HeatPicture.write(png, known.fitted().picture(), measured.heat(), trace.box().map(ClassBox::box));
        return measured.tested(known.shown(), trace.traced(), made, network.executor(), layer.orElse(""), png.getFileName().toString(), progress);
    }

    private Optional<String> layer(final NamedMethod method, final List<String> preferred) {
        return method.isOfLayer() ? new ClassPlace(network.graph(), preferred).layer(method) : Optional.empty();
    }

    private static String noLayer(final NamedMethod method) {
        return "no layer of the network has maps that %s can look at".formatted(method.key());
    }

    /**
     * A method's heat map.
     *
     * @param layer for methods that look at one; empty for a choice of ours
     * @throws InvalidInputException when the method says nothing of this network
     */
    public MeasuredHeat heat(final Path picture, final int output, final NamedMethod method, final String layer, final Progress progress)
            throws InvalidInputException {
        final ShownPicture shown = pictures.of(picture).shown();
        if (!layer.isEmpty()) {
            network.check(layer);
        }
        final Optional<String> chosen = layer.isEmpty() ? layer(method, network.layers(List.of())) : Optional.of(layer);
        if (method.isOfLayer() && chosen.isEmpty()) {
            throw new InvalidInputException("%s: %s".formatted(network.configuration().model(), noLayer(method)));
        }
        final HeatMapMethod made = method.method(chosen.orElse(""));
        final Optional<String> obstacle = made.obstacle(network.graph());
        if (obstacle.isPresent()) {
            throw new InvalidInputException("%s: %s says nothing: %s".formatted(network.configuration().model(), made.name(), obstacle.get()));
        }
        progress.begin(made.name(), made.cost(network.graph()).forward(), 1);
        return MeasuredHeat.of(shown, network.label(output, shown), made, progress);
    }

    /**
     * Numbers at the positions of a layer.
     *
     * @param rows   of the layer's maps
     * @param cols   of the layer's maps
     * @param values {@code [row, col]}
     */
    public record PositionValues(int rows, int cols, float[] values) {
    }

    /**
     * A filter's map, or a pattern's share of it.
     *
     * @param pattern index among the filter's patterns; negative for the whole filter
     */
    public PositionValues activation(final Path picture, final int output, final String layer, final int filter, final int pattern,
            final Progress progress) throws InvalidInputException {
        final KnownPicture known = known(picture, layer, filter);
        final Shape shape = network.graph().shape(layer);
        final FeatureMaps maps = known.shown().values(layer);
        final int start = maps.start(0, filter);
        return new PositionValues(shape.rows(), shape.cols(), pattern < 0
                ? Arrays.copyOfRange(maps.values(), start, start + shape.rows() * shape.cols())
                : pattern(known, output, layer, filter, pattern, progress).map(filter, pattern));
    }

    /**
     * What each position adds to a class's logit: by all filters, one filter, or a pattern's share of it. By integrated gradients where a trace has
     * them at hand, else by gradient × activation, which is exact where the contributions are.
     *
     * @param filter  negative for the whole layer
     * @param pattern index among the filter's patterns; negative for the whole filter
     */
    public PositionValues contribution(final Path picture, final int output, final String layer, final int filter, final int pattern,
            final Progress progress) throws InvalidInputException {
        network.check(layer);
        final KnownPicture known = known(picture, layer, Math.max(0, filter));
        final Shape shape = network.graph().shape(layer);
        final LayerContribution found = known.shown().contributionAtHand(layer, network.label(output, known.shown()), progress);
        final int cells = shape.rows() * shape.cols();
        final double[] values;
        if (filter >= 0 && pattern >= 0) {
            values = pattern(known, output, layer, filter, pattern, progress).contributions(filter, pattern, found.positions());
        } else if (filter >= 0) {
            values = Arrays.copyOfRange(found.positions(), filter * cells, (filter + 1) * cells);
        } else {
            values = new double[cells];
            for (int i = 0; i < found.positions().length; i++) {
                values[i % cells] += found.positions()[i];
            }
        }
        final float[] floats = new float[cells];
        for (int i = 0; i < cells; i++) {
            floats[i] = (float) values[i];
        }
        return new PositionValues(shape.rows(), shape.cols(), floats);
    }

    private KnownPicture known(final Path picture, final String layer, final int filter) throws InvalidInputException {
        if (network.graph().node(layer).isEmpty()) {
            throw new InvalidInputException("%s: the model has no layer '%s'".formatted(network.configuration().model(), layer));
        }
        checkFilter(layer, filter);
        return pictures.of(picture);
    }

    private void checkFilter(final String layer, final int filter) throws InvalidInputException {
        final int filters = network.graph().shape(layer).channels();
        if (filter < 0 || filter >= filters) {
            throw new InvalidInputException("layer '%s' has no filter %d; it has %d, from 0".formatted(layer, filter, filters));
        }
    }

    private LayerPatterns pattern(final KnownPicture known, final int output, final String layer, final int filter, final int pattern,
            final Progress progress) throws InvalidInputException {
        final String name = known.shown().classes().get(network.label(output, known.shown())).name();
        final LayerPatterns found = patterns(known, knowledge.graph(name), progress).get(layer);
        if (found == null || !found.has(filter, pattern)) {
            throw new InvalidInputException("the report has no pattern %d of filter %d of layer '%s' for the class '%s'".formatted(pattern, filter,
                    layer, name));
        }
        return found;
    }

    /**
     * A prediction without some filters.
     *
     * @param before by class
     * @param after  without the filters
     */
    public record Silenced(List<TracedClass> before, List<TracedClass> after) {
    }

    /**
     * @param mean whether the filters are set to their mean over the report's pictures, else to 0
     * @throws InvalidInputException when layer or filters do not exist, or nobody knows their mean
     */
    public Silenced silence(final Path picture, final String layer, final List<Integer> filters, final boolean mean) throws InvalidInputException {
        network.check(layer);
        for (final int filter : filters) {
            checkFilter(layer, filter);
        }
        final ShownPicture shown = pictures.of(picture).shown();
        final float[] values = new float[network.graph().shape(layer).channels()];
        if (mean) {
            final List<FilterRow> rows = knowledge.filters(layer);
            if (rows.size() != values.length) {
                throw new InvalidInputException("the means of layer '%s' are not known: no report has looked into it; silence filters with 0"
                        .formatted(layer));
            }
            rows.forEach(row -> values[row.channel()] = (float) row.mean());
        }
        final Set<Integer> silenced = new HashSet<>(filters);
        return new Silenced(shown.classes(), silenced.isEmpty() ? shown.classes() : new SilencedFilters(shown, layer, values).without(silenced));
    }

    @Override
    public void close() {
        network.close();
    }
}
