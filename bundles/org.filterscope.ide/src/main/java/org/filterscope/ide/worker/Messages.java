package org.filterscope.ide.worker;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String WorkerConnection_idle;
    public static String WorkerConnection_lost;
    public static String WorkerConnection_notStarted;
    public static String WorkerConnection_silent;
    public static String WorkerConnection_starved;
    public static String WorkerConnection_stuck;
    public static String WorkerConnection_undying;
    public static String GpuInquiry_failed;
    public static String GpuInquiry_late;
    public static String InstalledRuntime_missingPlatform;
    public static String InstalledRuntime_missingRuntime;

    static {
        NLS.initializeMessages("org.filterscope.ide.worker.messages", Messages.class);
    }

    private Messages() {
    }
}
