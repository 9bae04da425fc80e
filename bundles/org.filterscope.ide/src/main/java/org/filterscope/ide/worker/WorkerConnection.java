package org.filterscope.ide.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.protocol.DiagnosisClient;
import org.filterscope.core.protocol.DiagnosisWorker;
import org.filterscope.core.protocol.ExitCode;
import org.filterscope.core.protocol.Preview;
import org.filterscope.core.protocol.ProgressReport;
import org.filterscope.core.protocol.RunId;
import org.filterscope.core.protocol.WorkerDescription;
import org.filterscope.ide.Problem;
import org.filterscope.ide.debug.DebugTopic;

/** One worker process and the talk with it. When the process ends, every answer still awaited fails with one sentence. */
final class WorkerConnection {
    private static final int PATIENCE_SECONDS = 60;
    private static final int GRACE_SECONDS = 2;
    private static final int DYING_MILLISECONDS = 1500;
    /** What the system says of a process that was killed, by whomever. */
    private static final int KILLED = 137;

    private final Process process;
    private final WorkerLog log;
    private final Patience patience;
    private final AtomicLong reports = new AtomicLong();
    private final Thread logging;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(WorkerConnection::readerThread);
    private final Map<String, RunListener> listeners = new ConcurrentHashMap<>();
    private final Set<String> cancelled = new HashSet<>();
    private final Set<CompletableFuture<?>> awaited = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<CoreException> ended = new CompletableFuture<>();
    private final DiagnosisWorker worker;
    private final CompletableFuture<WorkerDescription> hello;
    private volatile boolean broken;
    private volatile boolean killed;
    private boolean retired;

    private WorkerConnection(final Process process, final WorkerLog log, final Patience patience) {
        this.process = process;
        this.log = log;
        this.patience = patience;
        logging = log.drain(process.getErrorStream());
        final Launcher<DiagnosisWorker> launcher = new WorkerLauncher().setLocalService(new Client()).setRemoteInterface(DiagnosisWorker.class)
                .setInput(process.getInputStream()).setOutput(process.getOutputStream()).setExecutorService(reader).create();
        launcher.startListening();
        // Comes after listening, for the reader has one thread.
        reader.execute(this::listeningEnded);
        worker = launcher.getRemoteProxy();
        process.onExit().thenAcceptAsync(this::processEnded);
        hello = await(worker.hello());
        hello.whenComplete((description, failure) -> {
            tell(() -> failure == null ? "hello: " + description : "no hello: " + failure);
            if (failure != null) {
                kill();
            }
        });
        watch(new WorkerPulse(patience, worker::hello, () -> process.info().totalCpuDuration()));
        CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS).execute(this::checkHello);
    }

    /**
     * Starts a process; its first words are awaited by the first run.
     *
     * @param messages hears each line of its standard error
     */
    static WorkerConnection open(final WorkerStarter starter, final WorkerResources resources, final Path logFile, final Consumer<String> messages,
            final Patience patience) throws CoreException {
        try {
            final ProcessBuilder command = starter.prepare(resources);
            DebugTopic.WORKER.tell(() -> "starting with %s: %s".formatted(resources, String.join(" ", command.command())));
            return new WorkerConnection(command.start(), new WorkerLog(logFile, messages), patience);
        } catch (final IOException e) {
            throw Problem.WORKER_NOT_STARTED.exception(NLS.bind(Messages.WorkerConnection_notStarted, e.getMessage()), e);
        }
    }

    boolean isIdle() {
        return listeners.isEmpty();
    }

    boolean isUsable() {
        return process.isAlive() && !broken && !ended.isDone() && !hello.isCompletedExceptionally();
    }

    /** @param request is sent to the worker when it has said hello */
    <T> CompletableFuture<T> run(final RunId run, final Function<DiagnosisWorker, CompletableFuture<T>> request,
            final RunListener listener) {
        listeners.put(run.run(), listener);
        final CompletableFuture<T> answer = await(hello.thenCompose(description -> send(run, request)));
        return answer.whenComplete((result, failure) -> {
            tell(() -> "answers %s: %s".formatted(run.run(), failure == null ? result : failure));
            forget(run);
        });
    }

    /** A run that the worker does not know yet is never sent to it. */
    synchronized void cancel(final RunId run) {
        if (!isUsable() || !listeners.containsKey(run.run())) {
            return;
        }
        cancelled.add(run.run());
        tell(() -> "is asked to cancel " + run.run());
        if (hello.isDone()) {
            worker.cancel(run);
        }
    }

    /** Ends the process and all it started, at once. Should the system not let it end, the answers awaited fail nevertheless. */
    void kill() {
        tell(() -> "is killed");
        broken = true;
        killed = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        CompletableFuture.delayedExecutor(DYING_MILLISECONDS, TimeUnit.MILLISECONDS).execute(this::abandon);
    }

    /** Asks the process to end, gives it a moment, then kills it. */
    void close(final long graceMilliseconds) {
        if (isUsable()) {
            tell(() -> "is asked to exit");
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

    private synchronized <T> CompletableFuture<T> send(final RunId run, final Function<DiagnosisWorker, CompletableFuture<T>> request) {
        tell(() -> "is asked for " + run.run());
        return cancelled.contains(run.run())
                ? CompletableFuture.failedFuture(
                        new ResponseErrorException(new ResponseError(ExitCode.CANCELLED.value(), "cancelled before it began", null)))
                : request.apply(worker);
    }

    private synchronized void forget(final RunId run) {
        listeners.remove(run.run());
        cancelled.remove(run.run());
        closeRetired();
    }

    /** Ends the process as soon as it has no run any more. The caller gives it none after this. */
    synchronized void retire() {
        retired = true;
        closeRetired();
    }

    private void closeRetired() {
        if (retired && listeners.isEmpty()) {
            CompletableFuture.runAsync(() -> close(TimeUnit.SECONDS.toMillis(GRACE_SECONDS)));
        }
    }

    private void checkHello() {
        if (!hello.isDone()) {
            fail(Problem.WORKER_NOT_STARTED.exception(
                    NLS.bind(Messages.WorkerConnection_silent, PATIENCE_SECONDS, log.file()), null));
            kill();
        }
    }

    private void listeningEnded() {
        if (process.isAlive()) {
            breakOff("The worker's output ended", null);
        }
    }

    /** The process is ending, or has to: in a moment, so that it can end by itself and tell why. */
    private void breakOff(final String what, final Throwable cause) {
        broken = true;
        CompletableFuture.delayedExecutor(GRACE_SECONDS, TimeUnit.SECONDS).execute(() -> {
            if (process.isAlive()) {
                ILog.of(WorkerConnection.class).warn(what + "; it is stopped", cause);
                kill();
            } else if (cause != null) {
                ILog.of(WorkerConnection.class).warn(what, cause);
            }
        });
    }

    private void abandon() {
        if (process.isAlive()) {
            fail(Problem.WORKER_LOST.exception(NLS.bind(Messages.WorkerConnection_undying, process.pid(), log.file()), null));
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
        final int code = dead.exitValue();
        tell(() -> "ended with exit code " + code);
        final boolean starved = code == ExitCode.OUT_OF_MEMORY.value() || code == KILLED && !killed;
        fail(starved ? Problem.OUT_OF_MEMORY.exception(NLS.bind(Messages.WorkerConnection_starved, code, log.file()), null)
                : Problem.WORKER_LOST.exception(NLS.bind(Messages.WorkerConnection_lost, code, log.file()), null));
    }

    /** Looks at the process from time to time until it ends. */
    private void watch(final WorkerPulse pulse) {
        CompletableFuture.delayedExecutor(patience.look().toMillis(), TimeUnit.MILLISECONDS).execute(() -> {
            if (ended.isDone() || !process.isAlive()) {
                return;
            }
            // Before it has said hello it is given its own time.
            final WorkerPulse.Verdict verdict = pulse.look(hello.isDone() && !awaited.isEmpty(), reports.get());
            switch (verdict) {
                case WELL -> watch(pulse);
                case SILENT -> stop(Messages.WorkerConnection_stuck, patience.silentLooks());
                case IDLE -> stop(Messages.WorkerConnection_idle, patience.idleLooks());
            }
        });
    }

    private void stop(final String words, final int looks) {
        fail(Problem.WORKER_STUCK.exception(NLS.bind(words, patience.look().multipliedBy(looks).toSeconds(), log.file()), null));
        kill();
    }

    private void fail(final CoreException reason) {
        ended.complete(reason);
        awaited.forEach(answer -> answer.completeExceptionally(ended.join()));
    }

    /**
     * The same answer, except that it fails when the process ends: lsp4j leaves such answers open for ever. Anything else but a refusal
     * means that the pipe is broken.
     */
    private <T> CompletableFuture<T> await(final CompletableFuture<T> answer) {
        final CompletableFuture<T> result = new CompletableFuture<>();
        awaited.add(result);
        answer.whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
                return;
            }
            final Throwable reason = unwrapped(failure);
            if (reason instanceof ResponseErrorException || reason instanceof CoreException) {
                result.completeExceptionally(reason);
            } else {
                breakOff("The conversation with the worker broke", reason);
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

    /** What the worker tells by itself, to those whose run it is. */
    private final class Client implements DiagnosisClient {

        @Override
        public void progress(final ProgressReport report) {
            reports.incrementAndGet();
            tell(report::toString);
            of(report.run()).progress(report);
        }

        @Override
        public void preview(final Preview preview) {
            tell(preview::toString);
            of(preview.run()).preview(Path.of(preview.report()));
        }

        private RunListener of(final String run) {
            return listeners.getOrDefault(run, ignored -> {
            });
        }
    }

    /** The beginning of a line: answers may be pictures. */
    private void tell(final Supplier<String> line) {
        DebugTopic.WORKER.tell(() -> "worker %d %.500s".formatted(process.pid(), line.get()));
    }

    private static Thread readerThread(final Runnable work) {
        final Thread thread = new Thread(work, "Filterscope worker");
        thread.setDaemon(true);
        return thread;
    }
}
