package org.filterscope.ui.scores;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    static String FilterScoresView_empty;
    static String FilterScoresView_loading;
    static String FilterScoresView_run;
    static String FilterScoresView_running;
    static String FilterScoresView_tryAgain;
    static String LoadedReport_layersMissing;
    static String PictureToolTip_description;
    static String ReportLoading_damaged;
    static String ReportLoading_name;
    static String ReportSummary_layer;
    static String ReportSummary_pair;
    static String ReportSummary_report;
    static String ScoreColumn_class;
    static String ScoreColumn_classTip;
    static String ScoreColumn_dead;
    static String ScoreColumn_deadTip;
    static String ScoreColumn_deviation;
    static String ScoreColumn_deviationTip;
    static String ScoreColumn_filter;
    static String ScoreColumn_filterTip;
    static String ScoreColumn_fires;
    static String ScoreColumn_firesTip;
    static String ScoreColumn_maximum;
    static String ScoreColumn_maximumTip;
    static String ScoreColumn_mean;
    static String ScoreColumn_meanTip;
    static String ScoreColumn_pictures;
    static String ScoreColumn_picturesTip;
    static String ScoreTable_name;
    static String ScoreText_dead;
    static String ScoreText_strongestClass;
    static String ScoresPage_all;
    static String ScoresPage_filter;
    static String ScoresPage_filterTip;
    static String ScoresPage_layer;
    static String ScoresPage_layerChoice;
    static String ScoresPage_some;
    static String ViewActions_copy;
    static String ViewActions_copyAll;
    static String ViewActions_copyAllTip;
    static String ViewActions_copyTip;
    static String ViewActions_refresh;
    static String ViewActions_refreshTip;
    static String ViewActions_runAgain;
    static String ViewActions_runAgainTip;
    static String ViewActions_selectAll;

    static {
        NLS.initializeMessages("org.filterscope.ui.scores.messages", Messages.class);
    }

    private Messages() {
    }
}
