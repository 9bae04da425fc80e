package org.filterscope.ui.detectors;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String DetectorChart_filters;
    public static String DetectorChart_layer;
    public static String DetectorChart_name;
    public static String DetectorsView_category;
    public static String DetectorsView_categoryTip;
    public static String DetectorsView_copy;
    public static String DetectorsView_damaged;
    public static String DetectorsView_detectors;
    public static String DetectorsView_detectorsTip;
    public static String DetectorsView_empty;
    public static String DetectorsView_fileName;
    public static String DetectorsView_iou;
    public static String DetectorsView_iouTip;
    public static String DetectorsView_layer;
    public static String DetectorsView_layerTip;
    public static String DetectorsView_none;
    public static String DetectorsView_notSaved;
    public static String DetectorsView_openScores;
    public static String DetectorsView_other;
    public static String DetectorsView_reading;
    public static String DetectorsView_refresh;
    public static String DetectorsView_save;
    public static String DetectorsView_saving;
    public static String DetectorsView_table;
    public static String DetectorsView_tryAgain;
    public static String DetectorsView_unique;
    public static String DetectorsView_uniqueTip;

    static {
        NLS.initializeMessages("org.filterscope.ui.detectors.messages", Messages.class);
    }

    private Messages() {
    }
}
