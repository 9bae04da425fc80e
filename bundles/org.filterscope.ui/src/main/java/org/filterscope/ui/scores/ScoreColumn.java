package org.filterscope.ui.scores;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

import org.eclipse.swt.SWT;
import org.filterscope.core.report.ClassRow;

/** The columns of the table, in order. */
enum ScoreColumn {
    FILTER(Messages.ScoreColumn_filter, Messages.ScoreColumn_filterTip, SWT.RIGHT, 64, Comparator.comparing(FilterScore::channel)),
    PICTURES(Messages.ScoreColumn_pictures, Messages.ScoreColumn_picturesTip, SWT.LEFT, 276,
            Comparator.comparing(score -> score.tops().isEmpty() ? "" : score.tops().getFirst().picture())),
    CLASS(Messages.ScoreColumn_class, Messages.ScoreColumn_classTip, SWT.LEFT, 190, byClass()),
    MEAN(Messages.ScoreColumn_mean, Messages.ScoreColumn_meanTip, SWT.RIGHT, 92, by(score -> score.numbers().mean())),
    DEVIATION(Messages.ScoreColumn_deviation, Messages.ScoreColumn_deviationTip, SWT.RIGHT, 124,
            by(score -> score.numbers().std())),
    MAXIMUM(Messages.ScoreColumn_maximum, Messages.ScoreColumn_maximumTip, SWT.RIGHT, 98, by(score -> score.numbers().max())),
    FIRES(Messages.ScoreColumn_fires, Messages.ScoreColumn_firesTip, SWT.RIGHT, 132, by(score -> score.numbers().fires())),
    DEAD(Messages.ScoreColumn_dead, Messages.ScoreColumn_deadTip, SWT.LEFT, 64, Comparator.comparing(score -> score.numbers().dead()));

    private final String label;
    private final String explanation;
    private final int alignment;
    private final int width;
    private final Comparator<FilterScore> ascending;

    ScoreColumn(final String label, final String explanation, final int alignment, final int width,
            final Comparator<FilterScore> ascending) {
        this.label = label;
        this.explanation = explanation;
        this.alignment = alignment;
        this.width = width;
        this.ascending = ascending;
    }

    String label() {
        return label;
    }

    /** What the column's values are, and their unit. */
    String explanation() {
        return explanation;
    }

    int alignment() {
        return alignment;
    }

    int defaultWidth() {
        return width;
    }

    /** Values from low to high. */
    Comparator<FilterScore> ascending() {
        return ascending;
    }

    /** Whether the first click sorts from low to high: names do, of numbers the highest is what one looks for. */
    boolean ascendsFirst() {
        return this == FILTER || this == PICTURES || this == CLASS;
    }

    /** Whether dead filters stay at the end however the column is sorted: their values say nothing. */
    boolean putsDeadLast() {
        return this != FILTER && this != DEAD;
    }

    private static Comparator<FilterScore> by(final Function<FilterScore, Double> number) {
        return Comparator.comparing(number);
    }

    private static Comparator<FilterScore> byClass() {
        return Comparator.comparing((FilterScore score) -> score.strongest().map(ClassRow::className).orElse("").toLowerCase(Locale.ROOT))
                .thenComparing(score -> score.strongest().map(ClassRow::mean).orElse(0.0));
    }
}
