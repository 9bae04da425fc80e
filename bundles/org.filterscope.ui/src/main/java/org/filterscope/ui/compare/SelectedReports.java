package org.filterscope.ui.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;

/** Reports that are selected or dragged as resources of the workspace: folders with a manifest, or the manifests in them. Looks at the disk. */
final class SelectedReports {
    private static final String MANIFEST = "manifest.json";

    private SelectedReports() {
    }

    static List<Path> of(final ISelection selection) {
        return selection instanceof final IStructuredSelection elements
                ? elements.stream().map(element -> Adapters.adapt(element, IResource.class)).filter(Objects::nonNull).map(IResource::getLocation)
                        .filter(Objects::nonNull).map(IPath::toPath).map(SelectedReports::directory)
                        .filter(directory -> Files.isRegularFile(directory.resolve(MANIFEST))).distinct().toList()
                : List.of();
    }

    /** Of a report's manifest its directory. */
    static Path directory(final Path file) {
        return file.endsWith(MANIFEST) && file.getParent() != null ? file.getParent() : file;
    }
}
