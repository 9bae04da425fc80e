package org.filterscope.core.protocol;

import java.util.concurrent.CompletableFuture;

import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/** What a worker tells of model files. Requests queue with the runs and are cancelled as they are. A worker that does not know a request says so. */
public interface ModelWorker {

    /** Says what a network is like; nothing is run, nothing written. */
    @JsonRequest("model/inspect")
    default CompletableFuture<InspectionResult> inspect(final InspectionRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("this worker does not inspect models"));
    }
}
