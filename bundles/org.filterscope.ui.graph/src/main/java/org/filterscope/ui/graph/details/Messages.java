package org.filterscope.ui.graph.details;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String DetailsPane_copy;
    public static String DetailsPane_gallery;
    public static String DetailsPane_heat;
    public static String DetailsPane_heatTip;
    public static String DetailsPane_meaning;
    public static String DetailsPane_meaningTip;
    public static String DetailsPane_mirrored;
    public static String DetailsPane_number;
    public static String DetailsPane_numberTip;
    public static String DetailsPane_numbers;
    public static String DetailsPane_offsets;
    public static String DetailsPane_onPicture;
    public static String DetailsPane_picture;
    public static String DetailsPane_score;
    public static String DetailsPane_scoreTip;
    public static String DetailsPane_whole;
    public static String DetailsPane_wholeOfOne;
    public static String GalleryCanvas_mirrored;
    public static String GalleryCanvas_picture;
    public static String MarkWords_children;
    public static String MarkWords_class;
    public static String MarkWords_explained;
    public static String MarkWords_label;
    public static String MarkWords_layer;
    public static String MarkWords_most;
    public static String MarkWords_noLayer;
    public static String MarkWords_noPart;
    public static String MarkWords_noPatterns;
    public static String MarkWords_oneChild;
    public static String MarkWords_oneParent;
    public static String MarkWords_onePattern;
    public static String MarkWords_parents;
    public static String MarkWords_part;
    public static String MarkWords_pattern;
    public static String MarkWords_patterns;
    public static String MarkWords_presence;
    public static String OffsetsCanvas_name;
    public static String PictureCanvas_name;
    public static String ScoreWords_concentration;
    public static String ScoreWords_concentrationTip;
    public static String ScoreWords_explained;
    public static String ScoreWords_explainedTip;
    public static String ScoreWords_instability;
    public static String ScoreWords_instabilityRatio;
    public static String ScoreWords_instabilityRatioTip;
    public static String ScoreWords_instabilityTip;
    public static String ScoreWords_presence;
    public static String ScoreWords_presenceTip;
    public static String ScoreWords_purity;
    public static String ScoreWords_purityTip;
    public static String ScoreWords_strength;
    public static String ScoreWords_strengthTip;
    public static String ScoreWords_vectorR2;
    public static String ScoreWords_vectorR2Tip;

    static {
        NLS.initializeMessages("org.filterscope.ui.graph.details.messages", Messages.class);
    }

    private Messages() {
    }
}
