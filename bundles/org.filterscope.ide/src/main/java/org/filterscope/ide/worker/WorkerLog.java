package org.filterscope.ide.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;

/**
 * Writes what a worker says on its standard error into a file, up to a bound: a worker that talks for ever fills no disk. What the worker
 * before it said stays in a file beside it, for an error may have named that log.
 */
final class WorkerLog {
    private static final long LARGEST = 4L << 20;

    private final Path file;
    private final LineSplitter lines;

    /** @param listener hears each line, too, on the thread that reads; must return quickly */
    WorkerLog(final Path file, final Consumer<String> listener) {
        this.file = file;
        lines = new LineSplitter(listener);
    }

    Path file() {
        return file;
    }

    /** Reads the stream to its end on a thread of its own. Failing to write the log never disturbs the worker. */
    Thread drain(final InputStream stream) {
        final Thread thread = new Thread(() -> copy(stream), "Filterscope worker log");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void copy(final InputStream stream) {
        try (stream) {
            try (OutputStream log = open()) {
                final byte[] bytes = new byte[8192];
                long written = 0;
                for (int count = stream.read(bytes); count >= 0; count = stream.read(bytes)) {
                    lines.add(bytes, count);
                    if (written < LARGEST) {
                        log.write(bytes, 0, count);
                        log.flush();
                        written += count;
                    }
                }
                lines.end();
            } catch (final IOException e) {
                ILog.of(WorkerLog.class).warn("The worker's log cannot be written: " + file, e);
                stream.transferTo(OutputStream.nullOutputStream());
            }
        } catch (final IOException e) {
            ILog.of(WorkerLog.class).warn("The worker's messages cannot be read", e);
        }
    }

    private OutputStream open() throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling("previous-" + file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        return Files.newOutputStream(file);
    }
}
