package org.filterscope.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.flaws.FlawEvidence;
import org.filterscope.benchmark.flaws.LandusePictures;
import org.filterscope.benchmark.flaws.NamedSearch;
import org.filterscope.benchmark.flaws.ShownPictures;
import org.filterscope.core.finding.Findings;
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
            System.out.printf("land use: %d pictures, layers fire9_concat and concept; best of %d rounds%n", truths.length, ROUNDS);
            double pass = Double.POSITIVE_INFINITY;
            for (int round = 0; round < ROUNDS; round++) {
                pass = Math.min(pass, pass(session, inputs));
            }
            System.out.printf("  bare forward pass   %8.2f ms a picture%n", pass / truths.length);
            measure("sound", session, data.labels(), inputs, truths, pass);
            final int[] exchanged = truths.clone();
            for (int i = 0; i < exchanged.length; i++) {
                exchanged[i] = truths[i] < 2 ? 1 - truths[i] : truths[i];
            }
            measure("two classes exchanged", session, data.labels(), inputs, exchanged, pass);
            new TraceCosts(session, data.labels(), inputs.getFirst(), truths[0]).print(LAYERS);
        }
    }

    private static double pass(final NetworkSession session, final List<float[]> inputs) {
        final int length = inputs.getFirst().length;
        final int size = BatchSize.of(session.graph(), List.of());
        final long start = System.nanoTime();
        for (int first = 0; first < inputs.size(); first += size) {
            final int images = Math.min(size, inputs.size() - first);
            final float[] batch = new float[images * length];
            for (int i = 0; i < images; i++) {
                System.arraycopy(inputs.get(first + i), 0, batch, i * length, length);
            }
            session.predict(new FeatureMaps(images, session.graph().input(), batch));
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static void measure(final String world, final NetworkSession session, final List<String> labels, final List<float[]> inputs,
            final int[] truths, final double pass) throws Exception {
        final FlawEvidence evidence = new ShownPictures(session, labels, LAYERS, inputs, truths).evidence(1);
        double all = 0;
        System.out.println(world);
        for (final NamedSearch named : NamedSearch.all()) {
            double best = Double.POSITIVE_INFINITY;
            int found = 0;
            for (int round = 0; round < ROUNDS; round++) {
                final long start = System.nanoTime();
                final Findings findings = named.search().search(evidence, Progress.NONE);
                best = Math.min(best, (System.nanoTime() - start) / 1e6);
                found = findings.findings().size();
            }
            all += best;
            System.out.printf("  %-19s %8.0f ms, %5.2f of the pass; findings: %d%n", named.name(), best, best / pass, found);
        }
        System.out.printf("  %-19s %8.0f ms, %5.2f of the pass%n", "all", all, all / pass);
    }
}
