package org.filterscope.engine.device;

import java.util.List;

/** Programs of the system that tell about it. */
@FunctionalInterface
public interface Commands {

    /** How a program ended. */
    enum Ending {
        /** With exit code 0. */
        ANSWERED,
        /** With another. */
        FAILED,
        /** There is no such program. */
        ABSENT,
        /** It was stopped when it had taken too long. */
        LATE
    }

    /**
     * @param ending how the program ended
     * @param lines  what it said, without blank lines; cut off where it said too much
     */
    record Answer(Ending ending, List<String> lines) {
    }

    /** Runs a program and waits, a few seconds at most. */
    Answer ask(List<String> command);
}
