package org.filterscope.jdt;

import java.nio.file.Path;
import java.util.List;

import org.eclipse.core.runtime.IPath;
import org.eclipse.jdt.core.IClasspathContainer;
import org.eclipse.jdt.core.IClasspathEntry;
import org.eclipse.jdt.core.JavaCore;

/**
 * A library on the build path of a Java project.
 *
 * @param path what a project's build path calls it
 */
record Deeplearning4jContainer(IPath path, List<Path> jars) implements IClasspathContainer {

    @Override
    public IClasspathEntry[] getClasspathEntries() {
        return jars.stream().map(jar -> JavaCore.newLibraryEntry(IPath.fromPath(jar), null, null)).toArray(IClasspathEntry[]::new);
    }

    @Override
    public String getDescription() {
        return Messages.Deeplearning4jContainer_description;
    }

    @Override
    public int getKind() {
        return K_APPLICATION;
    }

    @Override
    public IPath getPath() {
        return path;
    }
}
