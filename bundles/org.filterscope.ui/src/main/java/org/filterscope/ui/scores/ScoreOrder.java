package org.filterscope.ui.scores;

import java.util.Comparator;

/** By which column the rows are sorted, and which way. */
record ScoreOrder(ScoreColumn column, boolean ascending) {
    static final ScoreOrder DEFAULT = new ScoreOrder(StatisticColumn.MAXIMUM, false);

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
                .thenComparing(FilterScore::channel);
    }
}
