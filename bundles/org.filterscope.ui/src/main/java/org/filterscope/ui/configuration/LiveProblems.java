package org.filterscope.ui.configuration;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.DirtyRegion;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.reconciler.IReconcilingStrategyExtension;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;

/** Marks mistakes while a person types. Called in the background, when the person pauses. */
final class LiveProblems implements IReconcilingStrategy, IReconcilingStrategyExtension {
    private final ISourceViewer viewer;
    private final Supplier<Optional<Path>> file;
    private final Consumer<List<SourceProblem>> listener;
    private volatile IDocument document;
    private volatile Consumer<Set<Path>> names = found -> {
    };
    private Annotation[] shown = {};

    /**
     * @param file     asked for each time, for the file may be moved; empty when it does not lie on this machine's disks: then nothing is looked up
     * @param listener hears of all problems, on a thread of its own
     */
    LiveProblems(final ISourceViewer viewer, final Supplier<Optional<Path>> file, final Consumer<List<SourceProblem>> listener) {
        this.viewer = viewer;
        this.file = file;
        this.listener = listener;
    }

    /** @param listener hears of the files and folders that the source names, on a thread of its own */
    void tellNames(final Consumer<Set<Path>> listener) {
        names = listener;
    }

    @Override
    public void setDocument(final IDocument document) {
        this.document = document;
    }

    @Override
    public void setProgressMonitor(final IProgressMonitor monitor) {
        // A configuration is checked before anybody could cancel.
    }

    @Override
    public void initialReconcile() {
        reconcile();
    }

    @Override
    public void reconcile(final DirtyRegion dirty, final IRegion region) {
        reconcile();
    }

    @Override
    public void reconcile(final IRegion partition) {
        reconcile();
    }

    private synchronized void reconcile() {
        final IDocument checked = document;
        if (checked == null) {
            return;
        }
        final String text = checked.get();
        final Optional<SourceCheck> check = file.get().map(SourceCheck::new);
        // First: what comes or goes during the check is looked at again.
        names.accept(check.map(at -> at.named(text)).orElse(Set.of()));
        final List<SourceProblem> problems = check.map(at -> at.problems(text)).orElse(List.of());
        final IAnnotationModel model = viewer.getAnnotationModel();
        if (model instanceof final IAnnotationModelExtension extended) {
            final Map<Annotation, Position> annotations = new HashMap<>();
            for (final SourceProblem problem : problems) {
                final int offset = Math.min(problem.offset(), checked.getLength());
                annotations.put(new ProblemAnnotation(problem), new Position(offset, Math.min(problem.length(), checked.getLength() - offset)));
            }
            extended.replaceAnnotations(shown, annotations);
            shown = annotations.keySet().toArray(Annotation[]::new);
        }
        listener.accept(problems);
    }
}
