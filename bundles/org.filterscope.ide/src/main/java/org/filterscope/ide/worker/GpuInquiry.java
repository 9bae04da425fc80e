package org.filterscope.ide.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.WorkerCommand;
import org.filterscope.ide.settings.ExecutorSetting;

/** Asks a short-lived process of the worker's program whether a GPU can be used; no native library of it is loaded. */
public final class GpuInquiry {
    private static final int HEAP = 64;
    private static final int SECONDS = 30;
    private static final int MOST_BYTES = 1 << 14;

    /**
     * Takes a second or more.
     *
     * @param executor what is to compute
     * @return one sentence for the user, which tells, too, when there was no answer
     */
    public String sentence(final ExecutorSetting executor) {
        try {
            return answer(WorkerRuntime.command(HEAP, 1, InstalledRuntime.find(), true), executor);
        } catch (final CoreException e) {
            return e.getStatus().getMessage();
        } catch (final IOException e) {
            return NLS.bind(Messages.GpuInquiry_failed, e.getMessage());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return NLS.bind(Messages.GpuInquiry_failed, e.getMessage());
        }
    }

    private static String answer(final WorkerCommand command, final ExecutorSetting executor) throws IOException, InterruptedException {
        final Process process = command.build("devices", "--executor", executor.key()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            process.getOutputStream().close();
            // One sentence fits into what the system keeps for whoever reads late.
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return NLS.bind(Messages.GpuInquiry_late, SECONDS);
            }
            final List<String> lines = new String(process.getInputStream().readNBytes(MOST_BYTES), StandardCharsets.UTF_8).lines().toList();
            return lines.isEmpty() ? NLS.bind(Messages.GpuInquiry_failed, process.exitValue()) : lines.getFirst();
        } finally {
            process.destroyForcibly();
        }
    }
}
