package org.filterscope.ide;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    static String DiagnosisJob_configurationDeleted;
    static String DiagnosisJob_configurationRemote;
    static String DiagnosisJob_failed;
    static String DiagnosisJob_name;
    static String DiagnosisJob_starting;
    static String DiagnosisJob_stopping;
    static String RefreshJob_name;
    static String StageProgress_countedStep;

    static {
        NLS.initializeMessages("org.filterscope.ide.messages", Messages.class);
    }

    private Messages() {
    }
}
