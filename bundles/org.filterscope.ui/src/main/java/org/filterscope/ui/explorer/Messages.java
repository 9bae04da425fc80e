package org.filterscope.ui.explorer;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String ModelContent_noReport;
    public static String ModelContent_reading;
    public static String ModelIndex_reading;
    public static String ModelLabels_filter;
    public static String ModelLabels_group;
    public static String ModelLabels_layer;
    public static String ModelLoading_dead;
    public static String ModelLauncher_outside;
    public static String ModelLauncher_title;

    static {
        NLS.initializeMessages("org.filterscope.ui.explorer.messages", Messages.class);
    }

    private Messages() {
    }
}
