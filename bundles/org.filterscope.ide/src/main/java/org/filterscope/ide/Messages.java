package org.filterscope.ide;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String DiagnosisJob_configurationDeleted;
    public static String DiagnosisJob_configurationRemote;
    public static String DiagnosisJob_failed;
    public static String DiagnosisJob_name;
    public static String DiagnosisJob_starting;
    public static String DiagnosisJob_stopping;
    public static String RefreshJob_name;
    public static String StageProgress_countedStep;

    static {
        NLS.initializeMessages("org.filterscope.ide.messages", Messages.class);
    }

    private Messages() {
    }
}
