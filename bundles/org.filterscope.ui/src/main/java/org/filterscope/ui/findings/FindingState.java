package org.filterscope.ui.findings;

import java.util.List;
import java.util.Optional;

import org.eclipse.ui.IMemento;
import org.filterscope.ide.FindingMarker;

/**
 * Which finding was open when the workbench was left.
 *
 * @param report  directory of the report that has it, as text
 * @param finding its id
 */
record FindingState(String report, String finding) {
    private static final String REPORT = "report";
    private static final String FINDING = "finding";

    /** @param memento may be {@code null}, and may hold anything */
    static Optional<FindingState> read(final IMemento memento) {
        return Optional.ofNullable(memento).filter(state -> state.getString(REPORT) != null && state.getString(FINDING) != null)
                .map(state -> new FindingState(state.getString(REPORT), state.getString(FINDING)));
    }

    void write(final IMemento memento) {
        memento.putString(REPORT, report);
        memento.putString(FINDING, finding);
    }

    /** A marker of the same report; empty where the report has none any more. */
    Optional<FindingMarker> among(final List<FindingMarker> markers) {
        return markers.stream().filter(marker -> marker.report().toString().equals(report)).findFirst();
    }
}
