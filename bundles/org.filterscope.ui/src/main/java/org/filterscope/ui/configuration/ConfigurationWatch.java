package org.filterscope.ui.configuration;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;

/**
 * Has configurations checked again when they change, and when a file or folder that they name comes or goes. Reads nothing itself: it is called
 * wherever the workspace is changed, on the UI thread, too.
 */
final class ConfigurationWatch implements IResourceChangeListener {
    private static final String EXTENSION = "filterscope";

    private final Map<Runnable, Set<Path>> named = new ConcurrentHashMap<>();
    private final ConfigurationMarkersJob markers = new ConfigurationMarkersJob(this);

    /** Has the markers of every configuration renewed: a file may have changed while nobody watched. */
    void checkAll() {
        markers.checkAll();
    }

    /** Has the markers of a file renewed in the background, whatever its name ends in. */
    void check(final IFile file) {
        markers.check(file);
    }

    /**
     * @param again called when one of the files or folders comes or goes, on any thread; must return at once. Replaces what it was to be called for
     *              before.
     * @param names absolute, normalised
     */
    void watch(final Runnable again, final Set<Path> names) {
        named.put(again, Set.copyOf(names));
    }

    void forget(final Runnable again) {
        named.remove(again);
    }

    /** Nothing is checked any more. */
    void close() {
        markers.cancel();
        named.clear();
    }

    /** Whether a file is a configuration that a person keeps, and not a copy that a build has made. */
    static boolean isKept(final IFile file) {
        return EXTENSION.equals(file.getFileExtension()) && !file.isDerived(IResource.CHECK_ANCESTORS)
                && !file.isTeamPrivateMember(IResource.CHECK_ANCESTORS);
    }

    @Override
    public void resourceChanged(final IResourceChangeEvent event) {
        if (event.getDelta() == null) {
            return;
        }
        final Set<Runnable> concerned = new HashSet<>();
        try {
            event.getDelta().accept(delta -> {
                final boolean other = delta.getKind() != IResourceDelta.CHANGED || (delta.getFlags() & IResourceDelta.REPLACED) != 0;
                if (other) {
                    concerned.addAll(concerned(delta));
                }
                if ((other || (delta.getFlags() & IResourceDelta.CONTENT) != 0) && delta.getResource() instanceof final IFile file && isKept(file)) {
                    markers.check(file);
                }
                return true;
            });
        } catch (final CoreException e) {
            ILog.of(ConfigurationWatch.class).log(e.getStatus());
        }
        concerned.forEach(Runnable::run);
    }

    private Set<Runnable> concerned(final IResourceDelta delta) {
        final IPath location = delta.getResource().getLocation();
        if (location == null) {
            // Nobody can say any more where the files of a project lay that is gone.
            return delta.getResource() instanceof IProject ? named.keySet() : Set.of();
        }
        final Path place = location.toPath();
        final Set<Runnable> concerned = new HashSet<>();
        named.forEach((again, names) -> {
            if (names.contains(place)) {
                concerned.add(again);
            }
        });
        return concerned;
    }
}
