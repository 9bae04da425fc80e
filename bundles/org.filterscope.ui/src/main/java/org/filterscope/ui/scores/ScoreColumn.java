package org.filterscope.ui.scores;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.filterscope.ui.display.Bar;

/** A column of the table. */
interface ScoreColumn {

    /** Names the column where its place is stored, and where a person asks for numbers in the filter. */
    String key();

    String label();

    /** What the column's values are, and their unit. */
    String explanation();

    /** {@code SWT.LEFT} or {@code SWT.RIGHT}. */
    int alignment();

    int defaultWidth();

    /** Whether the column is shown while nobody has said otherwise. */
    boolean isShownAtFirst();

    /** Whether there is anything to show: else the column is not offered. */
    boolean isKnown(LayerScores scores);

    /** Whether the filter has no value: such filters stay at the end however the column is sorted. */
    boolean isMissing(FilterScore score);

    /** Values from low to high; asked only of filters that have one. */
    Comparator<FilterScore> ascending();

    /** Whether the first click sorts from low to high: names do, of numbers the highest is what one looks for. */
    boolean ascendsFirst();

    /** Whether dead filters stay at the end however the column is sorted: their values say nothing. */
    boolean putsDeadLast();

    /** What the cell says; empty when the value is missing. */
    String text(FilterScore score, LayerFormats formats);

    /** What is painted beside the text. */
    default Optional<Bar> bar(final FilterScore score, final LayerScores scores) {
        return Optional.empty();
    }

    /** The value for comparisons with a number; not a number when it is missing, or none. */
    default double number(final FilterScore score) {
        return Double.NaN;
    }

    /** Names of the column's fields in CSV. */
    default List<String> fields() {
        return List.of(key());
    }

    /** The fields' values, numbers in full. */
    List<String> values(FilterScore score);
}
