package org.filterscope.ide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IPath;

/**
 * The configurations that are being run, in a file: those that a session finds there were interrupted when the one before it ended, however it ended.
 * May be used by any thread.
 */
final class UnfinishedRuns {
    private final Path file;
    private final Set<String> running = new LinkedHashSet<>();
    private final List<String> interrupted;
    private boolean closing;

    UnfinishedRuns(final Path file) {
        this.file = file;
        interrupted = read();
    }

    /** Those that the session before has left. */
    List<IFile> interrupted() {
        return files(interrupted);
    }

    synchronized List<IFile> running() {
        return files(running);
    }

    /** The workspace's markers tell of the interrupted ones now. */
    synchronized void told() {
        write();
    }

    synchronized void begin(final IFile configuration) {
        if (closing) {
            // Somebody has called off the end of the session.
            closing = false;
            running.clear();
        }
        running.add(configuration.getFullPath().toPortableString());
        write();
    }

    synchronized void end(final IFile configuration) {
        if (!closing) {
            running.remove(configuration.getFullPath().toPortableString());
            write();
        }
    }

    /** What ends from now on was interrupted. */
    synchronized void close() {
        closing = true;
    }

    private static List<IFile> files(final Iterable<String> paths) {
        final Set<IFile> files = new LinkedHashSet<>();
        for (final String path : paths) {
            final IPath place = IPath.fromPortableString(path);
            if (place.segmentCount() > 1) {
                files.add(ResourcesPlugin.getWorkspace().getRoot().getFile(place));
            }
        }
        return List.copyOf(files);
    }

    private List<String> read() {
        try {
            return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
        } catch (final IOException e) {
            ILog.of(UnfinishedRuns.class).warn("The list of interrupted diagnoses cannot be read: " + file, e);
            return List.of();
        }
    }

    private void write() {
        try {
            if (running.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.createDirectories(file.getParent());
                Files.write(file, running);
            }
        } catch (final IOException e) {
            ILog.of(UnfinishedRuns.class).warn("The list of running diagnoses cannot be written: " + file, e);
        }
    }
}
