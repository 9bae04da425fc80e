package org.filterscope.analysis.flaws;

import org.filterscope.core.progress.Progress;

/** Tells progress in hundredths where nobody knows before how much there will be to do. */
final class SearchSteps {
    /** How many there are. */
    static final long ALL = 100;

    private final Progress progress;
    private long told;

    SearchSteps(final Progress progress) {
        this.progress = progress;
    }

    /** So many of so many parts are done; never goes back. */
    void reached(final long part, final long of) {
        progress.checkCancelled();
        final long now = of == 0 ? ALL : Math.clamp(ALL * part / of, told, ALL);
        progress.advance(now - told);
        told = now;
    }

    void end() {
        reached(1, 1);
    }

    /** For what tells its own progress: it can be cancelled, and its steps are not counted. */
    Progress silent() {
        return progress.uncounted();
    }
}
