package org.filterscope.analysis.heat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.filterscope.analysis.attribution.HeatMap;
import org.filterscope.analysis.attribution.MapLikeness;
import org.filterscope.analysis.attribution.PixelRemoval;
import org.filterscope.analysis.attribution.Replacement;
import org.filterscope.analysis.heat.Change.Kind;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;

/**
 * Measures heat map methods, all on the same pictures and the same class of each. Some pictures are also put to the tests that take many passes:
 * pixels taken away and brought in, and networks that have forgotten something. What is kept does not grow with the pictures.
 */
public final class HeatBenchmark {
    /** Standard deviation of the blur that pixels are brought into, as a share of the picture's shorter side. */
    private static final double BLUR = 10.0 / 224;
    private static final double NANOSECONDS = 1e9;
    /** Of inputs and maps that are kept for the tests: 64 MB. */
    private static final long MOST_NUMBERS = 16L << 20;
    /** Of the progress: the rest is for what comes before. */
    private static final double WHOLE = 0.9;
    /** Of {@link PixelRemoval}, both ways. */
    private static final int REMOVALS = 102;

    private final Executor executor;
    private final NetworkSession session;
    private final NetworkGraph graph;
    private final BenchmarkPictures pictures;
    private final ChangedNetworks networks;
    private final List<Change> changes;
    /** Those asked for, then the two that know nothing. */
    private final List<PlacedMethod> methods;
    private final int asked;
    private final List<MethodTally> tallies;
    private final CentreBoxes boxes = new CentreBoxes();
    private final Mean area = new Mean();
    private int masked;

    /**
     * @param executor opens the changed networks
     * @param session  of the network
     * @param methods  none has an obstacle
     * @param networks without what was learned
     * @param seed     of the noise
     */
    public HeatBenchmark(final Executor executor, final NetworkSession session, final List<PlacedMethod> methods, final BenchmarkPictures pictures,
            final ChangedNetworks networks, final long seed) {
        this.executor = executor;
        this.session = session;
        graph = session.graph();
        this.pictures = pictures;
        this.networks = networks;
        changes = networks.changes();
        this.methods = new ArrayList<>(methods);
        asked = methods.size();
        this.methods.add(new PlacedMethod(new CentreMap(), ""));
        this.methods.add(new PlacedMethod(new RandomMap(seed), ""));
        tallies = IntStream.range(0, this.methods.size()).mapToObj(i -> new MethodTally(i < asked ? changes.size() : 0)).toList();
    }

    /** A picture with the maps that were made of it. */
    private record Explained(AskedPicture picture, List<HeatMap> heats) {
    }

    /**
     * @param tested how many pictures are put to the tests that take many passes, spread evenly; 0 for none
     * @throws InvalidInputException when a picture or a mask cannot be read, or the network gives numbers that are none
     */
    public BenchmarkResult run(final int tested, final Progress progress) throws IOException, InvalidInputException {
        final int all = pictures.paths().size();
        final int[] hard = spread(all, Math.min(all, tested));
        final int[] easy = IntStream.range(0, all).filter(picture -> Arrays.binarySearch(hard, picture) < 0).toArray();
        final long map = methods.stream().mapToLong(method -> method.method().cost(graph).forward()).sum();
        final long quick = easy.length * map;
        final long slow = hard.length * (map * (1 + changes.size()) + (long) REMOVALS * methods.size());
        final double share = WHOLE * quick / Math.max(1, quick + slow);
        progress.begin("Making heat maps", quick, share);
        for (final int picture : easy) {
            explain(ask(picture), progress);
        }
        progress.begin("Testing heat maps", slow, WHOLE - share);
        final int size = Math.clamp(MOST_NUMBERS / (graph.input().size() + (long) asked * graph.input().rows() * graph.input().cols()), 1,
                Integer.MAX_VALUE);
        for (int first = 0; first < hard.length; first += size) {
            test(Arrays.copyOfRange(hard, first, Math.min(hard.length, first + size)), progress);
        }
        return result(all, hard.length);
    }

    /** Indices that lie evenly among all, rising. */
    private static int[] spread(final int all, final int chosen) {
        return IntStream.range(0, chosen).map(i -> (int) ((2L * i + 1) * all / (2L * chosen))).toArray();
    }

    private AskedPicture ask(final int picture) throws IOException, InvalidInputException {
        final float[] values = new float[Math.toIntExact(graph.input().size())];
        pictures.inputs().write(picture, values, 0);
        final FeatureMaps input = new FeatureMaps(1, graph.input(), values);
        final String name = graph.logits().name();
        final float[] logits = session.forward(input, Set.of(name)).get(name).values();
        int best = 0;
        for (int i = 0; i < logits.length; i++) {
            if (!Float.isFinite(logits[i])) {
                throw new InvalidInputException("the network says %s of class %d on %s; the model's weights or the input's settings are broken"
                        .formatted(logits[i], i, pictures.paths().get(picture)));
            }
            best = logits[i] > logits[best] ? i : best;
        }
        final int truth = pictures.truths()[picture];
        return new AskedPicture(input, truth < 0 ? best : truth, truth == best, pictures.objects().of(picture, truth));
    }

    private Explained explain(final AskedPicture picture, final Progress progress) {
        picture.place().ifPresent(place -> {
            masked++;
            area.add(place.area());
        });
        boxes.add(picture);
        final List<HeatMap> heats = new ArrayList<>();
        for (int i = 0; i < methods.size(); i++) {
            progress.checkCancelled();
            final long begun = System.nanoTime();
            final HeatMap heat = methods.get(i).method().explain(session, picture.input(), picture.label(), progress);
            tallies.get(i).add(picture, heat, (System.nanoTime() - begun) / NANOSECONDS);
            heats.add(heat);
        }
        return new Explained(picture, heats);
    }

    private void test(final int[] chosen, final Progress progress) throws IOException, InvalidInputException {
        final List<Explained> kept = new ArrayList<>();
        for (final int number : chosen) {
            final Explained explained = explain(ask(number), progress);
            remove(explained, progress);
            kept.add(new Explained(explained.picture(), List.copyOf(explained.heats().subList(0, asked))));
        }
        for (int i = 0; i < changes.size(); i++) {
            progress.checkCancelled();
            try (NetworkSession changed = executor.open(networks.of(changes.get(i), progress))) {
                for (final Explained explained : kept) {
                    compare(changed, i, explained, progress);
                }
            }
        }
    }

    private void remove(final Explained explained, final Progress progress) {
        final PixelRemoval removal = new PixelRemoval();
        final AskedPicture picture = explained.picture();
        for (int i = 0; i < methods.size(); i++) {
            final HeatMap heat = explained.heats().get(i);
            tallies.get(i).addAreas(
                    removal.deletion(session, picture.input(), picture.label(), heat, Replacement.meanColour(), progress).area(),
                    removal.insertion(session, picture.input(), picture.label(), heat, Replacement.blurred(BLUR), progress).area());
        }
    }

    private void compare(final NetworkSession changed, final int change, final Explained explained, final Progress progress) {
        final AskedPicture picture = explained.picture();
        for (int i = 0; i < asked; i++) {
            progress.checkCancelled();
            final HeatMap heat = methods.get(i).method().explain(changed, picture.input(), picture.label(), progress);
            tallies.get(i).addChange(change, new MapLikeness(explained.heats().get(i)).to(heat));
            if (changes.get(change).kind() == Kind.FORGOTTEN) {
                tallies.get(i).addForgotten(changes.get(change).seed(), picture, heat);
            }
        }
    }

    private BenchmarkResult result(final int all, final int tested) {
        final List<MethodScore> scores = IntStream.range(0, methods.size()).mapToObj(i -> tallies.get(i).score(methods.get(i))).toList();
        final CentreBoxes.CentreBox box = boxes.best();
        return new BenchmarkResult(scores.subList(0, asked), scores.get(asked).withBox(box.found(), box.located()), scores.get(asked + 1),
                box.share(), area.value(), changes, networks.half(), all, masked, tested);
    }
}
