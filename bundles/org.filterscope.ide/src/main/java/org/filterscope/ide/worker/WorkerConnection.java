package org.filterscope.ide.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.DiagnosisClient;
import org.filterscope.core.protocol.DiagnosisWorker;
import org.filterscope.core.protocol.ProgressReport;
import org.filterscope.core.protocol.RunId;
import org.filterscope.core.protocol.RunRequest;
import org.filterscope.core.protocol.RunResult;
import org.filterscope.core.protocol.WorkerDescription;
import org.filterscope.ide.Problem;

/** One worker process and the talk with it. When the process ends, every answer still awaited fails with one sentence. */
final class WorkerConnection {
    private static final int PATIENCE_SECONDS = 60;
    private static final int GRACE_SECONDS = 2;

    private final Process process;
    private final WorkerLog log;
    private final Thread logging;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(WorkerConnection::readerThread);
    private final Map<String, Consumer<ProgressReport>> listeners = new ConcurrentHashMap<>();
    private final Set<CompletableFuture<?>> awaited = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<CoreException> ended = new CompletableFuture<>();
    private final DiagnosisWorker worker;
    private final CompletableFuture<WorkerDescription> hello;

    private WorkerConnection(final Process process, final WorkerLog log) {
        this.process = process;
        this.log = log;
        logging = log.drain(process.getErrorStream());
        final DiagnosisClient client = report -> listeners.getOrDefault(report.run(), ignored -> {
        }).accept(report);
        final Launcher<DiagnosisWorker> launcher = new WorkerLauncher().setLocalService(client).setRemoteInterface(DiagnosisWorker.class)
                .setInput(process.getInputStream()).setOutput(process.getOutputStream()).setExecutorService(reader).create();
        launcher.startListening();
        worker = launcher.getRemoteProxy();
        process.onExit().thenAcceptAsync(this::processEnded);
        hello = await(worker.hello());
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(this::checkHello);
    }

    /** Starts a process; its first words are awaited by the first run. */
    static WorkerConnection open(final WorkerStarter starter, final Path logFile) throws CoreException {
        try {
            return new WorkerConnection(starter.prepare().start(), new WorkerLog(logFile));
        } catch (final IOException e) {
            throw Problem.WORKER_NOT_STARTED.exception(NLS.bind(Messages.WorkerConnection_notStarted, e.getMessage()), e);
        }
    }

    boolean isUsable() {
        return process.isAlive() && !ended.isDone();
    }

    CompletableFuture<RunResult> run(final RunRequest request, final Consumer<ProgressReport> listener) {
        listeners.put(request.run(), listener);
        final CompletableFuture<RunResult> answer = await(hello.thenCompose(description -> worker.run(request)));
        return answer.whenComplete((result, failure) -> listeners.remove(request.run()));
    }

    void cancel(final RunId run) {
        if (isUsable()) {
            worker.cancel(run);
        }
    }

    /** Ends the process and all it started, at once. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Asks the process to end, gives it a moment, then kills it. */
    void close(final long graceMilliseconds) {
        if (isUsable()) {
            worker.exit();
        }
        try {
            process.waitFor(graceMilliseconds, TimeUnit.MILLISECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            kill();
        }
    }

    private void checkHello() {
        if (!hello.isDone()) {
            fail(Problem.WORKER_NOT_STARTED.exception(
                    NLS.bind(Messages.WorkerConnection_silent, PATIENCE_SECONDS, log.file()), null));
            kill();
        }
    }

    private void processEnded(final Process dead) {
        // Answers that the worker gave before it ended are still in the pipe: they come first.
        reader.shutdown();
        try {
            reader.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
            logging.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.shutdownNow();
        fail(Problem.WORKER_LOST.exception(NLS.bind(Messages.WorkerConnection_lost, dead.exitValue(), log.file()), null));
    }

    private void fail(final CoreException reason) {
        ended.complete(reason);
        awaited.forEach(answer -> answer.completeExceptionally(ended.join()));
    }

    /**
     * The same answer, except that it fails when the process ends: lsp4j leaves such answers open for ever. Anything but a refusal means
     * that the pipe is broken, so the process is ending or has to.
     */
    private <T> CompletableFuture<T> await(final CompletableFuture<T> answer) {
        final CompletableFuture<T> result = new CompletableFuture<>();
        awaited.add(result);
        answer.whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else if (unwrapped(failure) instanceof final ResponseErrorException refusal) {
                result.completeExceptionally(refusal);
            } else {
                CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS).execute(this::kill);
            }
        });
        result.whenComplete((value, failure) -> awaited.remove(result));
        if (ended.isDone()) {
            result.completeExceptionally(ended.join());
        }
        return result;
    }

    private static Throwable unwrapped(final Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }

    private static Thread readerThread(final Runnable work) {
        final Thread thread = new Thread(work, "Filterscope worker");
        thread.setDaemon(true);
        return thread;
    }
}
