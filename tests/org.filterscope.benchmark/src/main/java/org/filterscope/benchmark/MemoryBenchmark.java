package org.filterscope.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.filterscope.analysis.batch.DividedExecutor;
import org.filterscope.analysis.run.Diagnosis;
import org.filterscope.benchmark.engine.Architecture;
import org.filterscope.core.InvalidInputException;
import org.filterscope.core.configuration.ConfigurationReader;
import org.filterscope.core.progress.Progress;
import org.filterscope.core.report.DirectoryTree;
import org.filterscope.engine.execution.MemoryLimit;
import org.filterscope.engine.onnx.write.OnnxWriter;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;
import org.filterscope.examples.dataset.DataSet;
import org.filterscope.examples.dataset.DataSetPlan;
import org.filterscope.examples.scenes.SceneWorld;
import org.filterscope.examples.world.Plants;

/**
 * What memory a diagnosis holds while ten thousand pictures (or as many as the argument says) go through SqueezeNet and three of its layers are
 * stored, and what it said before. The pictures are a few drawn ones, again and again under other names.
 */
public final class MemoryBenchmark {
    private static final int PICTURES = 10_000;
    private static final int DRAWN = 50;
    private static final int LINES = 20;
    private static final int SIZE = 224;

    private MemoryBenchmark() {
    }

    public static void main(final String[] arguments) throws Exception {
        final int pictures = arguments.length == 0 ? PICTURES : Integer.parseInt(arguments[0]);
        final Path folder = Files.createTempDirectory("filterscope-memory");
        try {
            final Path configuration = write(folder, pictures);
            new Diagnosis(() -> new DividedExecutor(OnnxRuntimeExecutor.load(Runtime.getRuntime().availableProcessors()), MemoryLimit.ofMachine()),
                    "benchmark", 1).run(new ConfigurationReader().read(configuration), false, new Curve(Math.max(1, pictures / LINES)));
            System.out.printf("highest resident size: %s%n", ResidentSize.highest());
        } finally {
            DirectoryTree.delete(folder);
        }
    }

    private static Path write(final Path folder, final int pictures) throws IOException, InvalidInputException {
        new OnnxWriter("benchmark").write(Architecture.SQUEEZENET.network(), folder.resolve("squeezenet.onnx"));
        DataSet.write(folder.resolve("data"), new SceneWorld(1, SceneWorld.Labelling.SCENE, Plants.NONE), new DataSetPlan(SIZE, 0, DRAWN, 0, false),
                Progress.NONE);
        final Path repeated = Files.createDirectory(folder.resolve("pictures"));
        try (Stream<Path> files = Files.walk(folder.resolve("data/test/pictures"))) {
            final List<Path> drawn = files.filter(Files::isRegularFile).sorted().toList();
            for (int i = 0; i < pictures; i++) {
                Files.copy(drawn.get(i % drawn.size()), repeated.resolve("%06d.png".formatted(i)));
            }
        }
        return Files.writeString(folder.resolve("memory.filterscope"), """
                model: squeezenet.onnx
                input: { scale: 0.00784313725490196, mean: 1 }
                images: { folder: pictures }
                layers: [fire5, fire8, fire9]
                analyses: [filters]
                output: report
                """);
    }

    /** Prints a line from time to time. */
    private static final class Curve implements Progress {
        private final int every;
        private long done;
        private long next;

        Curve(final int every) {
            this.every = every;
        }

        @Override
        public void begin(final String task, final long steps, final double share) {
            System.out.printf("%s: %s%n", task, ResidentSize.now());
            done = 0;
            next = every;
        }

        @Override
        public void advance(final long steps) {
            done += steps;
            if (done >= next) {
                System.out.printf("  %6d: %s%n", done, ResidentSize.now());
                next += every;
            }
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }
}
