package org.filterscope.ui.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.osgi.util.NLS;
import org.filterscope.core.configuration.InvalidConfigurationException.UnknownKey;

/** Puts what is wrong with a configuration, as it is saved, into the Problems view. */
final class ConfigurationMarkersJob extends WorkspaceJob {
    static final String TYPE = "org.filterscope.ui.configurationProblem";
    /** Of a marker about an unknown key: the key, and the keys that may be meant. */
    static final String KEY = "key";
    static final String ACCEPTED = "accepted";

    private final IFile file;

    ConfigurationMarkersJob(final IFile file) {
        super(NLS.bind(Messages.ConfigurationMarkersJob_name, file.getName()));
        this.file = file;
        setSystem(true);
        setRule(ResourcesPlugin.getWorkspace().getRuleFactory().markerRule(file));
    }

    @Override
    public boolean belongsTo(final Object family) {
        return family == ConfigurationMarkersJob.class;
    }

    @Override
    public IStatus runInWorkspace(final IProgressMonitor monitor) throws CoreException {
        final IPath location = file.getLocation();
        if (!file.isAccessible() || location == null) {
            return Status.OK_STATUS;
        }
        try (InputStream in = file.getContents(true)) {
            final String text = new String(in.readNBytes(ConfigurationFile.LARGEST + 1), StandardCharsets.UTF_8);
            final List<SourceProblem> problems = new SourceCheck(location.toPath()).problems(text);
            file.deleteMarkers(TYPE, true, IResource.DEPTH_ZERO);
            for (final SourceProblem problem : problems) {
                file.createMarker(TYPE, attributes(problem));
            }
            return Status.OK_STATUS;
        } catch (final IOException e) {
            return Status.OK_STATUS;
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
