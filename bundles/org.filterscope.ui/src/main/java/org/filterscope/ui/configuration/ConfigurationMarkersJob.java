package org.filterscope.ui.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IWorkspace;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.filterscope.core.configuration.InvalidConfigurationException.UnknownKey;

/** Puts what is wrong with configurations, as they are saved, into the Problems view. What changes many times in a moment is looked at once. */
final class ConfigurationMarkersJob extends Job {
    static final String TYPE = "org.filterscope.ui.configurationProblem";
    /** Of a marker about an unknown key: the key, and the keys that may be meant. */
    static final String KEY = "key";
    static final String ACCEPTED = "accepted";
    private static final int PAUSE_MILLISECONDS = 200;

    private final ConfigurationWatch watch;
    private final Set<IFile> waiting = new LinkedHashSet<>();
    private boolean all;

    ConfigurationMarkersJob(final ConfigurationWatch watch) {
        super(Messages.ConfigurationMarkersJob_name);
        this.watch = watch;
        setSystem(true);
    }

    /** Returns at once. */
    void check(final IFile file) {
        synchronized (waiting) {
            waiting.add(file);
        }
        schedule(PAUSE_MILLISECONDS);
    }

    /** Returns at once. */
    void checkAll() {
        synchronized (waiting) {
            all = true;
        }
        schedule(PAUSE_MILLISECONDS);
    }

    @Override
    protected IStatus run(final IProgressMonitor monitor) {
        final IWorkspace workspace = ResourcesPlugin.getWorkspace();
        try {
            if (isAll()) {
                addAll(workspace);
            }
            Optional<IFile> next = next();
            while (next.isPresent() && !monitor.isCanceled()) {
                final IFile file = next.get();
                workspace.run(inside -> renew(file), file, IWorkspace.AVOID_UPDATE, monitor);
                next = next();
            }
        } catch (final CoreException e) {
            // A file that goes while it is read; the others are next.
            ILog.of(ConfigurationMarkersJob.class).log(e.getStatus());
            schedule();
        }
        return Status.OK_STATUS;
    }

    private boolean isAll() {
        synchronized (waiting) {
            final boolean wanted = all;
            all = false;
            return wanted;
        }
    }

    private void addAll(final IWorkspace workspace) throws CoreException {
        final Set<IFile> found = new LinkedHashSet<>();
        workspace.getRoot().accept(proxy -> {
            if (proxy.getType() == IResource.FILE && proxy.requestResource() instanceof final IFile file && ConfigurationWatch.isKept(file)) {
                found.add(file);
            }
            return !proxy.isDerived() && !proxy.isTeamPrivateMember();
        }, IResource.NONE);
        synchronized (waiting) {
            waiting.addAll(found);
        }
    }

    private Optional<IFile> next() {
        synchronized (waiting) {
            final Optional<IFile> next = waiting.stream().findFirst();
            next.ifPresent(waiting::remove);
            return next;
        }
    }

    /** The file as it is saved; two of the same file are equal. */
    private record Saved(IFile file, ConfigurationWatch watch) implements Runnable {

        @Override
        public void run() {
            watch.check(file);
        }
    }

    private void renew(final IFile file) throws CoreException {
        final Saved saved = new Saved(file, watch);
        final IPath location = file.getLocation();
        if (!file.isAccessible() || location == null) {
            watch.forget(saved);
            return;
        }
        try (InputStream in = file.getContents(true)) {
            final String text = new String(in.readNBytes(ConfigurationFile.LARGEST + 1), StandardCharsets.UTF_8);
            final Path place = location.toPath();
            final SourceCheck check = new SourceCheck(place);
            watch.watch(saved, check.named(text));
            mark(file, check.problems(text).stream().map(ConfigurationMarkersJob::attributes).toList());
        } catch (final IOException e) {
            ILog.of(ConfigurationMarkersJob.class).info(e.getMessage());
        }
    }

    /** Markers that stay right stay, with the selections that people made among them. */
    private static void mark(final IFile file, final List<Map<String, Object>> problems) throws CoreException {
        final List<Map<String, Object>> missing = new ArrayList<>(problems);
        for (final IMarker marker : file.findMarkers(TYPE, true, IResource.DEPTH_ZERO)) {
            if (!missing.remove(marker.getAttributes())) {
                marker.delete();
            }
        }
        for (final Map<String, Object> problem : missing) {
            file.createMarker(TYPE, problem);
        }
    }

    private static Map<String, Object> attributes(final SourceProblem problem) {
        final Map<String, Object> attributes = new HashMap<>();
        attributes.put(IMarker.MESSAGE, problem.words());
        attributes.put(IMarker.SEVERITY, IMarker.SEVERITY_ERROR);
        attributes.put(IMarker.LINE_NUMBER, problem.line());
        attributes.put(IMarker.CHAR_START, problem.offset());
        attributes.put(IMarker.CHAR_END, problem.offset() + problem.length());
        problem.unknown().ifPresent(unknown -> {
            attributes.put(KEY, unknown.key());
            attributes.put(ACCEPTED, String.join(" ", KeyCorrection.candidates(unknown)));
        });
        return attributes;
    }

    /** The unknown key that a marker is about, with those that may be meant; no words when it is about something else. */
    static UnknownKey unknown(final IMarker marker) {
        final String accepted = marker.getAttribute(ACCEPTED, "");
        return new UnknownKey(marker.getAttribute(KEY, ""), accepted.isEmpty() ? List.of() : List.of(accepted.split(" ")));
    }
}
