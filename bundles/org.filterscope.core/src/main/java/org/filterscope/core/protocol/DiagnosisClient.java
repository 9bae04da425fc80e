package org.filterscope.core.protocol;

import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;

/** What the worker tells the IDE by itself. */
public interface DiagnosisClient {

    /** A run got on. */
    @JsonNotification("diagnosis/progress")
    void progress(ProgressReport report);
}
