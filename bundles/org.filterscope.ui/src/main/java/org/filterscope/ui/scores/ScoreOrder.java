package org.filterscope.ui.scores;

import java.util.Comparator;
import java.util.List;

import org.filterscope.core.report.Score;

/** By which column the rows are sorted, and which way. Filters that do equal harm, most often none, go by their highest values. */
record ScoreOrder(ScoreColumn column, boolean ascending) {
    private static final ScoreOrder STRONGEST = new ScoreOrder(StatisticColumn.MAXIMUM, false);
    private static final ScoreOrder WORST = new ScoreOrder(new AnalysisColumn(Score.HARM), false);

    /** While nobody has said otherwise: the most harmful filter first; where none does harm, the one with the highest value. */
    static ScoreOrder usual(final List<FilterScore> filters) {
        return filters.stream().anyMatch(filter -> filter.numbers().scores().number(Score.HARM).orElse(0) > 0) ? WORST : STRONGEST;
    }

    /** The order after a click on a column's header. */
    ScoreOrder clicked(final ScoreColumn other) {
        return new ScoreOrder(other, other.equals(column) ? !ascending : other.ascendsFirst());
    }

    /** Filters without a value stay at the end, equal values in the order of the channels. */
    Comparator<FilterScore> comparator() {
        final Comparator<FilterScore> up = column.ascending();
        final Comparator<FilterScore> values = ascending ? up : up.reversed();
        final Comparator<FilterScore> order = Comparator.comparing(column::isMissing)
                .thenComparing((one, other) -> column.isMissing(one) || column.isMissing(other) ? 0 : values.compare(one, other));
        return (column.putsDeadLast() ? Comparator.comparing((FilterScore score) -> score.numbers().dead()).thenComparing(order) : order)
                .thenComparing(column.equals(WORST.column) ? STRONGEST.comparator() : Comparator.comparing(FilterScore::channel));
    }
}
