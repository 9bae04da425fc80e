package org.filterscope.ui.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.reconciler.MonoReconciler;
import org.eclipse.jface.text.source.ISourceViewer;

/** Looks for mistakes when a person pauses, and when a file or folder that the source names comes or goes. Not for spelling: keys are no words. */
final class SourceReconciler extends MonoReconciler {
    private static final int PAUSE_MILLISECONDS = 400;

    private final ConfigurationWatch watch;
    private final Runnable again = this::forceReconciling;
    private boolean installed;

    private SourceReconciler(final LiveProblems problems, final ConfigurationWatch watch) {
        super(problems, false);
        this.watch = watch;
        setDelay(PAUSE_MILLISECONDS);
    }

    /**
     * @param file     asked for each time, for the file may be moved
     * @param listener hears of all problems, in the background
     */
    static SourceReconciler of(final ISourceViewer viewer, final Supplier<Optional<Path>> file, final ConfigurationWatch watch,
            final Consumer<List<SourceProblem>> listener) {
        final LiveProblems problems = new LiveProblems(viewer, file, listener);
        final SourceReconciler reconciler = new SourceReconciler(problems, watch);
        problems.tellNames(reconciler::watch);
        return reconciler;
    }

    @Override
    public void install(final ITextViewer viewer) {
        synchronized (again) {
            installed = true;
        }
        super.install(viewer);
    }

    /** A check that is under way when the editor closes must not be watched for afterwards. */
    private void watch(final Set<Path> names) {
        synchronized (again) {
            if (installed) {
                watch.watch(again, names);
            }
        }
    }

    @Override
    public void uninstall() {
        synchronized (again) {
            installed = false;
            watch.forget(again);
        }
        super.uninstall();
    }
}
