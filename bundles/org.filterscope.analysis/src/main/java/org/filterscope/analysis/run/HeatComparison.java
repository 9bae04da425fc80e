package org.filterscope.analysis.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.attribution.HeatMapMethod;
import org.filterscope.analysis.classes.PictureClasses;
import org.filterscope.analysis.contribution.ClassPlace;
import org.filterscope.analysis.contribution.NamedMethod;
import org.filterscope.analysis.heat.BenchmarkPictures;
import org.filterscope.analysis.heat.BenchmarkResult;
import org.filterscope.analysis.heat.ChangedNetworks;
import org.filterscope.analysis.heat.ChangedNetworks.School;
import org.filterscope.analysis.heat.HeatBenchmark;
import org.filterscope.analysis.heat.ObjectMasks;
import org.filterscope.analysis.heat.PlacedMethod;
import org.filterscope.analysis.repair.LabelledFeatures;
import org.filterscope.analysis.repair.LastLayer;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.ExecutorLoader;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.picture.PictureFile;
import org.filterscope.engine.picture.PictureFolder;

/** Measures heat map methods on the pictures of a configuration. */
public final class HeatComparison {
    /** That the last layer learns anew from. */
    private static final int MOST_LEARNT = 1000;
    /** Pictures × features × classes, of each of some hundred steps of the fit. */
    private static final long MOST_PRODUCTS = 64L << 20;

    private final ExecutorLoader loader;
    private final DiagnosisConfiguration configuration;
    private final HeatChoice choice;

    public HeatComparison(final ExecutorLoader loader, final DiagnosisConfiguration configuration, final HeatChoice choice) {
        this.loader = loader;
        this.configuration = configuration;
        this.choice = choice;
    }

    /** @throws InvalidInputException when model, pictures or masks cannot be used, there is no such class or layer, or no method says anything */
    public ComparedHeat run(final Progress progress) throws InvalidInputException {
        progress.begin("Reading the model", 0, 0.05);
        final List<String> remarks = new ArrayList<>();
        try (TracedNetwork network = TracedNetwork.open(loader, configuration)) {
            final List<PlacedMethod> methods = methods(network, remarks);
            final PictureFolder folder = PictureFolder.list(configuration.images(), configuration.output());
            final List<PictureFile> drawn = draw(folder);
            final ObjectMasks objects = new HeatMasks(configuration, network).of(drawn, remarks);
            final Optional<School> school = choice.tested() == 0 ? Optional.empty() : school(network, folder.pictures(), remarks, progress);
            final BenchmarkPictures pictures = new BenchmarkPictures(drawn.stream().map(PictureFile::path).toList(),
                    new PreparedPictures(drawn, network.preparation()), truths(network, drawn), objects);
            final BenchmarkResult result = new HeatBenchmark(network.executor(), network.session(), methods, pictures,
                    new ChangedNetworks(network.graph(), school, choice.seed()), choice.seed()).run(choice.tested(), progress);
            if (result.masked() == 0 && IntStream.of(pictures.truths()).anyMatch(objects::knows)) {
                remarks.add("No picture shows the object of its class: nothing is said of pointing, energy and boxes.");
            }
            return new ComparedHeat(result, remarks, network.executor().name());
        } catch (final IOException e) {
            throw new InvalidInputException(e.getMessage(), e);
        }
    }

    private List<PlacedMethod> methods(final TracedNetwork network, final List<String> remarks) throws InvalidInputException {
        if (!choice.layer().isEmpty()) {
            network.check(choice.layer());
        }
        final ClassPlace place = new ClassPlace(network.graph(), network.layers(List.of()));
        final List<PlacedMethod> methods = new ArrayList<>();
        for (final NamedMethod named : choice.methods()) {
            final Optional<String> layer = !named.isOfLayer() ? Optional.of("")
                    : choice.layer().isEmpty() ? place.layer(named) : Optional.of(choice.layer());
            final HeatMapMethod method = named.method(layer.orElse(""));
            final Optional<String> obstacle = layer.isEmpty() ? Optional.of("no layer of the network has maps that it can look at")
                    : method.obstacle(network.graph());
            if (obstacle.isPresent()) {
                remarks.add("No %s: %s.".formatted(method.name(), obstacle.get()));
            } else {
                methods.add(new PlacedMethod(method, layer.get()));
            }
        }
        if (methods.isEmpty()) {
            throw new InvalidInputException("%s: no heat map can be made; %s".formatted(configuration.model(), String.join(" ", remarks)));
        }
        return methods;
    }

    private List<PictureFile> draw(final PictureFolder folder) throws InvalidInputException {
        for (final String name : choice.classes()) {
            if (!folder.classes().contains(name)) {
                throw new InvalidInputException("%s: has no pictures of a class '%s'; it has %s".formatted(configuration.images().folder(), name,
                        folder.classes().isEmpty() ? "no classes" : String.join(", ", folder.classes())));
            }
        }
        final List<PictureFile> asked = folder.pictures().stream()
                .filter(picture -> choice.classes().isEmpty() || choice.classes().contains(picture.label())).toList();
        final List<String> names = asked.stream().map(PictureFile::label).distinct().sorted().toList();
        return pick(asked, new PictureClasses(names, asked.stream().mapToInt(picture -> names.indexOf(picture.label())).toArray())
                .draw(choice.pictures(), choice.seed()));
    }

    private static List<PictureFile> pick(final List<PictureFile> pictures, final int[] chosen) {
        return Arrays.stream(chosen).mapToObj(pictures::get).toList();
    }

    private static int[] truths(final TracedNetwork network, final List<PictureFile> pictures) {
        return pictures.stream().mapToInt(picture -> network.labels().indexOf(picture.label())).toArray();
    }

    /** What the last layer can learn anew from; empty, with a remark, where it cannot. */
    private Optional<School> school(final TracedNetwork network, final List<PictureFile> all, final List<String> remarks, final Progress progress)
            throws InvalidInputException {
        final LastLayer layer;
        try {
            layer = LastLayer.of(network.graph());
        } catch (final InvalidInputException e) {
            remarks.add("No labels are permuted: %s.".formatted(e.getMessage()));
            return Optional.empty();
        }
        final int most = (int) Math.min(MOST_LEARNT, MOST_PRODUCTS / ((long) layer.features() * layer.classes()));
        final List<PictureFile> drawn = pick(all, new PictureClasses(network.labels(), truths(network, all)).draw(most, choice.seed()));
        final int[] labels = truths(network, drawn);
        if (Arrays.stream(labels).distinct().count() < 2) {
            remarks.add(most < 2 ? "No labels are permuted: layer '%s' has %d × %d weights, too many to learn anew.".formatted(layer.name(),
                    layer.classes(), layer.features())
                    : "No labels are permuted: that takes pictures in folders named like two outputs of the network.");
            return Optional.empty();
        }
        progress.begin("Showing pictures to the network", drawn.size(), 0.05);
        final List<double[]> features = new ArrayList<>();
        new ShownPictures(drawn, network.preparation()).run(network.session(), Set.of(layer.input()), (first, maps) -> {
            final FeatureMaps input = maps.get(layer.input());
            IntStream.range(0, input.images()).forEach(image -> features.add(layer.features(input, image)));
        }, progress);
        return Optional.of(new School(layer, new LabelledFeatures(features, labels)));
    }
}
