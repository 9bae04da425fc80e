package org.filterscope.benchmark.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.filterscope.engine.graph.NetworkGraph;

/**
 * The engine against its peers: milliseconds a picture, and how many times as much as ONNX Runtime alone and libtorch need, and the program itself for
 * the logits alone: of processor time with one thread, by the clock with all. The programs take turns; each has a process of its own and its best round counts. Arguments: networks; without
 * any VGG-16, ResNet-50, SqueezeNet and MobileNet.
 */
public final class EngineBenchmark {
    private static final int ROUNDS = 5;
    private static final double ROUND_MILLISECONDS = 600;
    private static final double WARM_MILLISECONDS = 3000;
    /** Of what takes longer, the second time counts. */
    private static final double SLOW_MILLISECONDS = 8000;

    private final PrintStream out;
    private boolean wrong;

    private EngineBenchmark(final PrintStream out) {
        this.out = out;
    }

    public static void main(final String[] names) throws IOException {
        final List<Architecture> networks = names.length > 0
                ? Arrays.stream(names).map(name -> Architecture.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'))).toList()
                : List.of(Architecture.VGG_16, Architecture.RESNET_50, Architecture.SQUEEZENET, Architecture.MOBILENET);
        final EngineBenchmark benchmark = new EngineBenchmark(System.out);
        System.out.printf("%-11s %7s %5s %-11s %-18s %12s %12s %8s %10s %10s%n", "network", "threads", "batch", "work", "program", "wall ms/pict",
                "cpu ms/pict", "/ ort", "/ libtorch", "/ forward");
        for (final Architecture network : networks) {
            benchmark.room(network);
            benchmark.measure(network, 1);
            benchmark.measure(network, Runtime.getRuntime().availableProcessors());
        }
        if (benchmark.wrong) {
            System.err.println("the programs do not agree");
            System.exit(1);
        }
    }

    private void room(final Architecture architecture) {
        final NetworkGraph network = architecture.network();
        for (final Taps taps : Taps.values()) {
            final long numbers = taps.size(network);
            out.printf("%s, %s: %d layers, %.1f MB a picture, %.2f ms to write that", architecture.word(), taps.name().toLowerCase(Locale.ROOT),
                    taps.of(network).size(), numbers * Float.BYTES / 1e6, Writing.of(numbers)).println();
        }
    }

    private void measure(final Architecture network, final int threads) throws IOException {
        final Map<Program, Child> children = new EnumMap<>(Program.class);
        try {
            for (final Program program : Program.values()) {
                children.put(program, new Child(program, network, threads));
            }
            for (final int batch : new int[] {1, 16}) {
                Map<Program, Timing> forward = Map.of();
                for (final Work work : Work.values()) {
                    if (batch == 1 || work != Work.ACTIVATIONS && work != Work.TAPS) {
                        // All layers of many pictures are gigabytes, in each of five programs.
                        final Map<Program, Timing> times = times(children, batch, work);
                        forward = work == Work.FORWARD ? times : forward;
                        tell(network, threads, batch, work, times, forward);
                    }
                }
            }
        } finally {
            children.values().forEach(Child::close);
        }
    }

    private static Map<Program, Timing> times(final Map<Program, Child> children, final int batch, final Work work) throws IOException {
        final Map<Program, Timing> best = new EnumMap<>(Program.class);
        final Map<Program, Integer> repeats = new EnumMap<>(Program.class);
        for (final Program program : Program.values()) {
            if (program.does(work)) {
                final Timing warm = warm(children.get(program), work, batch);
                final double milliseconds = warm.wall() * batch;
                best.put(program, warm);
                if (milliseconds < SLOW_MILLISECONDS) {
                    repeats.put(program, (int) Math.max(1, ROUND_MILLISECONDS / milliseconds));
                }
            }
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (final Map.Entry<Program, Integer> each : repeats.entrySet()) {
                best.merge(each.getKey(), children.get(each.getKey()).time(work, batch, each.getValue()), Timing::best);
            }
        }
        return best;
    }

    /** The first times, code and weights are loaded, and Java's methods become machine code. */
    private static Timing warm(final Child child, final Work work, final int batch) throws IOException {
        child.time(work, batch, 1);
        Timing last = child.time(work, batch, 1);
        for (double spent = last.wall() * batch; spent < WARM_MILLISECONDS; spent += last.wall() * batch) {
            last = child.time(work, batch, 1);
        }
        return last;
    }

    private void tell(final Architecture network, final int threads, final int batch, final Work work, final Map<Program, Timing> times,
            final Map<Program, Timing> forward) {
        final Timing first = times.values().iterator().next();
        times.forEach((program, time) -> {
            out.printf("%-11s %7d %5d %-11s %-18s %12.2f %12.2f %8s %10s %10s", network.word(), threads, batch, work.word(), program.title(),
                    time.wall(), time.cpu(), ratio(threads, time, times.get(Program.ORT)),
                    ratio(threads, time, times.get(Program.LIBTORCH)), ratio(threads, time, forward.get(program)));
            final double difference = first.difference(time);
            if (!(difference < work.same())) {
                wrong = true;
                out.printf("  DIFFERS by %.2g", difference);
            }
            out.println();
        });
        out.flush();
    }

    /** Of processor time for one thread, which a busy machine changes least; by the clock for all of them. */
    private static String ratio(final int threads, final Timing time, final Timing peer) {
        if (peer == null) {
            return "";
        }
        return "%.2f".formatted(threads == 1 ? time.cpu() / peer.cpu() : time.wall() / peer.wall());
    }
}
