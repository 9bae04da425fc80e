package org.filterscope.ui.explorer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.content.IContentDescription;
import org.filterscope.core.report.FilterRow;
import org.filterscope.core.report.InvalidReportException;
import org.filterscope.core.report.LayerRow;
import org.filterscope.core.report.Report;
import org.filterscope.core.report.Score;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.InspectionJob;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ide.ReportSearch;
import org.filterscope.ui.content.ModelDescriber;

/** Finds out about models: from the newest report, or else by having the worker read them. Looks at the disk; never called on the UI thread. */
final class ModelLoading {
    private final Diagnoses diagnoses;

    ModelLoading(final Diagnoses diagnoses) {
        this.diagnoses = diagnoses;
    }

    /** Whether a file is a model, by its beginning. */
    static boolean isModel(final IFile file) throws CoreException {
        final IContentDescription description = file.getContentDescription();
        return description != null && description.getContentType() != null && ModelDescriber.TYPES.contains(description.getContentType().getId());
    }

    /** Files of the models that some reports are about. The directories may be other tools'. */
    static Set<String> models(final Set<Path> reports) {
        return reports.stream().filter(Report::isReport).flatMap(directory -> ReportSearch.open(directory).stream())
                .map(report -> report.manifest().model().file()).collect(Collectors.toSet());
    }

    KnownModel read(final IFile file, final IProgressMonitor monitor) throws CoreException {
        if (!file.isAccessible() || file.getLocation() == null || !isModel(file)) {
            return KnownModel.NONE;
        }
        final Path model = file.getLocation().toPath();
        final Optional<Report> report = new ReportSearch(file.getWorkspace().getRoot()).newest(model, diagnoses.current().map(ReportLocation::directory),
                monitor);
        if (report.isPresent()) {
            try {
                final List<String> names = report.get().manifest().layers();
                final List<LayerRow> layers = report.get().layers().stream().filter(layer -> names.contains(layer.layer())).toList();
                return new KnownModel(true, Optional.of(report.get().directory()), layers, Optional.empty());
            } catch (final InvalidReportException e) {
                return new KnownModel(true, Optional.empty(), List.of(), Optional.of(e.getMessage()));
            }
        }
        return inspected(model, monitor);
    }

    private KnownModel inspected(final Path model, final IProgressMonitor monitor) {
        final InspectionJob job = diagnoses.prepareInspection(model, Optional.empty());
        job.schedule();
        try {
            job.join(0, monitor);
        } catch (final InterruptedException | OperationCanceledException e) {
            job.cancel();
            throw new OperationCanceledException();
        }
        return new KnownModel(true, Optional.empty(), job.layers(),
                job.failure().map(IStatus::getMessage).map(words -> withoutPlace(words, model)));
    }

    /** The words stand below the model, in a narrow view: its place would be all that is read of them. */
    private static String withoutPlace(final String words, final Path model) {
        final String place = model + ": ";
        return words.startsWith(place) ? words.substring(place.length()) : words;
    }

    /** What the report says that each filter of a layer stands for; an empty word where it says nothing. */
    static List<String> labels(final ModelLayer layer) throws InvalidReportException {
        final List<String> labels = new ArrayList<>();
        for (final FilterRow filter : Report.open(layer.report().orElseThrow()).filters(layer.layer().layer())) {
            labels.add(filter.dead() ? Messages.ModelLoading_dead : filter.scores().text(Score.LABEL).orElse(""));
        }
        return labels;
    }
}
