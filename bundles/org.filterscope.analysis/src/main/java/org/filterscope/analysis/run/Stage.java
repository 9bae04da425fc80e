package org.filterscope.analysis.run;

import org.filterscope.core.progress.Progress;

/** The stages of a diagnosis and what share of the time each takes: measured on some hundred pictures through SqueezeNet. */
enum Stage {
    MODEL("Reading the model", 0.02), CHECK("Checking the pictures", 0.03), ENGINE("Starting the engine", 0.05),
    PICTURES("Showing pictures to the network", 0.75), THUMBNAILS("Drawing the top pictures", 0.15);

    private final String task;
    private final double share;

    Stage(final String task, final double share) {
        this.task = task;
        this.share = share;
    }

    /** @param steps 0 when nobody knows */
    void begin(final Progress progress, final long steps) {
        progress.begin(task, steps, share);
    }
}
