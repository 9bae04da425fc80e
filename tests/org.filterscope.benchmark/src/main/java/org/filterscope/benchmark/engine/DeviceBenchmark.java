package org.filterscope.benchmark.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.filterscope.core.InvalidInputException;
import org.filterscope.engine.device.CudaBackend;
import org.filterscope.engine.device.CudaCheck;
import org.filterscope.engine.device.CudaFinding;
import org.filterscope.engine.device.CudaFinding.Unusable;
import org.filterscope.engine.device.CudaFinding.Usable;
import org.filterscope.engine.device.Host;
import org.filterscope.engine.execution.Executor;
import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;
import org.filterscope.engine.graph.Shape;
import org.filterscope.engine.nd4j.Nd4jExecutor;
import org.filterscope.engine.onnxruntime.OnnxRuntimeExecutor;

/**
 * A GPU against the CPU of the same machine: how far values and gradients differ, and how many times as fast it is. Where there is no GPU that can
 * be used it says why and does nothing. Arguments: {@code onnxruntime} or {@code nd4j}, what computes on the GPU, or {@code none}, which compares
 * ND4J with ONNX Runtime on the CPU, so that the comparison itself can be tried anywhere; then networks, without any SqueezeNet, ResNet-50, VGG-16 and
 * MobileNet. The CPU is ONNX Runtime's, the faster one.
 */
public final class DeviceBenchmark {
    /**
     * Root of the mean squared difference, of the root of the mean square: float32 sums in another order, twenty layers and more; the GPU's products are
     * not rounded further (no TF32).
     */
    private static final double SAME_VALUES = 1e-4;
    /**
     * The same for gradients, where rounding turns a few rectifiers on or off, and all that comes through them. One of them can change the largest
     * gradient of a picture by percents (measured between two executors on a CPU: 1.6 %), so the mean is what can be held to a bound.
     */
    private static final double SAME_GRADIENTS = 1e-2;
    private static final int ROUNDS = 7;
    private static final String ONNX_RUNTIME = "onnxruntime";
    private static final String ND4J = "nd4j";
    private static final String NONE = "none";

    private DeviceBenchmark() {
    }

    public static void main(final String[] words) throws IOException {
        final String with = words.length == 0 ? ONNX_RUNTIME : words[0].toLowerCase(Locale.ROOT);
        if (!List.of(ONNX_RUNTIME, ND4J, NONE).contains(with)) {
            System.err.println("one of onnxruntime, nd4j and none, not: " + words[0]);
            System.exit(2);
        }
        final List<Architecture> networks = words.length > 1
                ? Stream.of(words).skip(1).map(name -> Architecture.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'))).toList()
                : List.of(Architecture.SQUEEZENET, Architecture.RESNET_50, Architecture.VGG_16, Architecture.MOBILENET);
        try {
            final Optional<Executor> other = other(with);
            if (other.isPresent() && !agree(networks, OnnxRuntimeExecutor.load(Runtime.getRuntime().availableProcessors()), other.get())) {
                System.err.println("the devices do not agree");
                System.exit(1);
            }
        } catch (final InvalidInputException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static Optional<Executor> other(final String with) throws InvalidInputException, IOException {
        if (with.equals(NONE)) {
            return Optional.of(Nd4jExecutor.load());
        }
        final CudaBackend backend = with.equals(ND4J) ? CudaBackend.ND4J : CudaBackend.ONNX_RUNTIME;
        final Optional<Path> folder = Optional.ofNullable(System.getProperty("filterscope.cuda")).map(Path::of)
                .filter(OnnxRuntimeExecutor::hasCuda);
        final CudaFinding found = new CudaCheck(Host.present()).check(backend,
                backend == CudaBackend.ND4J ? Nd4jExecutor.hasCuda() : folder.isPresent());
        return switch (found) {
            case final Unusable unusable -> {
                System.out.println("skipped: " + unusable.sentence());
                yield Optional.empty();
            }
            case final Usable usable -> {
                System.out.println(usable.gpu().text());
                yield Optional.of(backend == CudaBackend.ND4J ? Nd4jExecutor.loadCuda(usable)
                        : OnnxRuntimeExecutor.loadCuda(Runtime.getRuntime().availableProcessors(), folder.orElseThrow(), usable));
            }
        };
    }

    private static boolean agree(final List<Architecture> networks, final Executor cpu, final Executor other) {
        System.out.printf("%-11s %5s %-9s %12s %12s %8s  %s%n", "network", "batch", "work", "cpu ms/pict", "other", "faster",
                "difference");
        boolean same = true;
        for (final Architecture architecture : networks) {
            final NetworkGraph network = architecture.network();
            try (Peer first = new FilterscopePeer(cpu, network); Peer second = new FilterscopePeer(other, network)) {
                for (final int batch : new int[] {1, 16}) {
                    for (final Work work : Work.values()) {
                        same &= compare(architecture.word(), pictures(network, batch), work, first, second);
                    }
                }
            }
        }
        return same;
    }

    private static boolean compare(final String name, final FeatureMaps pictures, final Work work, final Peer cpu, final Peer other) {
        // The first time code and weights are loaded, too.
        final double difference = difference(work.done(cpu, pictures), work.done(other, pictures));
        double fastest = Double.POSITIVE_INFINITY;
        double otherFastest = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            fastest = Math.min(fastest, milliseconds(cpu, work, pictures));
            otherFastest = Math.min(otherFastest, milliseconds(other, work, pictures));
        }
        final boolean same = difference < (work == Work.GRADIENT ? SAME_GRADIENTS : SAME_VALUES);
        System.out.printf("%-11s %5d %-9s %12.2f %12.2f %8.2f  %.1e%s%n", name, pictures.images(), work.word(), fastest, otherFastest,
                fastest / otherFastest, difference, same ? "" : " DIFFERS");
        return same;
    }

    private static double milliseconds(final Peer peer, final Work work, final FeatureMaps pictures) {
        final long begun = System.nanoTime();
        work.done(peer, pictures);
        return (System.nanoTime() - begun) / 1e6 / pictures.images();
    }

    private static double difference(final float[] expected, final float[] found) {
        double apart = 0;
        double size = 0;
        for (int i = 0; i < expected.length; i++) {
            apart += Math.pow((double) expected[i] - found[i], 2);
            size += (double) expected[i] * expected[i];
        }
        return Math.sqrt(apart / size);
    }

    private static FeatureMaps pictures(final NetworkGraph network, final int batch) {
        final Shape shape = network.input();
        final float[] values = new float[Math.toIntExact(batch * shape.size())];
        final Random random = new Random(batch);
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return new FeatureMaps(batch, shape, values);
    }
}
