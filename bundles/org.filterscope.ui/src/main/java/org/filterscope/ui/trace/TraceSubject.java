package org.filterscope.ui.trace;

import java.nio.file.Path;

import org.filterscope.core.protocol.TraceRequest;
import org.filterscope.ide.Tracing;

/**
 * What a pane is about.
 *
 * @param picture absolute path
 * @param output  number of the class among the network's outputs; {@link TraceRequest#PREDICTED} for the one that it predicts
 */
record TraceSubject(Path picture, int output) {

    /** About the class that the network predicts. */
    TraceSubject(final Path picture) {
        this(picture, TraceRequest.PREDICTED);
    }

    TraceSubject of(final int other) {
        return new TraceSubject(picture, other);
    }

    Tracing.Subject asked(final Path configuration) {
        return new Tracing.Subject(configuration, picture);
    }
}
