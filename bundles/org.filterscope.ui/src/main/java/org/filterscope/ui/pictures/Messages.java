package org.filterscope.ui.pictures;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    static String InputShape_missing;
    static String SheetReader_outside;
    static String ThumbnailStore_load;
    static String ThumbnailStore_unreadable;

    static {
        NLS.initializeMessages("org.filterscope.ui.pictures.messages", Messages.class);
    }

    private Messages() {
    }
}
