package org.filterscope.ui.pictures;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String InputShape_missing;
    public static String PictureFile_damaged;
    public static String PictureFile_missing;
    public static String PictureFile_tooLarge;
    public static String SheetReader_outside;
    public static String SheetReader_tooLarge;
    public static String StoredPicture_unknown;
    public static String ThumbnailLoading_misplaced;
    public static String ThumbnailLoading_name;
    public static String ThumbnailLoading_unreadable;

    static {
        NLS.initializeMessages("org.filterscope.ui.pictures.messages", Messages.class);
    }

    private Messages() {
    }
}
