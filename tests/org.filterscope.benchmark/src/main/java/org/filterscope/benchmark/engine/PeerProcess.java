package org.filterscope.benchmark.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import org.filterscope.engine.execution.FeatureMaps;
import org.filterscope.engine.graph.NetworkGraph;

import com.sun.management.OperatingSystemMXBean;

/**
 * One program with one network in a process of its own, so that threads and libraries of others do not disturb it. Waits for lines
 * {@code WORK BATCH REPEATS} and answers each with {@code = WALL CPU VALUES…}: nanoseconds of the clock and of the process for all repeats, then
 * some of the result's values.
 */
public final class PeerProcess {
    static final String ANSWER = "= ";
    static final int VALUES = 16;
    private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Peer peer;
    private final NetworkGraph network;
    private final Map<Integer, FeatureMaps> batches = new HashMap<>();

    private PeerProcess(final Peer peer, final NetworkGraph network) {
        this.peer = peer;
        this.network = network;
    }

    /** @param arguments program, network, threads */
    public static void main(final String[] arguments) throws Exception {
        final NetworkGraph network = Architecture.valueOf(arguments[1]).network();
        final BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Peer peer = Program.valueOf(arguments[0]).open(network, Integer.parseInt(arguments[2]))) {
            new PeerProcess(peer, network).serve(in, System.out);
        }
    }

    private void serve(final BufferedReader in, final PrintStream out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            final String[] words = line.split(" ");
            out.println(answer(Work.valueOf(words[0]), batches.computeIfAbsent(Integer.parseInt(words[1]), this::pictures),
                    Integer.parseInt(words[2])));
            out.flush();
        }
    }

    private String answer(final Work work, final FeatureMaps pictures, final int repeats) {
        final long cpu = SYSTEM.getProcessCpuTime();
        final long start = System.nanoTime();
        float[] result = {};
        for (int i = 0; i < repeats; i++) {
            result = work.done(peer, pictures);
        }
        final StringBuilder answer = new StringBuilder(ANSWER).append(System.nanoTime() - start).append(' ')
                .append(SYSTEM.getProcessCpuTime() - cpu);
        for (int i = 0; i < VALUES; i++) {
            answer.append(' ').append(result[i * (result.length / VALUES)]);
        }
        return answer.toString();
    }

    private FeatureMaps pictures(final int count) {
        final SplittableRandom random = new SplittableRandom(2);
        final float[] values = new float[count * (int) network.input().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return new FeatureMaps(count, network.input(), values);
    }
}
