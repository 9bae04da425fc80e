package org.filterscope.core.progress;

/** Told by a long computation how far it is; asked by it whether to go on. Implementations are safe to call from any thread. */
public interface Progress {
    /** Hears nothing and never cancels. */
    Progress NONE = new Progress() {
        @Override
        public void begin(final String task, final long steps, final double share) {
        }

        @Override
        public void advance(final long steps) {
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * A new stage begins.
     *
     * @param task  what is being done, for a person to read
     * @param steps how many steps the stage has (pictures, files); 0 when nobody knows
     * @param share of the whole work that the stage takes about, 0 to 1; the shares of all stages together are 1
     */
    void begin(String task, long steps, double share);

    /** So many more steps of the current stage are done. */
    void advance(long steps);

    boolean isCancelled();

    /** For work that is no step of what is told: it can be cancelled as this, and its stages and steps are not counted. */
    default Progress uncounted() {
        final Progress counted = this;
        return new Progress() {
            @Override
            public void begin(final String task, final long steps, final double share) {
            }

            @Override
            public void advance(final long steps) {
            }

            @Override
            public boolean isCancelled() {
                return counted.isCancelled();
            }
        };
    }

    /** @throws CancelledException when somebody asked to stop */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }
}
