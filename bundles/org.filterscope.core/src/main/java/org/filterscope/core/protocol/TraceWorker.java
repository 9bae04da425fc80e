package org.filterscope.core.protocol;

import java.util.concurrent.CompletableFuture;

import org.eclipse.lsp4j.jsonrpc.services.JsonRequest;

/**
 * What a worker tells of single pictures, warm: the network and the picture's feature maps stay at hand between requests about the same model.
 * Requests queue with the runs and are cancelled as they are. A worker that does not know a request says so.
 */
public interface TraceWorker {

    /** Traces a picture; nothing is written. */
    @JsonRequest("trace/run")
    default CompletableFuture<TraceResult> trace(final TraceRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("this worker does not trace pictures"));
    }

    /** Makes one heat map. */
    @JsonRequest("trace/heat")
    default CompletableFuture<HeatResult> heat(final HeatRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("this worker does not make heat maps"));
    }

    /** Shows a picture to the network without some filters. */
    @JsonRequest("trace/ablate")
    default CompletableFuture<AblationResult> ablate(final AblationRequest request) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("this worker does not silence filters"));
    }
}
