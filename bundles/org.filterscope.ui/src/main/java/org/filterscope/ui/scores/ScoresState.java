package org.filterscope.ui.scores;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.runtime.IPath;
import org.eclipse.ui.IMemento;
import org.filterscope.ide.ReportLocation;

/**
 * What the view remembers from one time to the next.
 *
 * @param layer name of the layer looked at; empty when there was none
 * @param order that the person has chosen
 */
record ScoresState(Optional<ReportLocation> report, String layer, Optional<ScoreOrder> order, ColumnLayout columns) {
    private static final String REPORT = "report";
    private static final String CONFIGURATION = "configuration";
    private static final String LAYER = "layer";
    private static final String COLUMN = "sortColumn";
    private static final String ASCENDING = "ascending";
    private static final String COLUMNS = "columns";

    /** @param memento may be {@code null}, and may hold anything: what cannot be used is left out */
    static ScoresState read(final IMemento memento, final IWorkspaceRoot root) {
        if (memento == null) {
            return new ScoresState(Optional.empty(), "", Optional.empty(), ColumnLayout.DEFAULT);
        }
        return new ScoresState(report(memento, root), Optional.ofNullable(memento.getString(LAYER)).orElse(""), order(memento),
                Optional.ofNullable(memento.getString(COLUMNS)).map(ColumnLayout::parse).orElse(ColumnLayout.DEFAULT));
    }

    void write(final IMemento memento) {
        report.ifPresent(location -> {
            memento.putString(REPORT, location.directory().toString());
            location.configuration().ifPresent(file -> memento.putString(CONFIGURATION, file.getFullPath().toPortableString()));
        });
        memento.putString(LAYER, layer);
        order.ifPresent(chosen -> {
            memento.putString(COLUMN, chosen.column().key());
            memento.putBoolean(ASCENDING, chosen.ascending());
        });
        memento.putString(COLUMNS, columns.text());
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

    private static Optional<ScoreOrder> order(final IMemento memento) {
        return Optional.ofNullable(memento.getString(COLUMN)).flatMap(ScoreColumns::of)
                .map(column -> new ScoreOrder(column, Boolean.TRUE.equals(memento.getBoolean(ASCENDING))));
    }
}
