package org.filterscope.ui.graph.details;

import org.filterscope.core.graph.PatternScore;

/** Names and definitions of the scores of patterns. */
public final class ScoreWords {

    private ScoreWords() {
    }

    public static String name(final PatternScore score) {
        return switch (score) {
            case STRENGTH -> Messages.ScoreWords_strength;
            case PRESENCE -> Messages.ScoreWords_presence;
            case EXPLAINED -> Messages.ScoreWords_explained;
            case CONCENTRATION -> Messages.ScoreWords_concentration;
            case INSTABILITY -> Messages.ScoreWords_instability;
            case INSTABILITY_RATIO -> Messages.ScoreWords_instabilityRatio;
            case VECTOR_R2 -> Messages.ScoreWords_vectorR2;
            case PURITY -> Messages.ScoreWords_purity;
        };
    }

    /** What the number is, in words, with its unit. */
    public static String definition(final PatternScore score) {
        return switch (score) {
            case STRENGTH -> Messages.ScoreWords_strengthTip;
            case PRESENCE -> Messages.ScoreWords_presenceTip;
            case EXPLAINED -> Messages.ScoreWords_explainedTip;
            case CONCENTRATION -> Messages.ScoreWords_concentrationTip;
            case INSTABILITY -> Messages.ScoreWords_instabilityTip;
            case INSTABILITY_RATIO -> Messages.ScoreWords_instabilityRatioTip;
            case VECTOR_R2 -> Messages.ScoreWords_vectorR2Tip;
            case PURITY -> Messages.ScoreWords_purityTip;
        };
    }
}
