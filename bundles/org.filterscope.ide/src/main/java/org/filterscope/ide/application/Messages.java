package org.filterscope.ide.application;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String AddProject_usage;
    public static String AddProject_workspaceInUse;
    public static String ExistingFolder_otherProject;
    public static String ExistingFolder_noProject;

    static {
        NLS.initializeMessages("org.filterscope.ide.application.messages", Messages.class);
    }

    private Messages() {
    }
}
