package org.filterscope.ui.scores;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String AnalysisColumn_flag;
    public static String AnalysisColumn_guess;
    public static String ColumnsDialog_columns;
    public static String ColumnsDialog_defaults;
    public static String ColumnsDialog_down;
    public static String ColumnsDialog_title;
    public static String ColumnsDialog_up;
    public static String ColumnsMenu_configure;
    public static String ColumnsMenu_name;
    public static String FilterScoresView_empty;
    public static String FilterScoresView_loading;
    public static String FilterScoresView_run;
    public static String FilterScoresView_runAgain;
    public static String FilterScoresView_running;
    public static String FilterScoresView_tryAgain;
    public static String LayerScores_noNumber;
    public static String NameColumn_agreement;
    public static String NameColumn_agreementTip;
    public static String NameColumn_agrees;
    public static String NameColumn_differs;
    public static String NameColumn_name;
    public static String NameColumn_nameTip;
    public static String NameColumn_unclear;
    public static String PictureToolTip_description;
    public static String ReportLoading_damaged;
    public static String ReportLoading_name;
    public static String ReportSummary_layer;
    public static String ReportSummary_pair;
    public static String ReportSummary_partialReport;
    public static String ReportSummary_report;
    public static String ScoreColumn_class;
    public static String ScoreColumn_classTip;
    public static String ScoreColumn_dead;
    public static String ScoreColumn_deadTip;
    public static String ScoreColumn_deviation;
    public static String ScoreColumn_deviationTip;
    public static String ScoreColumn_filter;
    public static String ScoreColumn_filterTip;
    public static String ScoreColumn_fires;
    public static String ScoreColumn_firesTip;
    public static String ScoreColumn_maximum;
    public static String ScoreColumn_maximumTip;
    public static String ScoreColumn_mean;
    public static String ScoreColumn_meanTip;
    public static String ScoreColumn_pictures;
    public static String ScoreColumn_picturesTip;
    public static String ScoreFormat_pixels;
    public static String ScoreFormat_points;
    public static String ScoreTable_name;
    public static String ScoreText_dead;
    public static String ScoreText_strongestClass;
    public static String ScoresHelp_column;
    public static String ScoresHelp_columns;
    public static String ScoresPage_all;
    public static String ScoresPage_filter;
    public static String ScoresPage_filterTip;
    public static String ScoresPage_layer;
    public static String ScoresPage_layerChoice;
    public static String ScoresPage_some;
    public static String SortMenu_ascending;
    public static String SortMenu_descending;
    public static String SortMenu_name;
    public static String ViewActions_copy;
    public static String ViewActions_copyAll;
    public static String ViewActions_copyAllTip;
    public static String ViewActions_copyTip;
    public static String ViewActions_openFilter;
    public static String ViewActions_openFilterTip;
    public static String ViewActions_refresh;
    public static String ViewActions_refreshTip;
    public static String ViewActions_runAgain;
    public static String ViewActions_runAgainTip;
    public static String ViewActions_selectAll;
    public static String ViewActions_showPicture;
    public static String ViewActions_showPictureTip;

    static {
        NLS.initializeMessages("org.filterscope.ui.scores.messages", Messages.class);
    }

    private Messages() {
    }
}
