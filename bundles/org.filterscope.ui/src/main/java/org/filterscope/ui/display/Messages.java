package org.filterscope.ui.display;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String Following_pin;
    public static String Following_pinTip;

    static {
        NLS.initializeMessages("org.filterscope.ui.display.messages", Messages.class);
    }

    private Messages() {
    }
}
