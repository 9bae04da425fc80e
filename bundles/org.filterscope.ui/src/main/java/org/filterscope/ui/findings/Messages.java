package org.filterscope.ui.findings;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String ExhibitsCanvas_picture;
    public static String ExhibitsCanvas_unlabelled;
    public static String ExportPictures_description;
    public static String ExportPictures_label;
    public static String FindingDecorator_suffix;
    public static String FindingPage_after;
    public static String FindingPage_afterTip;
    public static String FindingPage_before;
    public static String FindingPage_beforeTip;
    public static String FindingPage_change;
    public static String FindingPage_changeTip;
    public static String FindingPage_class;
    public static String FindingPage_classTip;
    public static String FindingPage_copy;
    public static String FindingPage_counterexamples;
    public static String FindingPage_effect;
    public static String FindingPage_evidence;
    public static String FindingPage_filter;
    public static String FindingPage_filterTip;
    public static String FindingPage_filters;
    public static String FindingPage_fixes;
    public static String FindingPage_interval;
    public static String FindingPage_intervalTip;
    public static String FindingPage_number;
    public static String FindingPage_numberTip;
    public static String FindingPage_numbers;
    public static String FindingPage_pictures;
    public static String FindingPage_picturesTip;
    public static String FindingPage_share;
    public static String FindingPage_shareTip;
    public static String FindingPage_value;
    public static String FindingPage_valueTip;
    public static String FindingWords_attributeTie;
    public static String FindingWords_classConfusion;
    public static String FindingWords_colourShortcut;
    public static String FindingWords_conceptConfusion;
    public static String FindingWords_contextShortcut;
    public static String FindingWords_deadFilters;
    public static String FindingWords_duplicateFilters;
    public static String FindingWords_filter;
    public static String FindingWords_fixedPlace;
    public static String FindingWords_fragileFilters;
    public static String FindingWords_high;
    public static String FindingWords_interval;
    public static String FindingWords_low;
    public static String FindingWords_medium;
    public static String FindingWords_mixedPatterns;
    public static String FindingWords_points;
    public static String FindingWords_suspiciousLabels;
    public static String FindingWords_unknownUnknowns;
    public static String FindingWords_weight;
    public static String FindingsEditor_damaged;
    public static String FindingsEditor_finding;
    public static String FindingsEditor_findingTip;
    public static String FindingsEditor_findings;
    public static String FindingsEditor_harm;
    public static String FindingsEditor_harmTip;
    public static String FindingsEditor_kind;
    public static String FindingsEditor_kindTip;
    public static String FindingsEditor_none;
    public static String FindingsEditor_note;
    public static String FindingsEditor_noteTip;
    public static String FindingsEditor_reading;
    public static String FindingsEditor_searches;
    public static String FindingsEditor_severity;
    public static String FindingsEditor_severityTip;
    public static String FindingsEditor_tested;
    public static String FindingsEditor_testedTip;
    public static String FindingsEditor_title;
    public static String FoundFlaws_notLookedFor;
    public static String MendCopy_description;
    public static String MendCopy_mean;
    public static String MendCopy_mute;
    public static String MendCopy_repair;
    public static String MendedDialog_title;
    public static String MendedDialog_written;
    public static String ShowEvidence_description;
    public static String ShowEvidence_label;
    public static String Suppress_description;
    public static String Suppress_job;
    public static String Suppress_label;
    public static String Suppress_title;
    public static String Suppress_why;

    static {
        NLS.initializeMessages("org.filterscope.ui.findings.messages", Messages.class);
    }

    private Messages() {
    }
}
