package org.filterscope.ui.scores;

import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.filterscope.core.report.ClassRow;
import org.filterscope.core.report.TopRow;
import org.filterscope.ui.display.Bar;

/** The columns that every report has. */
enum StatisticColumn implements ScoreColumn {
    FILTER("channel", Messages.ScoreColumn_filter, Messages.ScoreColumn_filterTip, SWT.RIGHT, 64) {
        @Override
        public String text(final FilterScore score, final LayerFormats formats) {
            return Integer.toString(score.channel());
        }

        @Override
        public double number(final FilterScore score) {
            return score.channel();
        }

        @Override
        public List<String> values(final FilterScore score) {
            return List.of(Integer.toString(score.channel()));
        }
    },
    PICTURES("top_pictures", Messages.ScoreColumn_pictures, Messages.ScoreColumn_picturesTip, SWT.LEFT, 276) {
        @Override
        public Comparator<FilterScore> ascending() {
            return Comparator.comparing(score -> score.tops().isEmpty() ? "" : score.tops().getFirst().picture());
        }

        /** The names of the pictures are for screen readers only: the pictures are painted over them. */
        @Override
        public String text(final FilterScore score, final LayerFormats formats) {
            return score.tops().stream().map(top -> top.picture().substring(top.picture().lastIndexOf('/') + 1)).collect(Collectors.joining(", "));
        }

        @Override
        public List<String> values(final FilterScore score) {
            return List.of(score.tops().stream().map(TopRow::picture).collect(Collectors.joining("|")));
        }
    },
    STRONGEST_CLASS("strongest_class", Messages.ScoreColumn_class, Messages.ScoreColumn_classTip, SWT.LEFT, 190) {
        @Override
        public Comparator<FilterScore> ascending() {
            return Comparator.comparing((FilterScore score) -> score.strongest().map(ClassRow::className).orElse("").toLowerCase(Locale.ROOT))
                    .thenComparing(StatisticColumn::strongestMean);
        }

        @Override
        public String text(final FilterScore score, final LayerFormats formats) {
            return score.strongest().map(row -> NLS.bind(Messages.ScoreText_strongestClass, row.className(),
                    formats.of(this, StatisticColumn::strongestMean).text(row.mean()))).orElse("");
        }

        @Override
        public List<String> fields() {
            return List.of(key(), "strongest_class_mean");
        }

        @Override
        public List<String> values(final FilterScore score) {
            return List.of(score.strongest().map(ClassRow::className).orElse(""),
                    score.strongest().map(row -> Double.toString(row.mean())).orElse(""));
        }
    },
    MEAN("mean", Messages.ScoreColumn_mean, Messages.ScoreColumn_meanTip, 92, score -> score.numbers().mean()),
    DEVIATION("std", Messages.ScoreColumn_deviation, Messages.ScoreColumn_deviationTip, 124, score -> score.numbers().std()),
    MAXIMUM("max", Messages.ScoreColumn_maximum, Messages.ScoreColumn_maximumTip, 98, score -> score.numbers().max()),
    FIRES("fires", Messages.ScoreColumn_fires, Messages.ScoreColumn_firesTip, 132, score -> score.numbers().fires()) {
        @Override
        public String text(final FilterScore score, final LayerFormats formats) {
            final NumberFormat percent = NumberFormat.getPercentInstance();
            percent.setMaximumFractionDigits(1);
            percent.setMinimumFractionDigits(1);
            return percent.format(number(score));
        }

        @Override
        public Optional<Bar> bar(final FilterScore score, final LayerScores scores) {
            return Optional.of(Bar.of(number(score), 0, 1, Double.NaN));
        }
    },
    DEAD("dead", Messages.ScoreColumn_dead, Messages.ScoreColumn_deadTip, SWT.LEFT, 64) {
        @Override
        public Comparator<FilterScore> ascending() {
            return Comparator.comparing(score -> score.numbers().dead());
        }

        @Override
        public String text(final FilterScore score, final LayerFormats formats) {
            return score.numbers().dead() ? Messages.ScoreText_dead : "";
        }

        @Override
        public List<String> values(final FilterScore score) {
            return List.of(Boolean.toString(score.numbers().dead()));
        }
    };

    private final String key;
    private final String label;
    private final String explanation;
    private final int alignment;
    private final int width;
    private final ToDoubleFunction<FilterScore> number;

    StatisticColumn(final String key, final String label, final String explanation, final int alignment, final int width) {
        this(key, label, explanation, alignment, width, score -> Double.NaN);
    }

    StatisticColumn(final String key, final String label, final String explanation, final int width, final ToDoubleFunction<FilterScore> number) {
        this(key, label, explanation, SWT.RIGHT, width, number);
    }

    StatisticColumn(final String key, final String label, final String explanation, final int alignment, final int width,
            final ToDoubleFunction<FilterScore> number) {
        this.key = key;
        this.label = label;
        this.explanation = explanation;
        this.alignment = alignment;
        this.width = width;
        this.number = number;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String explanation() {
        return explanation;
    }

    @Override
    public int alignment() {
        return alignment;
    }

    @Override
    public int defaultWidth() {
        return width;
    }

    @Override
    public boolean isShownAtFirst() {
        return true;
    }

    @Override
    public boolean isKnown(final LayerScores scores) {
        return true;
    }

    @Override
    public boolean isMissing(final FilterScore score) {
        return false;
    }

    @Override
    public Comparator<FilterScore> ascending() {
        return Comparator.comparingDouble(this::number);
    }

    @Override
    public boolean ascendsFirst() {
        return this == FILTER || this == PICTURES || this == STRONGEST_CLASS;
    }

    @Override
    public boolean putsDeadLast() {
        return this != FILTER && this != DEAD;
    }

    @Override
    public double number(final FilterScore score) {
        return number.applyAsDouble(score);
    }

    @Override
    public String text(final FilterScore score, final LayerFormats formats) {
        return formats.of(this, this::number).text(number(score));
    }

    @Override
    public List<String> values(final FilterScore score) {
        return List.of(Double.toString(number(score)));
    }

    private static double strongestMean(final FilterScore score) {
        return score.strongest().map(ClassRow::mean).orElse(0.0);
    }
}
