package org.filterscope.core.protocol;

import java.util.concurrent.CompletableFuture;

import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/**
 * What a worker does about findings. The original model is never changed. Requests queue with the runs and are cancelled as they are. A worker that does
 * not know a request says so.
 */
public interface RepairWorker {

    /** Writes a mended copy of a model. */
    @JsonRequest("repair/run")
    default CompletableFuture<RepairResult> repair(final RepairRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("this worker does not mend models"));
    }

    /** Copies pictures of one class that the network takes for another. */
    @JsonRequest("repair/export")
    default CompletableFuture<ExportResult> export(final ExportRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("this worker does not export pictures"));
    }
}
