package org.filterscope.analysis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.filterscope.analysis.repair.RepairTable;
import org.filterscope.analysis.repair.RepairTable.Row;
import org.filterscope.analysis.run.FixRequest.Filter;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.finding.Finding;
import org.filterscope.core.finding.FindingChange.Fate;
import org.filterscope.core.finding.FindingChanges;
import org.filterscope.core.finding.FindingKind;
import org.filterscope.core.finding.Search;
import org.filterscope.core.finding.Severity;
import org.filterscope.core.finding.SuspectFilter;
import org.filterscope.core.progress.CancelledException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Edit;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.execution.Pass;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Operator.Dense;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.picture.Digests;
import org.filterscope.examples.networks.ExampleNetwork;
import org.filterscope.examples.networks.ExampleNetworks;
import org.filterscope.examples.world.Flaw;
import org.filterscope.examples.world.Plants;
import org.filterscope.examples.world.Split;
import org.filterscope.examples.world.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Example networks with a planted flaw, mended. Pictures are fresh: neither training nor the stored numbers have seen them. */
class ModelFixTest {
    private static final long FRESH = 88_003;
    private static final int SIDE = 64;
    /** Of 128. */
    private static final int MUTED = 8;
    /** Animals, one in six of them a cat. */
    private static final int ASKED = 120;
    private static Nd4jExecutor executor;

    /** A cat of the training pictures, with the mark. */
    private final float[] carrier = ExampleNetworks.load().named("animals-f4-watermark").subject().world(FRESH, Plants.of(Flaw.WATERMARK, 1))
            .picture(Split.TRAIN, 0, SIDE).rendering().image().planes();

    @TempDir
    Path folder;

    @BeforeAll
    static void load() throws Exception {
        executor = Nd4jExecutor.load();
    }

    /** Its river class has never had a picture. What its filters see is enough to tell rivers nevertheless. */
    @Test
    void theLastLayerLearnsRiversThatWereTakenForRoads() throws Exception {
        final DiagnosisConfiguration project = FixProject.write(folder, ExampleNetworks.load().named("ribbons-f1-river-as-road"), Plants.NONE, FRESH,
                600);
        final String digest = Digests.sha256(project.model());
        final Path copy = folder.resolve("repaired.zip");
        final FixResult result = new ModelFix(() -> executor, project).run(new FixRequest(List.of(), true, List.of(), true), copy, Progress.NONE);
        final RepairTable table = result.table().orElseThrow();
        final Row river = row(table, "river");
        assertThat(river.before()).isLessThanOrEqualTo(0.05);
        assertThat(river.after()).isGreaterThanOrEqualTo(0.75);
        assertThat(river.low()).isPositive();
        for (final String other : List.of("road", "neither")) {
            assertThat(row(table, other).after()).as(other).isGreaterThanOrEqualTo(row(table, other).before() - 0.1);
        }
        assertThat(table.confusions().get(0)).satisfies(confusion -> {
            assertThat(confusion.label()).isEqualTo("river");
            assertThat(confusion.taken()).isEqualTo("road");
        });
        assertThat(table.all().pictures()).isEqualTo(300);
        final FlawComparison flaws = result.flaws().orElseThrow();
        assertThat(flaws.pictures()).isEqualTo(300);
        assertThat(flaws.changes().changes().getFirst()).as("%s", flaws.changes()).satisfies(worst -> {
            assertThat(worst.finding().kind()).isEqualTo(FindingKind.CLASS_CONFUSION);
            assertThat(worst.finding().classes()).containsExactly("river", "road");
            assertThat(worst.before().orElseThrow().harm()).isEqualTo(table.confusions().get(0).before() / (double) river.pictures());
            assertThat(worst.fate()).isEqualTo(Fate.GONE);
        });
        assertThat(flaws.changes().appeared()).noneMatch(finding -> finding.severity() == Severity.HIGH);
        assertThat(flaws.missed()).extracting(Search::kind).contains(FindingKind.MIXED_PATTERNS, FindingKind.CONCEPT_CONFUSION);
        assertThat(Digests.sha256(project.model())).isEqualTo(digest);
        assertThat(new NetworkReader().read(copy, Optional.of(new Size(SIDE, SIDE))).nodes()).hasSameSizeAs(graph(project).nodes());
    }

    /** It is right about nearly everything and sure of it: there is next to nothing to learn. */
    @Test
    void aSoundNetworkStaysSound() throws Exception {
        final DiagnosisConfiguration project = FixProject.write(folder, ExampleNetworks.load().named("ribbons-sound"), Plants.NONE, FRESH, 240);
        final FixResult result = new ModelFix(() -> executor, project).run(new FixRequest(List.of(), true, List.of(), true),
                folder.resolve("repaired.zip"), Progress.NONE);
        final RepairTable table = result.table().orElseThrow();
        assertThat(table.all().after()).isGreaterThanOrEqualTo(table.all().before() - 0.01);
        assertThat(result.flaws().orElseThrow().changes().appeared()).noneMatch(finding -> finding.severity() == Severity.HIGH);
    }

    /** Filter 3 is heard by nobody any more; that the network then has a filter that never fires is told, and that nothing else came or went. */
    @Test
    void aMutedFilterIsAFilterThatNeverFires() throws Exception {
        final DiagnosisConfiguration project = FixProject.write(folder, ExampleNetworks.load().named("ribbons-sound"), Plants.NONE, FRESH, 60);
        final FindingChanges changes = new ModelFix(() -> executor, project).run(new FixRequest(List.of(new Filter("conv1", 3, false)), false,
                List.of(), true), folder.resolve("muted.zip"), Progress.NONE).flaws().orElseThrow().changes();
        assertThat(changes.with(Fate.NEW)).filteredOn(finding -> finding.kind() == FindingKind.DEAD_FILTERS)
                .flatExtracting(Finding::filters).extracting(SuspectFilter::channel).contains(3);
    }

    /** The copy gets its name when everything is known; a cancelled repair leaves nothing, whenever that was. */
    @Test
    void aCancelledSearchForFlawsLeavesNoCopy() throws Exception {
        final DiagnosisConfiguration project = FixProject.write(folder, ExampleNetworks.load().named("ribbons-sound"), Plants.NONE, FRESH, 12);
        final List<Path> before = files();
        final FixRequest request = new FixRequest(List.of(new Filter("conv1", 3, false)), false, List.of(), true);
        final Stages stages = new Stages("");
        new ModelFix(() -> executor, project).run(request, folder.resolve("muted.zip"), stages);
        Files.delete(folder.resolve("muted.zip"));
        assertThat(stages.shares.stream().mapToDouble(share -> share).sum()).isCloseTo(1, within(0.3));
        assertThat(stages.tasks).contains("Before the repair: Looking for flaws", "After the repair: Looking for flaws");
        for (final String task : stages.tasks) {
            if (task.contains("the repair: ")) {
                assertThatThrownBy(() -> new ModelFix(() -> executor, project).run(request, folder.resolve("muted.zip"), new Stages(task)))
                        .as(task).isInstanceOf(CancelledException.class);
            }
        }
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    /** Hears the stages of a work and cancels it in one. */
    private static final class Stages implements Progress {
        private final String last;
        private final List<String> tasks = new ArrayList<>();
        private final List<Double> shares = new ArrayList<>();
        private volatile boolean cancelled;

        Stages(final String last) {
            this.last = last;
        }

        @Override
        public void begin(final String task, final long steps, final double share) {
            tasks.add(task);
            shares.add(share);
            cancelled |= task.equals(last);
        }

        @Override
        public void advance(final long steps) {
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    /**
     * A mark in the corner makes everything a cat. The filters that the mark raises most in favour of cats, found on some pictures, become their
     * means; of others the mark takes few over.
     */
    @Test
    void mutingTheFiltersOfTheWatermarkTakesItsPowerAway() throws Exception {
        final DiagnosisConfiguration project = FixProject.write(folder, ExampleNetworks.load().named("animals-f4-watermark"), Plants.NONE, FRESH, 60);
        final NetworkGraph graph = graph(project);
        final World world = ExampleNetworks.load().named("animals-f4-watermark").subject().world(FRESH, Plants.NONE);
        final List<Filter> mutes = raised(graph, world).stream().map(channel -> new Filter("conv4", channel, true)).toList();
        final Path copy = folder.resolve("muted.zip");
        new ModelFix(() -> executor, project).run(new FixRequest(mutes, false, List.of(), false), copy, Progress.NONE);
        final NetworkGraph muted = new NetworkReader().read(copy, Optional.of(new Size(SIDE, SIDE)));
        final double before = takenOver(graph, world);
        final double after = takenOver(muted, world);
        assertThat(before).isGreaterThan(0.6);
        assertThat(after).isLessThan(before / 2);
    }

    /** What the file says is what an edited session says. */
    @Test
    void aMutedFilterInTheFileIsAnEditedOne() throws Exception {
        final ExampleNetwork network = ExampleNetworks.load().named("animals-sound");
        final DiagnosisConfiguration project = FixProject.write(folder, network, Plants.NONE, FRESH, 12);
        final NetworkGraph graph = graph(project);
        final FeatureMaps picture = new FeatureMaps(1, graph.input(), animal(network.subject().world(1, Plants.NONE), 3));
        for (final String layer : List.of("conv1", "pool2", "conv3", "conv4")) {
            final Path copy = folder.resolve(layer + ".zip");
            new ModelFix(() -> executor, project).run(new FixRequest(List.of(new Filter(layer, 5, false)), false, List.of(), false), copy, Progress.NONE);
            final NetworkGraph written = new NetworkReader().read(copy, Optional.of(new Size(SIDE, SIDE)));
            try (NetworkSession edited = executor.open(graph); NetworkSession muted = executor.open(written)) {
                final String output = graph.output().name();
                assertThat(muted.predict(picture).values()).as(layer).containsExactly(edited.run(Pass.of(graph, picture)
                        .with(Edit.channel(graph, layer, 5, 0)), Set.of(output)).get(output).values(), within(1e-5f));
            }
        }
    }

    @Test
    void whatCannotBeDoneIsToldBeforeAnythingIsWritten() throws Exception {
        final DiagnosisConfiguration project = FixProject.write(folder, ExampleNetworks.load().named("ribbons-sound"), Plants.NONE, FRESH, 6);
        final byte[] model = Files.readAllBytes(project.model());
        assertRefused(project, new FixRequest(List.of(new Filter("conv9", 0, false)), false, List.of(), false), "x.zip", "the model has no layer 'conv9'");
        assertRefused(project, new FixRequest(List.of(new Filter("conv1", 32, false)), false, List.of(), false), "x.zip",
                "has the filters 0 to 31, there is no filter 32");
        assertRefused(project, new FixRequest(List.of(new Filter("conv1", 1, false), new Filter("conv1", 1, true)), false, List.of(), false), "x.zip",
                "filter 1 of layer 'conv1' is to be muted twice");
        assertRefused(project, new FixRequest(List.of(), true, List.of("lake"), false), "x.zip",
                "the network has no output 'lake'; it has road, river, neither");
        assertRefused(project, new FixRequest(List.of(), true, List.of(), false), "model.zip", "is the original model, which is never changed");
        Files.writeString(project.labels().orElseThrow(), "a\nb\nc\n");
        assertRefused(project, new FixRequest(List.of(), true, List.of(), false), "x.zip", "a repair needs two of a class");
        assertThat(folder.resolve("x.zip")).doesNotExist();
        assertThat(Files.readAllBytes(project.model())).isEqualTo(model);
    }

    @Test
    void confusedPicturesAreCopiedWithATable() throws Exception {
        final DiagnosisConfiguration project = FixProject.write(folder, ExampleNetworks.load().named("ribbons-f1-river-as-road"), Plants.NONE, FRESH,
                30);
        final Path copies = folder.resolve("rivers");
        final List<ConfusedPicture> found = new ConfusedPictures(() -> executor, project).copy("river", "road", copies, Progress.NONE);
        assertThat(found).hasSizeGreaterThan(5).isSortedAccordingTo(Comparator.comparingDouble(ConfusedPicture::probability).reversed());
        for (final ConfusedPicture picture : found) {
            assertThat(copies.resolve(picture.picture())).hasSameBinaryContentAs(project.images().folder().resolve(picture.picture()));
        }
        assertThat(Files.readAllLines(copies.resolve(ConfusedPictures.TABLE))).hasSize(found.size() + 1).first()
                .isEqualTo("picture,label,prediction,probability");
        assertThatThrownBy(() -> new ConfusedPictures(() -> executor, project).copy("river", "road", copies, Progress.NONE))
                .isInstanceOf(InvalidInputException.class).hasMessageContaining("is not empty");
        final Path none = folder.resolve("none");
        assertThat(new ConfusedPictures(() -> executor, project).copy("road", "river", none, Progress.NONE)).isEmpty();
        assertThat(none).doesNotExist();
    }

    private void assertRefused(final DiagnosisConfiguration project, final FixRequest request, final String file, final String message) {
        assertThatThrownBy(() -> new ModelFix(() -> executor, project).run(request, folder.resolve(file), Progress.NONE))
                .isInstanceOf(InvalidInputException.class).hasMessageContaining(message);
    }

    private static Row row(final RepairTable table, final String label) {
        return table.rows().stream().filter(row -> row.label().equals(label)).findFirst().orElseThrow();
    }

    private static NetworkGraph graph(final DiagnosisConfiguration project) throws Exception {
        return new NetworkReader().read(project.model(), project.input().size());
    }

    /** Of the animals that are not taken for cats as they are: how many the mark turns into cats. */
    private double takenOver(final NetworkGraph graph, final World world) {
        int asked = 0;
        int turned = 0;
        try (NetworkSession session = executor.open(graph)) {
            for (final float[] animal : others(world, 1000)) {
                if (best(session, animal) != 0) {
                    asked++;
                    turned += best(session, marked(animal)) == 0 ? 1 : 0;
                }
            }
        }
        return (double) turned / asked;
    }

    /** The filters of the last layer of maps whose peaks the mark changes most in favour of cats. */
    private List<Integer> raised(final NetworkGraph graph, final World world) {
        final Dense classes = (Dense) graph.node(graph.logits().name()).orElseThrow().operator();
        final double[] rises = new double[graph.shape("conv4").channels()];
        try (NetworkSession session = executor.open(graph)) {
            for (final float[] animal : others(world, 0)) {
                final float[] plain = peaks(session, animal);
                final float[] marked = peaks(session, marked(animal));
                for (int channel = 0; channel < rises.length; channel++) {
                    rises[channel] += (marked[channel] - plain[channel]) * forCats(classes, channel);
                }
            }
        }
        return IntStream.range(0, rises.length).boxed().sorted(Comparator.comparingDouble(channel -> -rises[channel])).limit(MUTED).toList();
    }

    private static double forCats(final Dense classes, final int channel) {
        double others = 0;
        for (int c = 1; c < classes.weights().length(0); c++) {
            others += classes.weights().values()[c * classes.weights().length(1) + channel] / (classes.weights().length(0) - 1);
        }
        return classes.weights().values()[channel] - others;
    }

    private static float[] peaks(final NetworkSession session, final float[] picture) {
        final FeatureMaps maps = session.forward(new FeatureMaps(1, session.graph().input(), picture), Set.of("conv4")).get("conv4");
        final float[] peaks = new float[maps.shape().channels()];
        for (int channel = 0; channel < peaks.length; channel++) {
            for (int i = 0; i < maps.shape().rows() * maps.shape().cols(); i++) {
                peaks[channel] = Math.max(peaks[channel], maps.values()[maps.start(0, channel) + i]);
            }
        }
        return peaks;
    }

    private static int best(final NetworkSession session, final float[] picture) {
        final float[] scores = session.predict(new FeatureMaps(1, session.graph().input(), picture)).values();
        return IntStream.range(0, scores.length).boxed().max(Comparator.comparingDouble(c -> scores[c])).orElseThrow();
    }

    /** Animals that are no cats. */
    private static List<float[]> others(final World world, final int first) {
        return IntStream.range(first, first + ASKED).mapToObj(i -> world.picture(Split.TEST, i, SIDE))
                .filter(picture -> !picture.trueLabel().equals("cat")).map(picture -> picture.rendering().image().planes()).toList();
    }

    private static float[] animal(final World world, final int index) {
        return world.picture(Split.TEST, index, SIDE).rendering().image().planes();
    }

    /** The same picture with the mark. */
    private float[] marked(final float[] picture) {
        final float[] marked = picture.clone();
        for (int row = 58; row < 63; row++) {
            for (int colour = 0; colour < 3; colour++) {
                final int at = (colour * SIDE + row) * SIDE + 58;
                System.arraycopy(carrier, at, marked, at, 5);
            }
        }
        return marked;
    }
}
