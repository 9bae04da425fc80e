package org.filterscope.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.filterscope.core.protocol.RunRequest;
import org.filterscope.core.protocol.RunResult;
import org.filterscope.ide.Problem;
import org.filterscope.ide.worker.Worker;
import org.filterscope.ide.worker.WorkerRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class WorkerTest {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path folder;

    @Test
    void aWorkerThatEndsFailsItsRunWithOneSentenceAndKeepsWhatItSaid() throws Exception {
        try (Worker worker = worker(JAVA.toString(), "-version")) {
            final CoreException failure = failure(run(worker));
            assertEquals(Problem.WORKER_LOST.code(), failure.getStatus().getCode());
            assertEquals("The Filterscope worker ended unexpectedly (exit code 0). Nothing was changed, and what it had computed is kept: run again to go on. Log: "
                    + worker.log(), failure.getMessage());
            assertTrue(Files.readString(worker.log()).contains("version"));
        }
    }

    @Test
    void aKilledWorkerFailsItsRunAndTheNextRunGetsAnother() throws Exception {
        try (Worker worker = worker("sleep", "100")) {
            final WorkerRun<RunResult> first = run(worker);
            first.kill();
            assertTrue(failure(first).getMessage().contains("exit code 137"));
            final WorkerRun<RunResult> second = run(worker);
            assertThrows(TimeoutException.class, () -> second.answer().get(200, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void aWorkerThatCannotBeStartedIsToldAtOnce() {
        try (Worker worker = worker(folder.resolve("nothing").toString())) {
            final CoreException failure = assertThrows(CoreException.class, () -> run(worker));
            assertEquals(Problem.WORKER_NOT_STARTED.code(), failure.getStatus().getCode());
        }
    }

    @Test
    void aWorkerThatRefusesToSayHelloIsReplaced() throws Exception {
        final AtomicInteger processes = new AtomicInteger();
        try (Worker worker = new Worker(resources -> {
            processes.incrementAndGet();
            return ScriptedWorker.process("rude");
        }, folder.resolve("worker.log"))) {
            for (int runs = 1; runs <= 2; runs++) {
                final WorkerRun<RunResult> run = run(worker);
                assertInstanceOf(ResponseErrorException.class,
                        assertThrows(ExecutionException.class, () -> run.answer().get(20, TimeUnit.SECONDS)).getCause());
                assertEquals(runs, processes.get());
            }
        }
    }

    @Test
    void whatTheWorkerBeforeSaidIsKept() throws Exception {
        try (Worker worker = worker(JAVA.toString(), "-version")) {
            failure(run(worker));
            final String said = Files.readString(worker.log());
            failure(run(worker));
            assertEquals(said, Files.readString(folder.resolve("previous-worker.log")));
        }
    }

    @Test
    void theWorkerEndsWithItsOwner() throws Exception {
        final WorkerRun<RunResult> run;
        try (Worker worker = worker("sleep", "100")) {
            run = run(worker);
        }
        assertTrue(failure(run).getMessage().contains("ended unexpectedly"));
    }

    private Worker worker(final String... command) {
        return new Worker(resources -> new ProcessBuilder(command), folder.resolve("worker.log"));
    }

    private static WorkerRun<RunResult> run(final Worker worker) throws CoreException {
        return worker.run(new RunRequest("run", "/nowhere.filterscope", false, null), progress -> {
        });
    }

    private static CoreException failure(final WorkerRun<RunResult> run) {
        final ExecutionException failure = assertThrows(ExecutionException.class, () -> run.answer().get(20, TimeUnit.SECONDS));
        return assertInstanceOf(CoreException.class, failure.getCause());
    }
}
