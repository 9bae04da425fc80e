package org.filterscope.ide.settings;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String WorkerMemory_heapTooLarge;

    static {
        NLS.initializeMessages("org.filterscope.ide.settings.messages", Messages.class);
    }

    private Messages() {
    }
}
