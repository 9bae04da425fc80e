package org.filterscope.ide.settings;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IWorkspaceRoot;
import org.eclipse.core.resources.ProjectScope;
import org.eclipse.core.runtime.preferences.DefaultScope;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IScopeContext;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.osgi.service.prefs.BackingStoreException;

/**
 * The worker's settings where Eclipse keeps preferences: for the workspace, and for projects that have settings of their own. A project that
 * has any has all of them, so that a change for the workspace never mixes with them.
 */
public final class WorkerPreferences {
    /** The node of the preferences. */
    public static final String NODE = "org.filterscope.ide";
    /** One of the keys of {@link ExecutorSetting}. */
    public static final String EXECUTOR = "worker.executor";
    /** A number of cores; 0 leaves one of the machine's free. */
    public static final String CORES = "worker.cores";
    /** Megabytes. */
    public static final String HEAP = "worker.heap";
    /** One of the keys of {@link DeviceSetting}. */
    public static final String DEVICE = "worker.device";
    /** Megabytes of all memory; 0 for no limit. */
    public static final String LIMIT = "worker.limit";
    private static final List<String> KEYS = List.of(EXECUTOR, CORES, HEAP, DEVICE, LIMIT);

    private final IWorkspaceRoot workspace;

    public WorkerPreferences(final IWorkspaceRoot workspace) {
        this.workspace = workspace;
    }

    /** Those of the workspace. */
    public WorkerSettings settings() {
        return read(InstanceScope.INSTANCE);
    }

    /** Those that count for the project: its own, or the workspace's where it has none. */
    public WorkerSettings settings(final IProject project) {
        return hasOwn(project) ? read(new ProjectScope(project)) : settings();
    }

    /** Those that count for work about a file, which need not lie in the workspace, nor exist. */
    public WorkerSettings settings(final Path file) {
        return project(file).map(this::settings).orElseGet(this::settings);
    }

    /** Whether a project has settings of its own; one that is closed has none. */
    public boolean hasOwn(final IProject project) {
        return project.isAccessible()
                && KEYS.stream().anyMatch(key -> node(new ProjectScope(project)).get(key, null) != null);
    }

    /** @throws BackingStoreException when they cannot be written */
    public void save(final WorkerSettings settings) throws BackingStoreException {
        write(InstanceScope.INSTANCE, settings);
    }

    /** @throws BackingStoreException when they cannot be written */
    public void save(final IProject project, final WorkerSettings settings) throws BackingStoreException {
        write(new ProjectScope(project), settings);
    }

    /**
     * The project follows the workspace from now on.
     *
     * @throws BackingStoreException when its settings cannot be removed
     */
    public void removeOwn(final IProject project) throws BackingStoreException {
        final IEclipsePreferences node = node(new ProjectScope(project));
        KEYS.forEach(node::remove);
        node.flush();
    }

    /** Projects may lie in each other: the innermost counts. */
    private Optional<IProject> project(final Path file) {
        return Stream.of(workspace.findFilesForLocationURI(file.toUri()))
                .min(Comparator.comparingInt(found -> found.getProjectRelativePath().segmentCount()))
                .map(IFile::getProject);
    }

    private static WorkerSettings read(final IScopeContext scope) {
        final IEclipsePreferences node = node(scope);
        final IEclipsePreferences usual = node(DefaultScope.INSTANCE);
        final WorkerSettings defaults = WorkerSettings.defaults();
        return new WorkerSettings(ExecutorSetting.of(node.get(EXECUTOR, usual.get(EXECUTOR, defaults.executor().key()))),
                node.getInt(CORES, usual.getInt(CORES, defaults.cores())), node.getInt(HEAP, usual.getInt(HEAP, defaults.heap())),
                DeviceSetting.of(node.get(DEVICE, usual.get(DEVICE, defaults.device().key()))),
                node.getInt(LIMIT, usual.getInt(LIMIT, defaults.limit())));
    }

    private static void write(final IScopeContext scope, final WorkerSettings settings) throws BackingStoreException {
        final IEclipsePreferences node = node(scope);
        node.put(EXECUTOR, settings.executor().key());
        node.putInt(CORES, settings.cores());
        node.putInt(HEAP, settings.heap());
        node.put(DEVICE, settings.device().key());
        node.putInt(LIMIT, settings.limit());
        node.flush();
    }

    private static IEclipsePreferences node(final IScopeContext scope) {
        return scope.getNode(NODE);
    }
}
