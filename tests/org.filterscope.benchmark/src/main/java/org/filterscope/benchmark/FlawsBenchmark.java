package org.filterscope.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.flaws.FlawEvidence;
import org.filterscope.benchmark.flaws.LandusePictures;
import org.filterscope.benchmark.flaws.NamedSearch;
import org.filterscope.benchmark.flaws.ShownPictures;
import org.filterscope.core.progress.Progress;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;

/**
 * What each search for flaws costs beside one bare forward pass over the same pictures, in the same process: the land-use network with its own
 * classes, and with the names of two classes exchanged, so that there is something to be found. Maps and pictures are in memory. Then what a trace and
 * each heat map cost beside one forward pass of one picture. Argument: pictures of a class (30).
 */
public final class FlawsBenchmark {
    private static final int ROUNDS = 3;
    /** The upper one has nothing but affine layers above it. */
    private static final List<String> LAYERS = List.of("fire9_concat", "concept");

    private FlawsBenchmark() {
    }

    public static void main(final String[] arguments) throws Exception {
        final Path folder = Path.of(System.getProperty("filterscope.data", "../shared/data"));
        if (!Files.isDirectory(folder.resolve("landuse-ucm"))) {
            System.out.printf("skipped: the pictures of land use are not here (%s)%n", folder.resolve("landuse-ucm"));
            return;
        }
        final int each = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        final LandusePictures data = new LandusePictures(folder);
        final List<float[]> inputs = new ArrayList<>();
        for (final String label : data.labels()) {
            inputs.addAll(data.of(label, 0, each));
        }
        final int[] truths = new int[inputs.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = i / each;
        }
        try (NetworkSession session = OnnxRuntimeExecutor.load(Runtime.getRuntime().availableProcessors()).open(data.graph())) {
            System.out.printf("land use: %d pictures, layers fire9_concat and concept; least of up to %d rounds%n", truths.length, ROUNDS);
            // The first pass is slower than all others.
            pass(session, inputs);
            final Cost pass = Cost.least(ROUNDS, () -> pass(session, inputs));
            System.out.printf("  bare forward pass   %s%n", pass.beside(pass));
            measure("sound", session, data.labels(), inputs, truths, pass);
            final int[] exchanged = truths.clone();
            for (int i = 0; i < exchanged.length; i++) {
                exchanged[i] = truths[i] < 2 ? 1 - truths[i] : truths[i];
            }
            measure("two classes exchanged", session, data.labels(), inputs, exchanged, pass);
            new TraceCosts(session, data.labels(), inputs.getFirst(), truths[0]).print(LAYERS);
        }
    }

    private static void pass(final NetworkSession session, final List<float[]> inputs) {
        final int length = inputs.getFirst().length;
        final int size = BatchSize.of(session.graph(), List.of());
        for (int first = 0; first < inputs.size(); first += size) {
            final int images = Math.min(size, inputs.size() - first);
            final float[] batch = new float[images * length];
            for (int i = 0; i < images; i++) {
                System.arraycopy(inputs.get(first + i), 0, batch, i * length, length);
            }
            session.predict(new FeatureMaps(images, session.graph().input(), batch));
        }
    }

    private static void measure(final String world, final NetworkSession session, final List<String> labels, final List<float[]> inputs,
            final int[] truths, final Cost pass) throws Exception {
        final FlawEvidence evidence = new ShownPictures(session, labels, LAYERS, inputs, truths).evidence(1);
        System.out.println(world);
        Cost all = Cost.NONE;
        for (final NamedSearch named : NamedSearch.all()) {
            final AtomicInteger found = new AtomicInteger();
            final Cost cost = Cost.least(ROUNDS, () -> found.set(named.search().search(evidence, Progress.NONE).findings().size()));
            all = all.and(cost);
            System.out.printf("  %-19s %s; findings: %d%n", named.name(), cost.beside(pass), found.get());
        }
        System.out.printf("  %-19s %s%n", "all", all.beside(pass));
    }
}
