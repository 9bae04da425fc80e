package org.filterscope.analysis.run;

import org.filterscope.core.progress.Progress;

/** Says of which kind of object a stage is. */
record KindProgress(Progress progress, String kind) implements Progress {

    @Override
    public void begin(final String task, final long steps, final double share) {
        progress.begin(kind.isEmpty() ? task : "%s: %s".formatted(kind, task), steps, share);
    }

    @Override
    public void advance(final long steps) {
        progress.advance(steps);
    }

    @Override
    public boolean isCancelled() {
        return progress.isCancelled();
    }
}
