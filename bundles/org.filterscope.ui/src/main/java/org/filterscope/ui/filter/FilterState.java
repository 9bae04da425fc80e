package org.filterscope.ui.filter;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.ui.IMemento;
import org.filterscope.ui.FilterSelection;

/** What the view remembers from one time to the next. */
record FilterState(Optional<FilterSelection> filter, boolean dimmed) {
    private static final String REPORT = "report";
    private static final String LAYER = "layer";
    private static final String CHANNEL = "channel";
    private static final String BRIGHT = "bright";

    /** @param memento may be {@code null}, and may hold anything: what cannot be used is left out */
    static FilterState read(final IMemento memento) {
        if (memento == null) {
            return new FilterState(Optional.empty(), true);
        }
        return new FilterState(filter(memento), !Boolean.TRUE.equals(memento.getBoolean(BRIGHT)));
    }

    void write(final IMemento memento) {
        filter.ifPresent(shown -> {
            memento.putString(REPORT, shown.report().toString());
            memento.putString(LAYER, shown.layer());
            memento.putInteger(CHANNEL, shown.channel());
        });
        memento.putBoolean(BRIGHT, !dimmed);
    }

    private static Optional<FilterSelection> filter(final IMemento memento) {
        final String report = memento.getString(REPORT);
        final String layer = memento.getString(LAYER);
        final Integer channel = memento.getInteger(CHANNEL);
        try {
            return report == null || layer == null || channel == null ? Optional.empty()
                    : Optional.of(new FilterSelection(Path.of(report), layer, channel));
        } catch (final InvalidPathException e) {
            return Optional.empty();
        }
    }
}
