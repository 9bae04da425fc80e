package org.filterscope.ide.worker;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    static String WorkerConnection_lost;
    static String WorkerConnection_notStarted;
    static String WorkerConnection_silent;
    static String WorkerRuntime_missingPlatform;
    static String WorkerRuntime_missingRuntime;

    static {
        NLS.initializeMessages("org.filterscope.ide.worker.messages", Messages.class);
    }

    private Messages() {
    }
}
