package org.filterscope.ui.graph;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String ExplanatoryGraphView_empty;
    public static String ExplanatoryGraphView_loading;
    public static String ExplanatoryGraphView_none;
    public static String ExplanatoryGraphView_other;
    public static String ExplanatoryGraphView_run;
    public static String ExplanatoryGraphView_running;
    public static String ExplanatoryGraphView_tryAgain;
    public static String GraphActions_byEdges;
    public static String GraphActions_byEdgesTip;
    public static String GraphActions_byNumber;
    public static String GraphActions_byNumberTip;
    public static String GraphActions_copy;
    public static String GraphActions_copyTip;
    public static String GraphActions_find;
    public static String GraphActions_findTip;
    public static String GraphActions_fit;
    public static String GraphActions_fitTip;
    public static String GraphActions_focus;
    public static String GraphActions_focusTip;
    public static String GraphActions_full;
    public static String GraphActions_fullTip;
    public static String GraphActions_overview;
    public static String GraphActions_overviewTip;
    public static String GraphActions_pictures;
    public static String GraphActions_picturesTip;
    public static String GraphActions_refresh;
    public static String GraphActions_refreshTip;
    public static String GraphActions_saveAll;
    public static String GraphActions_saveAllTip;
    public static String GraphActions_saveSight;
    public static String GraphActions_saveSightTip;
    public static String GraphActions_zoomIn;
    public static String GraphActions_zoomInTip;
    public static String GraphActions_zoomOut;
    public static String GraphActions_zoomOutTip;
    public static String GraphControls_atLeast;
    public static String GraphControls_atLeastName;
    public static String GraphControls_atLeastTip;
    public static String GraphControls_category;
    public static String GraphControls_categoryTip;
    public static String GraphControls_class;
    public static String GraphControls_classTip;
    public static String GraphControls_colorBy;
    public static String GraphControls_colorByName;
    public static String GraphControls_found;
    public static String GraphControls_label;
    public static String GraphControls_labelTip;
    public static String GraphControls_part;
    public static String GraphControls_partTip;
    public static String GraphControls_search;
    public static String GraphControls_searchName;
    public static String GraphControls_searchTip;
    public static String GraphPage_name;
    public static String GraphPage_other;
    public static String GraphSaving_fileName;
    public static String GraphSaving_notSaved;
    public static String GraphSaving_png;
    public static String GraphSaving_saving;
    public static String GraphSaving_svg;
    public static String Legend_kinds;
    public static String Legend_numbers;
    public static String Legend_tip;
    public static String Overview_name;
    public static String Overview_tip;
    public static String PictureStrip_chosen;
    public static String PictureStrip_mirrored;
    public static String PictureStrip_name;

    static {
        NLS.initializeMessages("org.filterscope.ui.graph.messages", Messages.class);
    }

    private Messages() {
    }
}
