package org.filterscope.core.report;

import java.util.Locale;

/**
 * The columns of {@code filters/LAYER.csv} that analyses add to a filter's statistics. Their meaning is told in docs/report.md; the methods in
 * docs/methods.
 */
public enum Score {
    /** Dissection: the concept that the filter's active region overlaps best. */
    LABEL(Kind.TEXT),
    /** Dissection: the concept set of {@link #LABEL}. */
    LABEL_SET(Kind.TEXT),
    /** Dissection: category of {@link #LABEL}. */
    LABEL_CATEGORY(Kind.TEXT),
    /** Dissection: intersection over union with {@link #LABEL}, 0 to 1. */
    IOU(Kind.SHARE),
    /** Dissection: the highest IoU that a filter active on so many pixels can have with a concept of that area. */
    IOU_CEILING(Kind.SHARE),
    /** Dissection: IoU with {@link #LABEL} at the threshold that suits it best. */
    IOU_BEST(Kind.SHARE),
    /** Dissection: probability that shuffled masks give any label as good, corrected for the number of filters. */
    LABEL_P(Kind.NUMBER),
    /** Dissection: whether {@link #IOU} is above the detector's threshold. */
    DETECTOR(Kind.FLAG),
    /** Location instability on the class with the highest peaks: mean over landmarks; lower is more part-like. */
    INSTABILITY(Kind.NUMBER),
    /** Location instability on the class where it is lowest: the rule of the ICNN paper for networks with several classes. */
    INSTABILITY_LEAST(Kind.NUMBER),
    /**
     * Location instability with one landmark divided by that of the constant point that does best for it, for the landmark where this is lowest;
     * below 1 the filter follows something.
     */
    INSTABILITY_RATIO(Kind.NUMBER),
    /** The landmark that the peak predicts best; absent where it predicts none better than a constant. */
    PART(Kind.TEXT),
    /** Share of the variance of the best landmark's position that the peak's position predicts; 1 is perfect, 0 what a constant reaches. */
    VECTOR_R2(Kind.NUMBER),
    /** Share of the pictures without a peak above zero. */
    DEAD_SHARE(Kind.SHARE),
    /** Entropy of the peak's position, 0 (always the same) to 1 (everywhere alike). */
    PEAK_ENTROPY(Kind.SHARE),
    /** The class that the peak tells best from all others. */
    CLASS(Kind.TEXT),
    /** Probability that the peak is higher on a picture of {@link #CLASS} than on one of another class. */
    CLASS_AUC(Kind.SHARE),
    /** Difference of the highest class mean of the peak and the mean of the other classes' means, divided by their sum. */
    SELECTIVITY(Kind.NUMBER),
    /** The class whose logit the filter raises most on pictures of that class. */
    CONTRIBUTES_TO(Kind.TEXT),
    /** Mean contribution to the logit of {@link #CONTRIBUTES_TO}. */
    CONTRIBUTION(Kind.NUMBER),
    /** The class that loses most when the filter is set to zero. */
    ABLATION_CLASS(Kind.TEXT),
    /** Change of the accuracy of {@link #ABLATION_CLASS} when the filter is set to zero; negative is a loss, 0 when no class loses. */
    ABLATION(Kind.NUMBER),
    /** Side of the square with the measured receptive field's area (occlusion) or spread (gradient), in input pixels. */
    RF_MEASURED(Kind.NUMBER),
    /** The filter of the layer whose maps are most like this one's. */
    TWIN(Kind.COUNT),
    /** Correlation of the maps with those of {@link #TWIN}. */
    TWIN_CORRELATION(Kind.NUMBER),
    /** Share of the variance of the map that the other filters of the layer explain linearly. */
    EXPLAINED(Kind.SHARE),
    /** Share of the peaks that lie at the border of the map, divided by what evenly spread peaks would have. */
    BORDER(Kind.NUMBER),
    /** Share of the peaks that lie in the corner which has most of them. */
    CORNER(Kind.SHARE),
    /** How many different parts the filter mixes, on the kind of object it responds to most. */
    PATTERNS(Kind.COUNT),
    /** Share of the pictures concerned that go wrong because of the filter, by the worst finding that names it; 0 without any. */
    HARM(Kind.SHARE),
    /** Of the filter's weights: the same weights, the same fingerprint, whatever the layer is called. */
    FINGERPRINT(Kind.TEXT);

    /** How a score reads. */
    public enum Kind {
        /** Words. */
        TEXT,
        /** Any number. */
        NUMBER,
        /** 0 to 1. */
        SHARE,
        /** A whole number. */
        COUNT,
        /** {@code true} or {@code false}. */
        FLAG
    }

    private final Kind kind;

    Score(final Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The column's name. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
