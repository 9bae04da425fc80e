package org.filterscope.ui.pictures;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String InputShape_missing;
    public static String SheetReader_outside;
    public static String ThumbnailStore_load;
    public static String ThumbnailStore_unreadable;

    static {
        NLS.initializeMessages("org.filterscope.ui.pictures.messages", Messages.class);
    }

    private Messages() {
    }
}
