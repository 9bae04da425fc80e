package org.filterscope.ui.compare;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String CompareView_cancel;
    public static String CompareView_cancelled;
    public static String CompareView_damaged;
    public static String CompareView_empty;
    public static String CompareView_reading;
    public static String CompareView_running;
    public static String CompareView_tryAgain;
    public static String ComparisonFacts_detector;
    public static String ComparisonFacts_filter;
    public static String ComparisonFacts_match;
    public static String ComparisonFacts_number;
    public static String ComparisonFacts_weak;
    public static String ComparisonPage_after;
    public static String ComparisonPage_afterTip;
    public static String ComparisonPage_before;
    public static String ComparisonPage_beforeTip;
    public static String ComparisonPage_change;
    public static String ComparisonPage_changeTip;
    public static String ComparisonPage_cka;
    public static String ComparisonPage_ckaNull;
    public static String ComparisonPage_ckaNullTip;
    public static String ComparisonPage_ckaTip;
    public static String ComparisonPage_copy;
    public static String ComparisonPage_correlation;
    public static String ComparisonPage_correlationNull;
    public static String ComparisonPage_correlationNullTip;
    public static String ComparisonPage_correlationTip;
    public static String ComparisonPage_event;
    public static String ComparisonPage_eventTip;
    public static String ComparisonPage_events;
    public static String ComparisonPage_filter;
    public static String ComparisonPage_filterTip;
    public static String ComparisonPage_filters;
    public static String ComparisonPage_iouAfter;
    public static String ComparisonPage_iouBefore;
    public static String ComparisonPage_iouTip;
    public static String ComparisonPage_label;
    public static String ComparisonPage_labelTip;
    public static String ComparisonPage_layer;
    public static String ComparisonPage_layerTip;
    public static String ComparisonPage_layers;
    public static String ComparisonPage_matched;
    public static String ComparisonPage_matchedCorrelation;
    public static String ComparisonPage_matchedCorrelationTip;
    public static String ComparisonPage_matchedTip;
    public static String ComparisonPage_other;
    public static String ComparisonPage_otherLabel;
    public static String ComparisonPage_otherLayer;
    public static String ComparisonPage_otherLayerTip;
    public static String ComparisonPage_otherTip;
    public static String ComparisonPage_pairing;
    public static String ComparisonPage_pairingTip;
    public static String ComparisonPage_sameLabel;
    public static String ComparisonPage_sameLabelTip;
    public static String ComparisonPage_summary;
    public static String ReportChoice_add;
    public static String ReportChoice_compare;
    public static String ReportChoice_earlier;
    public static String ReportChoice_message;
    public static String ReportChoice_name;
    public static String ReportChoice_remove;
    public static String ReportChoice_tip;
    public static String ReportChoice_title;

    static {
        NLS.initializeMessages("org.filterscope.ui.compare.messages", Messages.class);
    }

    private Messages() {
    }
}
