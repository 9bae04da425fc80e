package org.filterscope.ui.scores;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which columns a person wants to see, in which order and how wide: all columns that there can be, each once. */
record ColumnLayout(List<Place> places) {
    static final ColumnLayout DEFAULT = new ColumnLayout(ScoreColumns.ALL.stream()
            .map(column -> new Place(column, column.isShownAtFirst(), column.defaultWidth())).toList());
    /** A narrower column cannot be found with the pointer again. */
    private static final int NARROWEST = 16;
    private static final Pattern PLACE = Pattern.compile("(-?)([a-z][a-z0-9_]*):([0-9]{1,4})");

    ColumnLayout {
        places = List.copyOf(places);
    }

    /** Where and whether a column stands. */
    record Place(ScoreColumn column, boolean shown, int width) {
    }

    /** What {@link #text} wrote, or anything else: what cannot be used is as it is at first. */
    static ColumnLayout parse(final String text) {
        final List<Place> places = new ArrayList<>();
        final Set<ScoreColumn> seen = new HashSet<>();
        for (final String word : text.split(" ")) {
            final Matcher matcher = PLACE.matcher(word);
            if (matcher.matches()) {
                final int width = Integer.parseInt(matcher.group(3));
                ScoreColumns.of(matcher.group(2)).filter(seen::add).ifPresent(column -> places
                        .add(new Place(column, matcher.group(1).isEmpty(), width < NARROWEST ? column.defaultWidth() : width)));
            }
        }
        return new ColumnLayout(places).completed();
    }

    /** Columns that are new since stand behind the one that they stand behind at first. */
    private ColumnLayout completed() {
        final List<Place> complete = new ArrayList<>(places);
        for (int index = 0; index < DEFAULT.places.size(); index++) {
            final Place place = DEFAULT.places.get(index);
            final List<ScoreColumn> columns = complete.stream().map(Place::column).toList();
            if (!columns.contains(place.column())) {
                complete.add(index == 0 ? 0 : columns.indexOf(DEFAULT.places.get(index - 1).column()) + 1, place);
            }
        }
        return new ColumnLayout(complete);
    }

    String text() {
        return places.stream().map(place -> "%s%s:%d".formatted(place.shown() ? "" : "-", place.column().key(), place.width()))
                .collect(Collectors.joining(" "));
    }

    /** The columns that a layer gives something to show in. */
    List<Place> offered(final LayerScores scores) {
        return places.stream().filter(place -> place.column().isKnown(scores)).toList();
    }

    ColumnLayout show(final ScoreColumn column, final boolean shown) {
        return change(place -> place.column().equals(column) ? new Place(column, shown, place.width()) : place);
    }

    /** These columns in their new order and state; the others keep their places. */
    ColumnLayout arrange(final List<Place> arranged) {
        final Set<ScoreColumn> columns = arranged.stream().map(Place::column).collect(Collectors.toSet());
        final List<Place> queue = new ArrayList<>(arranged);
        return change(place -> columns.contains(place.column()) ? queue.removeFirst() : place);
    }

    private ColumnLayout change(final UnaryOperator<Place> change) {
        final Place[] changed = places.toArray(Place[]::new);
        Arrays.setAll(changed, index -> change.apply(changed[index]));
        return new ColumnLayout(List.of(changed));
    }
}
