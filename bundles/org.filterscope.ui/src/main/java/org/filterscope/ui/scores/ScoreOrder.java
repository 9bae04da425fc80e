package org.filterscope.ui.scores;

import java.util.Comparator;

/** By which column the rows are sorted, and which way. */
record ScoreOrder(ScoreColumn column, boolean ascending) {
    static final ScoreOrder DEFAULT = new ScoreOrder(ScoreColumn.MAXIMUM, false);

    /** The order after a click on a column's header. */
    ScoreOrder clicked(final ScoreColumn other) {
        return new ScoreOrder(other, other == column ? !ascending : other.ascendsFirst());
    }

    /** Equal values stay in the order of the channels. */
    Comparator<FilterScore> comparator() {
        final Comparator<FilterScore> values = ascending ? column.ascending() : column.ascending().reversed();
        final Comparator<FilterScore> order = column.putsDeadLast()
                ? Comparator.comparing((FilterScore score) -> score.numbers().dead()).thenComparing(values)
                : values;
        return order.thenComparing(FilterScore::channel);
    }
}
