package org.filterscope.ide;

import java.util.Optional;

/** Hears what a run says, line by line. Called on several threads; returns at once. */
public interface RunLog {
    /** Hears nothing. */
    RunLog NONE = (line, link, problem) -> {
    };

    /**
     * @param line    without a line break
     * @param link    what a part of it is about
     * @param problem whether it tells of a failure, or comes from the worker's own log
     */
    void say(String line, Optional<RunLink> link, boolean problem);
}
