package org.filterscope.ui.scores;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.filterscope.core.report.Score;
import org.filterscope.core.report.Score.Kind;
import org.filterscope.ui.display.Bar;

/** The column of a score that some analysis computes. Its words are in {@code analysis-columns.properties}. */
record AnalysisColumn(Score score) implements ScoreColumn {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("org.filterscope.ui.scores.analysis-columns", Locale.getDefault(),
            AnalysisColumn.class.getClassLoader());
    private static final Set<Score> SHOWN_AT_FIRST = Set.of(Score.HARM, Score.LABEL, Score.IOU, Score.PART, Score.VECTOR_R2, Score.CLASS, Score.CLASS_AUC,
            Score.CONTRIBUTES_TO, Score.CONTRIBUTION, Score.ABLATION, Score.TWIN, Score.TWIN_CORRELATION);
    private static final int TEXT_WIDTH = 130;
    private static final int BAR_WIDTH = 128;
    private static final int NUMBER_WIDTH = 96;
    private static final double CHANCE = 0.5;

    @Override
    public String key() {
        return score.key();
    }

    @Override
    public String label() {
        return words(score.key());
    }

    @Override
    public String explanation() {
        return words(score.key() + ".explanation");
    }

    private static String words(final String key) {
        try {
            return WORDS.getString(key);
        } catch (final MissingResourceException e) {
            return key;
        }
    }

    @Override
    public int alignment() {
        return score.kind() == Kind.TEXT || score.kind() == Kind.FLAG ? SWT.LEFT : SWT.RIGHT;
    }

    @Override
    public int defaultWidth() {
        return score.kind() == Kind.TEXT ? TEXT_WIDTH : isBar() ? BAR_WIDTH : NUMBER_WIDTH;
    }

    @Override
    public boolean isShownAtFirst() {
        return SHOWN_AT_FIRST.contains(score);
    }

    @Override
    public boolean isKnown(final LayerScores scores) {
        return scores.known().contains(score);
    }

    @Override
    public boolean isMissing(final FilterScore filter) {
        return filter.numbers().scores().text(score).isEmpty() || isNumber() && Double.isNaN(number(filter));
    }

    @Override
    public Comparator<FilterScore> ascending() {
        return switch (score.kind()) {
            case TEXT -> Comparator.comparing(filter -> raw(filter).toLowerCase(Locale.ROOT));
            case FLAG -> Comparator.comparing(filter -> filter.numbers().scores().flag(score));
            default -> Comparator.comparingDouble(this::number);
        };
    }

    /** Of what is good when it is low, the lowest is what one looks for. */
    @Override
    public boolean ascendsFirst() {
        return score.kind() == Kind.TEXT || Set.of(Score.LABEL_P, Score.INSTABILITY, Score.INSTABILITY_RATIO, Score.ABLATION).contains(score);
    }

    @Override
    public boolean putsDeadLast() {
        return true;
    }

    @Override
    public double number(final FilterScore filter) {
        return isNumber() ? filter.numbers().scores().number(score).orElse(Double.NaN) : Double.NaN;
    }

    @Override
    public String text(final FilterScore filter, final LayerFormats formats) {
        if (isMissing(filter)) {
            return "";
        }
        return switch (score.kind()) {
            case TEXT -> isGuess(filter) ? NLS.bind(Messages.AnalysisColumn_guess, raw(filter)) : raw(filter);
            case FLAG -> filter.numbers().scores().flag(score)
                    ? NLS.bind(Messages.AnalysisColumn_flag, label().toLowerCase(Locale.getDefault()))
                    : "";
            default -> ScoreFormat.of(score).text(score, number(filter), formats);
        };
    }

    @Override
    public Optional<Bar> bar(final FilterScore filter, final LayerScores scores) {
        if (!isBar() || isMissing(filter)) {
            return Optional.empty();
        }
        return Optional.of(switch (score) {
            case IOU, IOU_BEST -> Bar.of(number(filter), 0, scores.longestIou(), score == Score.IOU ? scores.detector() : Double.NaN);
            case CLASS_AUC -> Bar.of(number(filter), CHANCE, 1, Double.NaN);
            default -> Bar.of(number(filter), 0, 1, Double.NaN);
        });
    }

    @Override
    public List<String> values(final FilterScore filter) {
        return List.of(raw(filter));
    }

    /** A label that the filter does not detect. */
    private boolean isGuess(final FilterScore filter) {
        return score == Score.LABEL && filter.numbers().scores().text(Score.DETECTOR).isPresent() && !filter.numbers().scores().flag(Score.DETECTOR);
    }

    private String raw(final FilterScore filter) {
        return filter.numbers().scores().text(score).orElse("");
    }

    private boolean isNumber() {
        return score.kind() != Kind.TEXT && score.kind() != Kind.FLAG;
    }

    private boolean isBar() {
        return score.kind() == Kind.SHARE || score == Score.VECTOR_R2 || score == Score.TWIN_CORRELATION || score == Score.SELECTIVITY;
    }
}
