package org.filterscope.analysis.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.repair.ClassParts;
import org.filterscope.analysis.repair.FilterMute;
import org.filterscope.analysis.repair.LabelledFeatures;
import org.filterscope.analysis.repair.LastLayer;
import org.filterscope.analysis.repair.LastLayerRepair;
import org.filterscope.analysis.repair.RepairTable;
import org.filterscope.analysis.run.FixRequest.Filter;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.InvalidNetworkException;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;
import org.filterscope.engine.write.ModelCopy;
import org.filterscope.engine.write.UnfinishedCopy;

/**
 * Mends a model by weights: filters muted, the last layer fitted anew. The mended model is a copy of the original's file; the original stays as it
 * is. Whatever is learnt from pictures is learnt from one half of each class and judged on the other, where flaws are looked for, too, before and after.
 */
public final class ModelFix {
    private static final int LEARNT = 0;
    private static final int JUDGED = 1;
    /** Of the whole work, where flaws are looked for. */
    private static final double LOOKING_FOR_FLAWS = 0.8;

    private final ExecutorLoader loader;
    private final DiagnosisConfiguration configuration;
    private final ModelCopy copy;

    /** @param configuration names the model, its labels and the pictures */
    public ModelFix(final ExecutorLoader loader, final DiagnosisConfiguration configuration) {
        this.loader = loader;
        this.configuration = configuration;
        copy = new ModelCopy(configuration.model(), configuration.input().size());
    }

    /** A network on its way, and what was done to it. */
    private record Work(NetworkGraph graph, List<String> labels, List<String> done) {
    }

    /**
     * Mends the model and writes the copy.
     *
     * @param file replaced if it exists
     * @throws InvalidInputException when model, pictures or request cannot be used, or the weights cannot be stored in a file like the original
     */
    public FixResult run(final FixRequest request, final Path file, final Progress progress) throws InvalidInputException {
        copy.checkOther(file);
        progress.begin("Reading the model", 0, 0.05);
        final NetworkGraph original = new NetworkReader().read(configuration.model(), configuration.input().size());
        final List<String> labels = Labels.read(configuration.labels(), original.shape(original.output().name()).channels());
        final int[] rows = rows(request, labels);
        if (request.repair()) {
            // Before any picture is shown.
            copy.check(LastLayer.of(original).nudged());
        }
        final List<PictureFile> known = PictureFolder.list(configuration.images(), configuration.output()).pictures().stream()
                .filter(picture -> labels.contains(picture.label())).toList();
        final int[] classes = known.stream().mapToInt(picture -> labels.indexOf(picture.label())).toArray();
        final int[] parts = ClassParts.of(classes, request.learns() ? 2 : 1, configuration.images().seed());
        final int[] learnt = ClassParts.only(parts, LEARNT);
        final int[] judged = request.learns() ? ClassParts.only(parts, JUDGED) : learnt;
        if (request.learns() && judged.length == 0) {
            throw new InvalidInputException(("%s: has %d pictures in folders named like an output of the network (%s); "
                    + "a repair needs two of a class, one to learn from and one to judge by").formatted(configuration.images().folder(), known.size(),
                            some(labels)));
        }
        final InputPreparation preparation = new InputPreparation(configuration.input(), original.input());
        final List<PictureFile> jury = pick(known, judged);
        final Optional<MendedFlaws> flaws = request.flaws() && judged.length > 0
                ? Optional.of(new MendedFlaws(configuration, original, labels, preparation, folder(jury), progress)) : Optional.empty();
        final Executor executor = loader.load();
        final ShownPictures school = new ShownPictures(pick(known, learnt), preparation);
        final Progress repairing = new PartProgress(progress, "", flaws.isPresent() ? 1 - LOOKING_FOR_FLAWS : 1);
        final Work work = new Work(original, labels, new ArrayList<>());
        final Work muted = muted(work, request, executor, school, repairing);
        final Work fitted = request.repair() ? fitted(muted, rows, executor, school, only(classes, learnt), repairing) : muted;
        repairing.begin("Writing the model", 0, 0.05);
        try (UnfinishedCopy unjudged = copy.begin(fitted.graph(), file)) {
            final Optional<RepairTable> table = judged.length == 0 ? Optional.empty() : Optional.of(table(work, unjudged.network(), executor,
                    new ShownPictures(jury, preparation), only(classes, judged), repairing));
            final Optional<FlawComparison> found = flaws.isEmpty() ? Optional.empty() : Optional.of(flaws.get().compare(original, unjudged.network(),
                    executor, scratch(file), new PartProgress(progress, "", LOOKING_FOR_FLAWS)));
            progress.checkCancelled();
            unjudged.publish();
            return new FixResult(file, table, found, fitted.done());
        }
    }

    private static PictureFolder folder(final List<PictureFile> pictures) {
        return new PictureFolder(pictures, pictures.stream().map(PictureFile::label).distinct().sorted().toList());
    }

    /** Beside the copy, where there is room for more than a system's folder for temporary files may have. */
    private static Path scratch(final Path file) {
        return file.resolveSibling(".%s-%d-%d.maps".formatted(file.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
    }

    private static int[] rows(final FixRequest request, final List<String> labels) throws InvalidInputException {
        for (final String name : request.classes()) {
            if (!labels.contains(name)) {
                throw new InvalidInputException("the network has no output '%s'; it has %s".formatted(name, some(labels)));
            }
        }
        return request.classes().isEmpty() ? IntStream.range(0, labels.size()).toArray()
                : request.classes().stream().mapToInt(labels::indexOf).distinct().sorted().toArray();
    }

    private Work muted(final Work work, final FixRequest request, final Executor executor, final ShownPictures pictures, final Progress progress)
            throws InvalidInputException {
        final Set<Filter> distinct = new HashSet<>();
        for (final Filter filter : request.mutes()) {
            // Whether there is such a filter is asked before any picture is shown.
            new FilterMute(filter.layer(), filter.channel(), 0).check(work.graph());
            if (!distinct.add(new Filter(filter.layer(), filter.channel(), false))) {
                throw new InvalidInputException("filter %d of layer '%s' is to be muted twice".formatted(filter.channel(), filter.layer()));
            }
        }
        final double[] means = means(work.graph(), request.mutes(), executor, pictures, progress);
        NetworkGraph graph = work.graph();
        for (int i = 0; i < means.length; i++) {
            final Filter filter = request.mutes().get(i);
            graph = mute(graph, new FilterMute(filter.layer(), filter.channel(), (float) means[i]));
            work.done().add(filter.toMean() ? String.format(Locale.ROOT, "filter %d of %s is %.4g everywhere, its mean over %d pictures",
                    filter.channel(), filter.layer(), means[i], pictures.pictures().size())
                    : "filter %d of %s is 0 everywhere".formatted(filter.channel(), filter.layer()));
        }
        return new Work(graph, work.labels(), work.done());
    }

    /** By the first way that a file like the original can hold. */
    private NetworkGraph mute(final NetworkGraph graph, final FilterMute mute) throws InvalidInputException {
        InvalidNetworkException refused = null;
        for (final NetworkGraph way : mute.ways(graph)) {
            try {
                copy.check(way);
                return way;
            } catch (final InvalidNetworkException e) {
                refused = refused == null ? e : refused;
            }
        }
        throw refused;
    }

    /** Zero for filters that become zero. */
    private static double[] means(final NetworkGraph graph, final List<Filter> filters, final Executor executor, final ShownPictures pictures,
            final Progress progress) throws InvalidInputException {
        final double[] means = new double[filters.size()];
        final Set<String> layers = new LinkedHashSet<>();
        filters.stream().filter(Filter::toMean).forEach(filter -> layers.add(filter.layer()));
        if (!layers.isEmpty()) {
            progress.begin("Averaging filters", pictures.pictures().size(), 0.2);
            try (NetworkSession session = executor.open(graph)) {
                pictures.run(session, layers, (first, maps) -> {
                    for (int i = 0; i < means.length; i++) {
                        if (filters.get(i).toMean()) {
                            means[i] += sum(maps.get(filters.get(i).layer()), filters.get(i).channel());
                        }
                    }
                }, progress);
            }
            for (int i = 0; i < means.length; i++) {
                means[i] /= pictures.pictures().size() * (double) positions(graph, filters.get(i).layer());
            }
        }
        return means;
    }

    private static double sum(final FeatureMaps maps, final int channel) {
        double sum = 0;
        for (int image = 0; image < maps.images(); image++) {
            final int start = maps.start(image, channel);
            for (int i = start; i < start + maps.shape().rows() * maps.shape().cols(); i++) {
                sum += maps.values()[i];
            }
        }
        return sum;
    }

    private static int positions(final NetworkGraph graph, final String layer) {
        return graph.shape(layer).rows() * graph.shape(layer).cols();
    }

    private Work fitted(final Work work, final int[] rows, final Executor executor, final ShownPictures pictures, final int[] classes,
            final Progress progress) throws InvalidInputException {
        final LastLayer layer = LastLayer.of(work.graph());
        progress.begin("Showing pictures to the network", pictures.pictures().size(), 0.3);
        final List<double[]> features = new ArrayList<>();
        try (NetworkSession session = executor.open(work.graph())) {
            pictures.run(session, Set.of(layer.input()), (first, maps) -> {
                final FeatureMaps input = maps.get(layer.input());
                IntStream.range(0, input.images()).forEach(image -> features.add(layer.features(input, image)));
            }, progress);
        }
        progress.begin("Fitting layer %s".formatted(layer.name()), LastLayerRepair.steps(), 0.2);
        final LastLayerRepair repair = LastLayerRepair.of(layer, new LabelledFeatures(features, classes), rows, configuration.images().seed(),
                progress);
        work.done().add(Double.isInfinite(repair.strength())
                ? "layer %s stays as it is: no change of it does better on pictures that were left out".formatted(layer.name())
                : String.format(Locale.ROOT, "layer %s is fitted to %d pictures, strength %s", layer.name(), classes.length, repair.strength()));
        return new Work(repair.network(), work.labels(), work.done());
    }

    private RepairTable table(final Work before, final NetworkGraph after, final Executor executor, final ShownPictures pictures, final int[] classes,
            final Progress progress) throws InvalidInputException {
        return RepairTable.of(before.labels(), classes, answers(before.graph(), executor, pictures, progress),
                answers(after, executor, pictures, progress), configuration.images().seed());
    }

    private static int[] answers(final NetworkGraph graph, final Executor executor, final ShownPictures pictures, final Progress progress)
            throws InvalidInputException {
        progress.begin("Asking the network", pictures.pictures().size(), 0.2);
        try (NetworkSession session = executor.open(graph)) {
            return Answers.of(session, pictures, progress).outputs();
        }
    }

    private static List<PictureFile> pick(final List<PictureFile> pictures, final int[] chosen) {
        return Arrays.stream(chosen).mapToObj(pictures::get).toList();
    }

    private static int[] only(final int[] classes, final int[] chosen) {
        return Arrays.stream(chosen).map(i -> classes[i]).toArray();
    }

    private static String some(final List<String> labels) {
        final int most = 10;
        return String.join(", ", labels.subList(0, Math.min(most, labels.size()))) + (labels.size() > most ? ", …" : "");
    }
}
