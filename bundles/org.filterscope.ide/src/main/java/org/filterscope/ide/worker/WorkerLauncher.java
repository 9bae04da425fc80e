package org.filterscope.ide.worker;

import java.util.List;

import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.filterscope.core.protocol.DiagnosisWorker;

/**
 * Makes the worker's proxy with this bundle's class loader. The proxy implements our interface and one of lsp4j's; lsp4j would take the
 * class loader of our interface, which in OSGi does not see the other.
 */
final class WorkerLauncher extends Launcher.Builder<DiagnosisWorker> {

    @Override
    protected DiagnosisWorker createProxy(final RemoteEndpoint endpoint) {
        return (DiagnosisWorker) ServiceEndpoints.toServiceObject(endpoint, List.of(DiagnosisWorker.class),
                WorkerLauncher.class.getClassLoader());
    }
}
