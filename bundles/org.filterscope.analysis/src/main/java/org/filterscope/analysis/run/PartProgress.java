package org.filterscope.analysis.run;

import org.filterscope.core.progress.Progress;

/**
 * Progress of a part that has stages of its own, as other parts of the same work have.
 *
 * @param name  of the part, which its stages are told with: a kind of object, a network; empty for none
 * @param share that the part's stages have of the whole work, where their own shares add up to 1
 */
record PartProgress(Progress progress, String name, double share) implements Progress {

    @Override
    public void begin(final String task, final long steps, final double part) {
        progress.begin(name.isEmpty() ? task : "%s: %s".formatted(name, task), steps, part * share);
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
