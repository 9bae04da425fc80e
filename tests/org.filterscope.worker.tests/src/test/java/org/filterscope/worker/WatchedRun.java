package org.filterscope.worker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A run whose resident size the system was asked for all the time.
 *
 * @param code    that it ended with
 * @param error   what it said on the way
 * @param highest resident size, in bytes
 * @param sizes   in the order of time
 */
record WatchedRun(int code, String error, long highest, List<Size> sizes) {
    private static final int DIGEST_BYTES = 32;
    private static final int MILLISECONDS = 20;

    /**
     * @param pictures that were stored by then; −1 before the first
     * @param bytes    resident
     */
    record Size(int pictures, long bytes) {
    }

    static void assumeThatTheSystemTells() {
        assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "skipped: this system does not tell the resident size of processes");
    }

    /** @param heap megabytes */
    static WatchedRun of(final int heap, final Path configuration, final String... options) throws Exception {
        final List<String> arguments = new ArrayList<>(List.of("run", configuration.toString()));
        arguments.addAll(List.of(options));
        final Path error = Files.createTempFile("watched", ".err");
        final Process process = WorkerProcess.builder(heap, arguments.toArray(String[]::new)).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(error.toFile()).start();
        try {
            final Path stored = configuration.resolveSibling(".report.work/pictures-0/digests");
            final List<Size> sizes = new ArrayList<>();
            long highest = 0;
            do {
                final long now = status(process, "VmRSS:");
                if (now > 0) {
                    sizes.add(new Size(Files.exists(stored) ? (int) (length(stored) / DIGEST_BYTES) : -1, now));
                    highest = Math.max(highest, status(process, "VmHWM:"));
                }
            } while (!process.waitFor(MILLISECONDS, TimeUnit.MILLISECONDS));
            return new WatchedRun(process.exitValue(), Files.readString(error), highest, sizes);
        } finally {
            process.destroyForcibly();
            Files.delete(error);
        }
    }

    private static long length(final Path stored) throws IOException {
        try {
            return Files.size(stored);
        } catch (final NoSuchFileException e) {
            return -DIGEST_BYTES;
        }
    }

    /** 0 when it has ended. */
    private static long status(final Process process, final String name) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream().filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10).findFirst().orElse(0);
        } catch (final IOException e) {
            return 0;
        }
    }
}
