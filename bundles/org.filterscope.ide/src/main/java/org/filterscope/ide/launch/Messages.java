package org.filterscope.ide.launch;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String DiagnosisLaunchDelegate_noConfiguration;
    public static String DiagnosisLaunchDelegate_noService;
    public static String DiagnosisProcess_label;
    public static String DiagnosisProcess_running;

    static {
        NLS.initializeMessages("org.filterscope.ide.launch.messages", Messages.class);
    }

    private Messages() {
    }
}
