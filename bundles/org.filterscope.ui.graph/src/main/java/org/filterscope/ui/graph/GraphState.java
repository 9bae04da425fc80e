package org.filterscope.ui.graph;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.ui.IMemento;

/**
 * What the view remembers from one time to the next.
 *
 * @param report    directory of the report looked at
 * @param category  of the graph looked at; empty when there was none
 * @param colorBy   key of what the colors tell; empty when there was none
 * @param slotWidth of the zoom, see BandLayout; 0 for the whole width
 * @param byNumber  whether filters stand in the order of their numbers
 * @param overview  whether the whole graph is shown small
 * @param pictures  whether the pictures are shown
 */
record GraphState(Optional<Path> report, String category, String colorBy, double slotWidth, boolean byNumber, boolean overview, boolean pictures) {
    private static final String REPORT = "report";
    private static final String CATEGORY = "category";
    private static final String COLOR_BY = "colorBy";
    private static final String SLOT_WIDTH = "slotWidth";
    private static final String BY_NUMBER = "byNumber";
    private static final String NO_OVERVIEW = "noOverview";
    private static final String NO_PICTURES = "noPictures";

    /** @param memento may be {@code null}, and may hold anything: what cannot be used is left out */
    static GraphState read(final IMemento memento) {
        if (memento == null) {
            return new GraphState(Optional.empty(), "", "", 0, false, true, true);
        }
        final Float slot = memento.getFloat(SLOT_WIDTH);
        return new GraphState(report(memento.getString(REPORT)), Optional.ofNullable(memento.getString(CATEGORY)).orElse(""),
                Optional.ofNullable(memento.getString(COLOR_BY)).orElse(""), slot != null && slot > 0 ? slot : 0,
                Boolean.TRUE.equals(memento.getBoolean(BY_NUMBER)), !Boolean.TRUE.equals(memento.getBoolean(NO_OVERVIEW)),
                !Boolean.TRUE.equals(memento.getBoolean(NO_PICTURES)));
    }

    GraphState of(final Optional<Path> directory, final String other) {
        return new GraphState(directory, other, colorBy, slotWidth, byNumber, overview, pictures);
    }

    void write(final IMemento memento) {
        report.ifPresent(directory -> memento.putString(REPORT, directory.toString()));
        memento.putString(CATEGORY, category);
        memento.putString(COLOR_BY, colorBy);
        memento.putFloat(SLOT_WIDTH, (float) slotWidth);
        memento.putBoolean(BY_NUMBER, byNumber);
        memento.putBoolean(NO_OVERVIEW, !overview);
        memento.putBoolean(NO_PICTURES, !pictures);
    }

    /** @param text may be {@code null} */
    private static Optional<Path> report(final String text) {
        try {
            return Optional.ofNullable(text).map(Path::of);
        } catch (final InvalidPathException e) {
            return Optional.empty();
        }
    }
}
