package org.filterscope.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.filterscope.analysis.batch.BatchSize;
import org.filterscope.analysis.run.Diagnosis;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.configuration.DiagnosisConfiguration;
import org.filterscope.core.configuration.DissectionSettings;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.DirectoryTree;
import org.filterscope.core.report.Report;
import org.filterscope.engine.NetworkReader;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.NetworkSession;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;
import org.filterscope.engine.picture.InputPreparation;
import org.filterscope.engine.picture.PictureBatch;
import org.filterscope.engine.picture.PictureBatches;
import org.filterscope.engine.picture.PictureFolder;

/**
 * What the analyses of filters cost: the time of a diagnosis beside that of the bare forward pass that hands out the same layers, over the same
 * pictures, in the same process. Permutations are told apart: their cost does not grow with the pictures. Arguments: configurations.
 */
public final class ScoresBenchmark {
    private static final int ROUNDS = 3;
    private static final int BRODEN_PICTURES = 60_000;
    private static final double NETDISSECT_MINUTES = 40;
    private static final double SECOND = 1e9;

    private final Executor executor;

    private ScoresBenchmark(final Executor executor) {
        this.executor = executor;
    }

    public static void main(final String[] configurations) throws Exception {
        final ScoresBenchmark benchmark = new ScoresBenchmark(OnnxRuntimeExecutor.load(Runtime.getRuntime().availableProcessors()));
        if (configurations.length > 0) {
            for (final String configuration : configurations) {
                benchmark.measure(Path.of(configuration));
            }
            return;
        }
        final Path folder = Files.createTempDirectory("filterscope-scores");
        try {
            benchmark.measure(SceneProject.write(folder));
        } finally {
            DirectoryTree.delete(folder);
        }
    }

    private void measure(final Path file) throws IOException, InvalidInputException {
        final Path folder = Files.createTempDirectory("filterscope-scores");
        try {
            final DiagnosisConfiguration configuration = new ConfigurationReader().read(file).withOutput(folder.resolve("report"));
            final Map<Part, Cost> best = new EnumMap<>(Part.class);
            final Map<Part, Cost> shuffled = new EnumMap<>(Part.class);
            for (int round = 0; round < ROUNDS; round++) {
                new Diagnosis(() -> executor, "benchmark", 1).run(configuration, false, new StageTimes(shuffled));
                new Diagnosis(() -> executor, "benchmark", 1).run(withoutPermutations(configuration), false, new StageTimes(best));
                final Report report = Report.open(folder.resolve("report"));
                best.merge(Part.BARE, bare(configuration, report.manifest().layers()), Cost::least);
            }
            print(file, Report.open(folder.resolve("report")), best, shuffled.get(Part.SCORES).without(best.get(Part.SCORES)));
        } finally {
            DirectoryTree.delete(folder);
        }
    }

    /** Permutations take so many pictures and no more; what they cost is what a run without them saves. */
    private static DiagnosisConfiguration withoutPermutations(final DiagnosisConfiguration all) {
        final DissectionSettings set = all.dissection();
        return new DiagnosisConfiguration(all.file(), all.model(), all.labels(), all.input(), all.images(), all.layers(), all.analyses(),
                all.filters(), all.concepts(), all.landmarks(), new DissectionSettings(set.mode(), set.upsampling(), set.quantile(), set.detector(),
                0), all.sample(), all.fields(), all.graph(), all.gates(), all.output(), all.lines(), all.text());
    }

    /** Decodes all pictures and runs them through the network; throws away what comes out. */
    private Cost bare(final DiagnosisConfiguration configuration, final List<String> layers) throws InvalidInputException {
        final NetworkGraph graph = new NetworkReader().read(configuration.model(), configuration.input().size());
        final InputPreparation preparation = new InputPreparation(configuration.input(), graph.input());
        final PictureFolder pictures = PictureFolder.list(configuration.images(), configuration.output());
        final Set<String> taps = new TreeSet<>(layers);
        taps.add(graph.output().name());
        try (NetworkSession session = executor.open(graph)) {
            final Cost start = Cost.now();
            try (PictureBatches batches = new PictureBatches(pictures.pictures(), preparation, BatchSize.of(graph, List.copyOf(taps)))) {
                for (Optional<PictureBatch> next = batches.next(); next.isPresent(); next = batches.next()) {
                    session.forward(next.get().input(), taps);
                }
            }
            return Cost.now().since(start);
        }
    }

    private static void print(final Path file, final Report report, final Map<Part, Cost> best, final Cost permutations)
            throws InvalidInputException {
        final int pictures = report.manifest().data().pictures();
        final int filters = report.layers().stream().mapToInt(layer -> layer.channels()).sum();
        System.out.printf("%s: %d pictures, %d layers, %d filters; best of %d rounds%n", file.getFileName(), pictures,
                report.manifest().layers().size(), filters, ROUNDS);
        final Cost bare = best.get(Part.BARE);
        best.forEach((part, cost) -> print(part.text, cost, bare, pictures));
        final Cost all = best.get(Part.PICTURES).and(best.get(Part.SCORES));
        print("pass and scores together", all, bare, pictures);
        print("the same with permutations", all.and(permutations), bare, pictures);
        final int layers = report.manifest().layers().size();
        System.out.printf("  permutations, whatever the number of pictures: %.2f s a layer; processors %.2f s%n",
                permutations.wall() / SECOND / layers, permutations.processors() / SECOND / layers);
        final double seconds = projected(all.wall(), permutations.wall(), pictures);
        System.out.printf("  %d pictures with permutations: %.1f minutes a layer, %.2f of the bare pass; processors %.2f%n", BRODEN_PICTURES,
                seconds / 60 / layers, seconds / projected(bare.wall(), 0, pictures),
                projected(all.processors(), permutations.processors(), pictures) / projected(bare.processors(), 0, pictures));
        System.out.printf("  NetDissect's authors published %.0f minutes for a layer of AlexNet%n", NETDISSECT_MINUTES);
        System.out.printf("  highest resident size of the process: %s%n", ResidentSize.highest());
    }

    /** Seconds for as many pictures as NetDissect's authors had. */
    private static double projected(final long grows, final long stays, final int pictures) {
        return ((double) grows / pictures * BRODEN_PICTURES + stays) / SECOND;
    }

    private static void print(final String text, final Cost cost, final Cost bare, final int pictures) {
        System.out.printf("  %-32s %8.2f ms a picture, %5.2f of the bare pass; processors %8.2f ms, %5.2f%n", text, cost.wall() / 1e6 / pictures,
                (double) cost.wall() / bare.wall(), cost.processors() / 1e6 / pictures, (double) cost.processors() / bare.processors());
    }

    /** What is timed. */
    enum Part {
        BARE("bare forward pass"), PICTURES("pass that stores the maps"), SCORES("scores, without permutations"), OTHER("everything else");

        private final String text;

        Part(final String text) {
            this.text = text;
        }
    }

    /** Adds up how long the stages of a run take; the best run counts. */
    private static final class StageTimes implements Progress {
        private static final Set<String> SCORES = Set.of("Looking at the filters", "Comparing filters with concepts",
                "Comparing filters with landmarks", "Comparing filters with classes");

        private final Map<Part, Cost> best;
        private final Map<Part, Cost> times = new EnumMap<>(Part.class);
        private Part part = Part.OTHER;
        private Cost since = Cost.now();

        StageTimes(final Map<Part, Cost> best) {
            this.best = best;
        }

        @Override
        public void begin(final String task, final long steps, final double share) {
            final Cost now = Cost.now();
            times.merge(part, now.since(since), Cost::and);
            since = now;
            part = task.equals("Showing pictures to the network") ? Part.PICTURES : SCORES.contains(task) ? Part.SCORES : Part.OTHER;
            if (task.equals("Drawing the top pictures")) {
                times.forEach((timed, time) -> best.merge(timed, time, Cost::least));
            }
        }

        @Override
        public void advance(final long steps) {
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
