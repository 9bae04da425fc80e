package org.filterscope.ui.trace;

import java.nio.file.Path;

import org.filterscope.ide.Tracing;

/**
 * What a pane is about.
 *
 * @param picture  absolute path
 * @param category the class; empty for the one that the network predicts
 */
record TraceSubject(Path picture, String category) {

    TraceSubject of(final String other) {
        return new TraceSubject(picture, other);
    }

    Tracing.Subject asked(final Path configuration) {
        return new Tracing.Subject(configuration, picture);
    }
}
