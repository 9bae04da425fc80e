package org.filterscope.benchmark.engine;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in its process, with the options that this one has; but others manage their memory as they do anywhere. */
final class Child implements AutoCloseable {
    private final String name;
    private final Process process;
    private final BufferedWriter to;
    private final BufferedReader from;

    Child(final Program program, final Architecture network, final int threads) throws IOException {
        name = program.title();
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(PeerProcess.class.getName(), program.name(), network.name(), Integer.toString(threads)));
        final ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        // Not in the command line: ONNX Runtime 1.29 crashes on Linux when that is longer than four kilobytes.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        if (!program.isFilterscope()) {
            // How we tell the system to manage memory is ours, and costs others time.
            builder.environment().keySet().removeIf(variable -> variable.startsWith("MALLOC_") || variable.equals("GLIBC_TUNABLES"));
        }
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        builder.environment().put("MKL_NUM_THREADS", Integer.toString(threads));
        process = builder.start();
        to = process.outputWriter();
        from = process.inputReader();
    }

    Timing time(final Work work, final int batch, final int repeats) throws IOException {
        if (process.isAlive()) {
            to.write("%s %d %d%n".formatted(work.name(), batch, repeats));
            to.flush();
        }
        for (String line = from.readLine(); line != null; line = from.readLine()) {
            if (line.startsWith(PeerProcess.ANSWER)) {
                return Timing.parse(line).each(batch * repeats);
            }
        }
        throw new IOException("'%s' has ended with exit code %d".formatted(name, process.onExit().join().exitValue()));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
