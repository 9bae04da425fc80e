package org.filterscope.ui.explorer;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.filterscope.ide.DiagnosisListener;
import org.filterscope.ide.ReportLocation;
import org.filterscope.ide.ReportSearch;

/** Gathers what changes about models until somebody has time to look at it: a run writes many files, which are looked at together. Of any thread. */
final class ModelChanges implements IResourceChangeListener, DiagnosisListener {
    private final Predicate<IFile> known;
    private final Runnable changed;
    private Set<IFile> files = new HashSet<>();
    private Set<Path> reports = new HashSet<>();
    private boolean lost;
    private boolean told;
    private Optional<Path> current;

    /**
     * @param known   whether anything is known of a file, which may then be wrong
     * @param current the report that is on show
     * @param changed called on the thread of the change, once until {@link #take}; must return at once
     */
    ModelChanges(final Predicate<IFile> known, final Optional<Path> current, final Runnable changed) {
        this.known = known;
        this.current = current;
        this.changed = changed;
    }

    /**
     * What has changed.
     *
     * @param files   that came, changed or went
     * @param reports directories of what may be reports that came, changed or went
     * @param lost    whether reports went of which nobody can say any more where they lay
     */
    record Changed(Set<IFile> files, Set<Path> reports, boolean lost) {
    }

    /** All that has changed since this was called before. */
    synchronized Changed take() {
        final Changed taken = new Changed(files, reports, lost);
        files = new HashSet<>();
        reports = new HashSet<>();
        lost = false;
        told = false;
        return taken;
    }

    @Override
    public void resourceChanged(final IResourceChangeEvent event) {
        if (event.getDelta() == null) {
            return;
        }
        try {
            event.getDelta().accept(delta -> {
                final boolean content = delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.CONTENT) != 0;
                if (content && delta.getResource() instanceof final IFile file) {
                    add(file);
                }
                return true;
            });
        } catch (final CoreException e) {
            ILog.of(ModelChanges.class).log(e.getStatus());
        }
        tell();
    }

    private synchronized void add(final IFile file) {
        if (ReportSearch.isManifest(file)) {
            final IPath location = file.getLocation();
            if (location == null) {
                lost = true;
            } else {
                reports.add(location.toPath().getParent());
            }
        } else if (known.test(file)) {
            files.add(file);
        }
    }

    /** A report outside of the workspace counts as long as it is on show. */
    @Override
    public synchronized void reportOpened(final ReportLocation report) {
        current.ifPresent(reports::add);
        reports.add(report.directory());
        current = Optional.of(report.directory());
        tell();
    }

    @Override
    public void runningChanged() {
        // The report that comes of it is told.
    }

    private synchronized void tell() {
        if (!told && (lost || !files.isEmpty() || !reports.isEmpty())) {
            told = true;
            changed.run();
        }
    }
}
