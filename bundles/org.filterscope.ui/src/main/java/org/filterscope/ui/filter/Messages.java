package org.filterscope.ui.filter;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String ClassMeasure_ablationMean;
    public static String ClassMeasure_ablationZero;
    public static String ClassMeasure_auc;
    public static String ClassMeasure_contribution;
    public static String ClassMeasure_mean;
    public static String ClassMeasure_points;
    public static String FieldCanvas_name;
    public static String FilterLoading_damaged;
    public static String FilterLoading_name;
    public static String FilterPage_class;
    public static String FilterPage_classTip;
    public static String FilterPage_classes;
    public static String FilterPage_concept;
    public static String FilterPage_conceptTip;
    public static String FilterPage_concepts;
    public static String FilterPage_constant;
    public static String FilterPage_constantTip;
    public static String FilterPage_copy;
    public static String FilterPage_field;
    public static String FilterPage_instability;
    public static String FilterPage_instabilityTip;
    public static String FilterPage_iou;
    public static String FilterPage_iouTip;
    public static String FilterPage_landmark;
    public static String FilterPage_landmarkPTip;
    public static String FilterPage_landmarkTip;
    public static String FilterPage_landmarks;
    public static String FilterPage_measure;
    public static String FilterPage_number;
    public static String FilterPage_numberTip;
    public static String FilterPage_p;
    public static String FilterPage_pTip;
    public static String FilterPage_peaks;
    public static String FilterPage_pictures;
    public static String FilterPage_picturesTip;
    public static String FilterPage_r2;
    public static String FilterPage_r2Tip;
    public static String FilterPage_set;
    public static String FilterPage_setTip;
    public static String FilterPage_title;
    public static String FilterPage_twin;
    public static String FilterPictures_title;
    public static String FilterReading_columns;
    public static String FilterReading_small;
    public static String FilterReading_unreadable;
    public static String FilterSentence_class;
    public static String FilterSentence_dead;
    public static String FilterSentence_field;
    public static String FilterSentence_fires;
    public static String FilterSentence_gradient;
    public static String FilterSentence_label;
    public static String FilterSentence_noDetector;
    public static String FilterSentence_occlusion;
    public static String FilterSentence_part;
    public static String FilterSentence_partByChance;
    public static String FilterSentence_theory;
    public static String FilterView_dim;
    public static String FilterView_dimTip;
    public static String FilterView_empty;
    public static String FilterView_loading;
    public static String FilterView_naming;
    public static String FilterView_openScores;
    public static String FilterView_refresh;
    public static String FilterView_tryAgain;
    public static String LandmarkCanvas_landmark;
    public static String LandmarkCanvas_words;
    public static String LayerTables_noFilter;
    public static String LayerTables_noLayer;
    public static String NameEditor_label;
    public static String NameEditor_name;
    public static String NameEditor_open;
    public static String NameEditor_right;
    public static String NameEditor_unclear;
    public static String NameEditor_wrong;
    public static String Naming_noFingerprint;
    public static String Naming_noPlace;
    public static String Naming_unreadable;
    public static String PeaksCanvas_words;
    public static String TopsCanvas_field;
    public static String TopsCanvas_measured;
    public static String TopsCanvas_picture;
    public static String TopsCanvas_trace;

    static {
        NLS.initializeMessages("org.filterscope.ui.filter.messages", Messages.class);
    }

    private Messages() {
    }
}
