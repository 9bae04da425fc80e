package org.filterscope.jdt;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String Deeplearning4jContainer_description;
    public static String Deeplearning4jInitializer_incomplete;

    static {
        NLS.initializeMessages("org.filterscope.jdt.messages", Messages.class);
    }

    private Messages() {
    }
}
