package org.filterscope.core.protocol;

import java.util.concurrent.CompletableFuture;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/**
 * What a worker does for the IDE. A request that fails answers with a {@code ResponseErrorException} whose code is an
 * {@link ExitCode#value()} and whose message is one sentence for the user.
 */
public interface DiagnosisWorker extends RepairWorker, TraceWorker {

    /** First words: who the worker is. */
    @JsonRequest("worker/hello")
    CompletableFuture<WorkerDescription> hello();

    /** Runs a diagnosis; answers when it is over. Runs queue: one at a time. */
    @JsonRequest("diagnosis/run")
    CompletableFuture<RunResult> run(RunRequest request);

    /** Compares reports; answers when the comparison lies in its place. Queues with the runs and is cancelled as they are. */
    @JsonRequest("comparison/run")
    CompletableFuture<ComparisonResult> compare(ComparisonRequest request);

    /**
     * Says what a network is like; runs nothing. Queues with the runs and is cancelled as they are. A worker that does not know the request says so.
     */
    @JsonRequest("model/inspect")
    default CompletableFuture<InspectionResult> inspect(final InspectionRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("this worker does not inspect models"));
    }

    /** Writes the example project; answers with {@code null} when all of it is there. Queues with the runs and is cancelled as they are. */
    @JsonRequest("example/write")
    CompletableFuture<Void> writeExample(ExampleRequest request);

    /** Stops a run; it then answers with {@link ExitCode#CANCELLED}. Unknown runs are ignored. */
    @JsonNotification("diagnosis/cancel")
    void cancel(RunId run);

    /** The worker ends. */
    @JsonNotification("worker/exit")
    void exit();
}
