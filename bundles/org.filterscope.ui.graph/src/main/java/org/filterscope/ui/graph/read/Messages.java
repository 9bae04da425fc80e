package org.filterscope.ui.graph.read;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String GraphFolder_noCategory;
    public static String GraphLoading_damaged;
    public static String GraphLoading_empty;
    public static String GraphLoading_name;
    public static String GraphReading_name;

    static {
        NLS.initializeMessages("org.filterscope.ui.graph.read.messages", Messages.class);
    }

    private Messages() {
    }
}
