package org.filterscope.ui.scores;

import java.text.NumberFormat;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.TopRow;

/** The texts in the table's cells, for the filters of one layer. */
final class ScoreText {
    private final NumberColumn mean;
    private final NumberColumn deviation;
    private final NumberColumn maximum;
    private final NumberColumn classMean;
    private final NumberFormat percent = NumberFormat.getPercentInstance();

    ScoreText(final LayerScores scores) {
        mean = column(scores, FilterRow::mean);
        deviation = column(scores, FilterRow::std);
        maximum = column(scores, FilterRow::max);
        classMean = new NumberColumn(scores.filters().stream().flatMap(score -> score.strongest().stream()).mapToDouble(row -> row.mean()));
        percent.setMaximumFractionDigits(1);
        percent.setMinimumFractionDigits(1);
    }

    /** Pictures are painted; their names are for screen readers. */
    String text(final FilterScore score, final ScoreColumn column) {
        final FilterRow numbers = score.numbers();
        return switch (column) {
            case FILTER -> Integer.toString(score.channel());
            case PICTURES -> score.tops().stream().map(ScoreText::fileName).collect(Collectors.joining(", "));
            case CLASS -> score.strongest()
                    .map(row -> NLS.bind(Messages.ScoreText_strongestClass, row.className(), classMean.text(row.mean()))).orElse("");
            case MEAN -> mean.text(numbers.mean());
            case DEVIATION -> deviation.text(numbers.std());
            case MAXIMUM -> maximum.text(numbers.max());
            case FIRES -> percent.format(numbers.fires());
            case DEAD -> numbers.dead() ? Messages.ScoreText_dead : "";
        };
    }

    private static String fileName(final TopRow top) {
        return top.picture().substring(top.picture().lastIndexOf('/') + 1);
    }

    private static NumberColumn column(final LayerScores scores, final ToDoubleFunction<FilterRow> number) {
        return new NumberColumn(scores.filters().stream().map(FilterScore::numbers).mapToDouble(number));
    }
}
