package org.filterscope.ui.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.filterscope.core.configuration.InputSettings.Size;
import org.filterscope.core.report.LayerRow;
import org.filterscope.ide.Diagnoses;
import org.filterscope.ide.InspectionJob;

/** Has the worker read models, each once as long as its file does not change. */
final class InspectedModels implements ModelFacts {
    private static final long PATIENCE_MILLISECONDS = 30_000;
    private static final int KEPT = 8;

    private final Diagnoses diagnoses;
    private final Map<Subject, List<String>> known = new LinkedHashMap<>();

    InspectedModels(final Diagnoses diagnoses) {
        this.diagnoses = diagnoses;
    }

    private record Subject(Path model, Optional<Size> size, FileTime changed, long bytes) {
    }

    @Override
    public List<String> layers(final Path model, final Optional<Size> size) {
        try {
            final Subject subject = new Subject(model, size, Files.getLastModifiedTime(model), Files.size(model));
            final Optional<List<String>> before = before(subject);
            if (before.isPresent()) {
                return before.get();
            }
            final InspectionJob job = diagnoses.prepareInspection(model, size);
            job.schedule();
            job.join(PATIENCE_MILLISECONDS, new NullProgressMonitor());
            final List<String> layers = job.layers().stream().map(LayerRow::layer).toList();
            if (!layers.isEmpty()) {
                keep(subject, layers);
            }
            return layers;
        } catch (final IOException | OperationCanceledException e) {
            return List.of();
        } catch (final InterruptedException e) {
            // The person wrote on: the proposals are not wanted any more.
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private synchronized Optional<List<String>> before(final Subject subject) {
        return Optional.ofNullable(known.get(subject));
    }

    private synchronized void keep(final Subject subject, final List<String> layers) {
        known.put(subject, layers);
        if (known.size() > KEPT) {
            known.remove(known.keySet().iterator().next());
        }
    }
}
