package org.filterscope.benchmark;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.filterscope.analysis.graph.GraphMaps;
import org.filterscope.analysis.graph.LayerMiner;
import org.filterscope.analysis.graph.MapGrid;
import org.filterscope.analysis.graph.MiningOptions;
import org.filterscope.analysis.graph.PatternCount;
import org.filterscope.analysis.graph.PatternLayer;
import org.filterscope.analysis.graph.ResponseScales;
import org.filterscope.core.progress.Progress;

/**
 * Seconds that mining an explanatory graph takes, by layer and iteration, against the time that its arithmetic needs at least on this machine and
 * against a plain implementation. Argument: {@code squeezenet} (the default: fire9 to fire4, 300 pictures) or {@code vgg16} (the authors' four
 * layers, 500 pictures). One layer is mined a second time, from sparser maps.
 */
public final class GraphBenchmark {
    private static final double INPUT = 224;
    /**
     * Multiplications and additions a response and pattern, as the formulas read: density and its sum 2, share 1, mass 1, shifts along both axes 6,
     * score 2, its squared distance 5.
     */
    private static final int OPERATIONS = 17;
    private static final double ORDINARY = 0.16;
    private static final double SMALL = 0.085;
    private static final int PLAIN_FILTERS = 8;
    private static final int PLAIN_PICTURES = 12;

    private final PrintStream out;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final double operationsPerSecond;

    private GraphBenchmark(final PrintStream out) {
        this.out = out;
        operationsPerSecond = operationsPerSecond();
    }

    /**
     * A layer of square maps.
     *
     * @param width of the parts, a share of the map's side
     */
    private record Layer(String name, int filters, int side, double width) {
        Layer(final String name, final int filters, final int side) {
            this(name, filters, side, ORDINARY);
        }

        MovingParts maps(final int some, final int pictures) {
            return new MovingParts(some, grid(), pictures, width);
        }

        MapGrid grid() {
            final double step = INPUT / side;
            return new MapGrid(side, side, (step - 1) / 2, (step - 1) / 2, step, step);
        }
    }

    public static void main(final String[] arguments) throws Exception {
        final String network = arguments.length == 0 ? "squeezenet" : arguments[0];
        final GraphBenchmark benchmark = new GraphBenchmark(System.out);
        switch (network) {
            case "squeezenet" -> benchmark.run(300, List.of(new Layer("fire9", 512, 13), new Layer("fire8", 512, 27),
                    new Layer("sparse", 512, 27, SMALL), new Layer("fire7", 384, 27),
                    new Layer("fire6", 384, 27), new Layer("fire5", 256, 27), new Layer("fire4", 256, 55)));
            case "vgg16" -> benchmark.run(500, List.of(new Layer("conv5_3", 512, 14), new Layer("conv5_2", 512, 14), new Layer("conv4_3", 512, 28),
                    new Layer("sparse", 512, 28, SMALL),
                    new Layer("conv4_2", 512, 28)));
            default -> throw new IllegalArgumentException("squeezenet or vgg16, not " + network);
        }
    }

    private void run(final int pictures, final List<Layer> layers) throws Exception {
        out.printf("%d pictures, %d threads, %.1f billion multiply-adds a second%n", pictures, threads, operationsPerSecond / 1e9);
        out.printf("%-9s %8s %9s %11s %9s %10s %10s %10s %9s %9s %9s %7s%n", "layer", "patterns", "responses", "reading s", "iter. s", "parents s",
                "total s", "CPU s", "floor s", "× floor", "plain ×", "MB");
        final MiningOptions options = MiningOptions.wide(1);
        final long bytes = Runtime.getRuntime().maxMemory() / 4;
        PatternLayer above = null;
        double whole = 0;
        for (final Layer layer : layers) {
            final MapGrid grid = layer.grid();
            final MovingParts maps = layer.maps(layer.filters(), pictures);
            final int patterns = PatternCount.usual(grid);
            final GraphMaps mined = new GraphMaps(layer.name(), grid, maps, null, ResponseScales.of(maps, Progress.NONE));
            final StageTimes times = new StageTimes();
            final boolean top = above == null;
            final double before = processorSeconds();
            final PatternLayer found = new LayerMiner(options, threads, bytes).mine(mined, patterns, above, times, 1);
            times.end();
            final double processor = processorSeconds() - before;
            final double share = responses(layer);
            final double memory = memory(layer, share, (long) patterns * layer.filters(), top ? 0 : above.patterns().size(), pictures, bytes);
            final double window = top ? 1 : 4 * options.window() * options.window();
            final double floor = share * layer.filters() * grid.cells() * (double) pictures * patterns * window * OPERATIONS / operationsPerSecond;
            final double iteration = times.median("iteration", false);
            out.printf("%-9s %8d %8.0f%% %11.1f %9.2f %10s %10.1f %10.1f %9.2f %9.1f %9.0f %7.0f%n", layer.name(), found.patterns().size(), 100 * share,
                    times.sum("reading"), iteration, top ? "" : "%.2f".formatted(times.median("iteration", true)), times.whole(), processor, floor,
                    iteration / floor, plain(layer, patterns, pictures, options) / iteration, memory);
            whole += times.whole();
            // The sparse maps are beside the network.
            above = layer.width() == ORDINARY ? found : above;
        }
        out.printf("in all %.0f s; memory at most %s%n", whole, ResidentSize.highest());
    }

    /** Of all threads; what other processes take of the machine does not count. */
    private static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /** Share of the positions above zero. */
    private static double responses(final Layer layer) throws Exception {
        final long[] positive = new long[1];
        layer.maps(layer.filters(), 2).forEach((picture, values) -> {
            for (final float value : values) {
                positive[0] += value > 0 ? 1 : 0;
            }
        });
        return positive[0] / (2.0 * layer.filters() * layer.grid().cells());
    }

    /** What is kept while the layer is mined, in MB: docs/methods/explanatory-graph.md. */
    private static double memory(final Layer layer, final double share, final long patterns, final long above, final int pictures, final long bytes) {
        final double responses = Math.min(bytes, 6 * share * layer.filters() * layer.grid().cells() * (double) pictures);
        return (responses + 4.0 * layer.filters() * (pictures + 1) + 16.0 * (patterns + above) * pictures) / 1e6;
    }

    /** Seconds that a plain iteration of all filters and pictures would take, from some of them. */
    private static double plain(final Layer layer, final int patterns, final int pictures, final MiningOptions options) throws Exception {
        final PlainMining plain = new PlainMining(layer.grid(), patterns, options.spread() * layer.grid().extent());
        final MovingParts maps = layer.maps(PLAIN_FILTERS, PLAIN_PICTURES);
        plain.iterate(maps, PLAIN_FILTERS);
        final long start = System.nanoTime();
        if (Double.isNaN(plain.iterate(maps, PLAIN_FILTERS))) {
            throw new IllegalStateException("the plain implementation found nothing");
        }
        return (System.nanoTime() - start) / 1e9 * layer.filters() / PLAIN_FILTERS * pictures / PLAIN_PICTURES;
    }

    /** Of all threads together, on numbers in the nearest cache: the best of some rounds. */
    private double operationsPerSecond() {
        final int length = 1024;
        final int rounds = 200_000;
        double best = 0;
        for (int round = 0; round < 5; round++) {
            final long start = System.nanoTime();
            final double sum = IntStream.range(0, threads).parallel().mapToDouble(thread -> multiplyAdd(length, rounds)).sum();
            best = Double.isNaN(sum) ? best : Math.max(best, 2.0 * threads * length * rounds / ((System.nanoTime() - start) / 1e9));
        }
        return best;
    }

    private static double multiplyAdd(final int length, final int rounds) {
        final double[] sums = new double[length];
        final double[] values = new double[length];
        Arrays.setAll(values, i -> 1.0 / (i + 1));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < length; i++) {
                sums[i] += values[i] * 0.5;
            }
        }
        return sums[length - 1];
    }
}
