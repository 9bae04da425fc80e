package org.filterscope.analysis.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.filterscope.core.comparison.EventKind;
import org.filterscope.core.comparison.EventRow;
import org.filterscope.core.comparison.FilterLabel;
import org.filterscope.core.comparison.TransitionRow;
import org.filterscope.core.report.FilterRow;

/** What happened to the filters of a layer from one report to the next. Only detectors count as standing for something. */
final class Events {
    private final Side before;
    private final Side after;
    private final String layer;

    Events(final Side before, final Side after, final String layer) {
        this.before = before;
        this.after = after;
        this.layer = layer;
    }

    /** By channel. */
    List<EventRow> events() {
        final List<EventRow> events = new ArrayList<>();
        for (int channel = 0; channel < before.filters(layer).size(); channel++) {
            final FilterRow first = before.filters(layer).get(channel);
            final FilterRow second = after.filters(layer).get(channel);
            if (first.dead() != second.dead()) {
                events.add(event(channel, second.dead() ? EventKind.DIED : EventKind.REVIVED, FilterLabel.NONE, FilterLabel.NONE));
            }
            final FilterLabel from = FilterLabel.detected(first);
            final FilterLabel to = FilterLabel.detected(second);
            if (before.hasLabels() && after.hasLabels() && !from.isSameConcept(to)) {
                events.add(event(channel, from.isNone() ? EventKind.GAINED : to.isNone() ? EventKind.LOST : EventKind.CHANGED, from, to));
            }
        }
        return events;
    }

    private EventRow event(final int channel, final EventKind kind, final FilterLabel from, final FilterLabel to) {
        return new EventRow(before.name(), after.name(), layer, channel, kind, from, to);
    }

    /** How many filters went from which label to which, then from which category to which; those that stayed among them. */
    List<TransitionRow> transitions() {
        final Map<Change, Integer> labels = new TreeMap<>();
        final Map<Change, Integer> categories = new TreeMap<>();
        for (int channel = 0; before.hasLabels() && after.hasLabels() && channel < before.filters(layer).size(); channel++) {
            final FilterLabel from = FilterLabel.detected(before.filters(layer).get(channel));
            final FilterLabel to = FilterLabel.detected(after.filters(layer).get(channel));
            labels.merge(new Change(from.concept(), to.concept()), 1, Integer::sum);
            categories.merge(new Change(from.category(), to.category()), 1, Integer::sum);
        }
        final List<TransitionRow> rows = new ArrayList<>();
        labels.forEach((change, filters) -> rows.add(row(TransitionRow.LABEL, change, filters)));
        categories.forEach((change, filters) -> rows.add(row(TransitionRow.CATEGORY, change, filters)));
        return rows;
    }

    private TransitionRow row(final String level, final Change change, final int filters) {
        return new TransitionRow(before.name(), after.name(), layer, level, change.from(), change.to(), filters);
    }

    private record Change(String from, String to) implements Comparable<Change> {
        @Override
        public int compareTo(final Change other) {
            return from.equals(other.from) ? to.compareTo(other.to) : from.compareTo(other.from);
        }
    }
}
