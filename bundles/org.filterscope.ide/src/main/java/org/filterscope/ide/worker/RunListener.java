package org.filterscope.ide.worker;

import java.nio.file.Path;

import org.filterscope.core.protocol.ProgressReport;

/** Hears of a run, on a thread of the worker's connection; returns quickly. */
@FunctionalInterface
public interface RunListener {

    void progress(ProgressReport report);

    /** There is a report of what is known so far; it lasts until the next but one is told or the run has ended well. */
    default void preview(final Path report) {
    }
}
