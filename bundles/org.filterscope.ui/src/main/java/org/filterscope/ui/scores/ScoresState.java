package org.filterscope.ui.scores;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IMemento;
import org.filterscope.ide.ReportLocation;

/**
 * What the view remembers from one time to the next.
 *
 * @param layer  name of the layer looked at; empty when there was none
 * @param widths of all columns, in order; empty for the default widths
 */
record ScoresState(Optional<ReportLocation> report, String layer, ScoreOrder order, List<Integer> widths) {
    private static final String REPORT = "report";
    private static final String CONFIGURATION = "configuration";
    private static final String LAYER = "layer";
    private static final String COLUMN = "sortColumn";
    private static final String ASCENDING = "ascending";
    private static final String WIDTHS = "widths";
    /** A narrower column cannot be found with the pointer again. */
    private static final int NARROWEST = 16;

    /** @param memento may be {@code null}, and may hold anything: what cannot be used is left out */
    static ScoresState read(final IMemento memento, final IWorkspaceRoot root) {
        if (memento == null) {
            return new ScoresState(Optional.empty(), "", ScoreOrder.DEFAULT, List.of());
        }
        return new ScoresState(report(memento, root), Optional.ofNullable(memento.getString(LAYER)).orElse(""), order(memento),
                widths(memento));
    }

    void write(final IMemento memento) {
        report.ifPresent(location -> {
            memento.putString(REPORT, location.directory().toString());
            location.configuration().ifPresent(file -> memento.putString(CONFIGURATION, file.getFullPath().toPortableString()));
        });
        memento.putString(LAYER, layer);
        memento.putString(COLUMN, order.column().name());
        memento.putBoolean(ASCENDING, order.ascending());
        memento.putString(WIDTHS, widths.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private static Optional<ReportLocation> report(final IMemento memento, final IWorkspaceRoot root) {
        try {
            final Optional<IFile> configuration = Optional.ofNullable(memento.getString(CONFIGURATION)).map(IPath::fromPortableString)
                    .filter(path -> path.segmentCount() > 1).map(root::getFile);
            return Optional.ofNullable(memento.getString(REPORT)).map(Path::of)
                    .map(directory -> new ReportLocation(directory, configuration));
        } catch (final InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static ScoreOrder order(final IMemento memento) {
        return Stream.of(ScoreColumn.values()).filter(column -> column.name().equals(memento.getString(COLUMN))).findFirst()
                .map(column -> new ScoreOrder(column, Boolean.TRUE.equals(memento.getBoolean(ASCENDING)))).orElse(ScoreOrder.DEFAULT);
    }

    private static List<Integer> widths(final IMemento memento) {
        final List<Integer> widths = Stream.ofNullable(memento.getString(WIDTHS)).flatMap(text -> Stream.of(text.split(" ")))
                .filter(width -> width.matches("[0-9]{1,4}")).map(Integer::valueOf).filter(width -> width >= NARROWEST).toList();
        return widths.size() == ScoreColumn.values().length ? widths : List.of();
    }
}
