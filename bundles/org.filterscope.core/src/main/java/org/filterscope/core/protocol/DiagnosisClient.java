package org.filterscope.core.protocol;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;

/** What the worker tells the IDE by itself. */
public interface DiagnosisClient {

    /** A run got on. */
    @JsonNotification("diagnosis/progress")
    void progress(ProgressReport report);

    /** There is something to look at before a run has ended. */
    @JsonNotification("diagnosis/preview")
    default void preview(final Preview preview) {
    }
}
