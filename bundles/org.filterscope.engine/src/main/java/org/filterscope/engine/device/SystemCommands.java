package org.filterscope.engine.device;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The programs that this machine has. */
final class SystemCommands implements Commands {
    private static final int MOST_BYTES = 1 << 20;

    private final Duration limit;

    SystemCommands(final Duration limit) {
        this.limit = limit;
    }

    @Override
    public Answer ask(final List<String> command) {
        try {
            // A file takes what is said: nobody has to read along while the clock runs.
            final Path said = Files.createTempFile("filterscope", ".txt");
            try {
                return run(command, said);
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (final IOException e) {
            return new Answer(Ending.ABSENT, List.of());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(Ending.LATE, List.of());
        }
    }

    private Answer run(final List<String> command, final Path said) throws IOException, InterruptedException {
        final Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Answer(Ending.LATE, List.of());
            }
            try (InputStream in = Files.newInputStream(said)) {
                final String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
                return new Answer(process.exitValue() == 0 ? Ending.ANSWERED : Ending.FAILED,
                        text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
